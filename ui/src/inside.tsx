/** The desk while somebody is signed in: frame, screens, keys, idle lock. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { SessionView } from './backend';
import { type Desk, DeskProvider, type NewOrderStart } from './desk';
import { CallQueueProvider } from './flows/calls/CallQueueProvider';
import { NewOrder } from './flows/new-order';
import { SearchBox } from './flows/search/SearchBox';
import { isDialogOpen } from './parts/Dialog';
import { Frame } from './parts/Frame';
import { IdleLock } from './parts/IdleLock';
import { useKeys } from './parts/useKeys';
import { useRoute } from './route';
import { Screen } from './screen';

/** What the desk needs. */
export interface InsideProps {
  session: SessionView;
  /** Locks the desk once these are saved. */
  onLeave: (saves: Promise<unknown>[]) => Promise<void>;
}

/** Everything behind the sign-in. */
export function Inside({ session, onLeave }: InsideProps) {
  const route = useRoute();
  const [start, setStart] = useState<NewOrderStart | null>(null);
  const { lock, beforeLock } = useLock(onLeave);
  const mayTakeOrders = session.permissions.includes('take_orders');
  const newOrder = useCallback(
    (wanted: NewOrderStart = {}) => mayTakeOrders && setStart(wanted),
    [mayTakeOrders],
  );
  const desk = useMemo<Desk>(
    () => ({
      session,
      may: (permission) => session.permissions.includes(permission),
      newOrder,
      lock,
      beforeLock,
    }),
    [session, newOrder, lock, beforeLock],
  );
  useKeys({ F2: () => !isDialogOpen() && newOrder(), 'ctrl+l': lock });
  return (
    <DeskProvider value={desk}>
      <Frame session={session} route={route} search={mayTakeOrders && <SearchBox />} onLock={lock}>
        <CallQueueProvider active={desk.may('keep_accounts')}>
          <Screen route={route} />
        </CallQueueProvider>
      </Frame>
      <IdleLock minutes={session.idle_minutes} onLock={lock} />
      {start && <NewOrder start={start} onClose={() => setStart(null)} />}
    </DeskProvider>
  );
}

function useLock(onLeave: InsideProps['onLeave']): Pick<Desk, 'lock' | 'beforeLock'> {
  const saves = useRef(new Set<() => Promise<unknown>>());
  const leaving = useRef(false);
  const present = useRef(onLeave);
  present.current = onLeave;
  const beforeLock = useCallback((save: () => Promise<unknown>) => {
    saves.current.add(save);
    return () => {
      saves.current.delete(save);
    };
  }, []);
  const lock = useCallback(() => {
    if (leaving.current) {
      return;
    }
    leaving.current = true;
    const running = [...saves.current].map(async (save) => save());
    void present.current(running).finally(() => {
      leaving.current = false;
    });
  }, []);
  return { lock, beforeLock };
}
