/**
 * Decides what the window shows first: first run, sign-in, or the desk. Holds
 * the way in and the way out; nobody's data outlives their session here.
 */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerKey, type DeskStatus, type SessionView, useBackend, useCommand } from './backend';
import { reaction } from './errors';
import { FirstRun } from './flows/first-run';
import { SignIn } from './flows/sign-in';
import { Inside } from './inside';
import { FailureNote } from './parts/FailureNote';
import { go } from './route';
import { FRAME, STOP } from './text';
import './entrance.css';

const STATUS = answerKey('desk_status');
/** A desk that is to be locked waits no longer than this for what is unsaved. */
const SAVING_MS = 3_000;

/** The first decision. */
export function Entrance() {
  const backend = useBackend();
  const client = useQueryClient();
  const status = useCommand('desk_status', null);
  const [last, setLast] = useState<number | null>(null);
  const staff = status.data?.session?.staff ?? null;
  useEffect(() => {
    if (staff === null) {
      forget(client);
    } else {
      setLast(staff);
    }
  }, [staff, client]);
  if (!status.data) {
    return <Closed {...(status.error && { failure: status.error })} onRetry={status.refetch} />;
  }
  const enter = (session: SessionView) => {
    if (last !== null && last !== session.staff) {
      go({ at: 'today' });
    }
    client.setQueryData<DeskStatus>(STATUS, (old) => old && { ...old, state: 'open', session });
  };
  const leave = async (saves: Promise<unknown>[]) => {
    await Promise.race([Promise.allSettled(saves), pause(SAVING_MS)]);
    await backend.call('session_close', null).catch(() => undefined);
    client.setQueryData<DeskStatus>(
      STATUS,
      (old) => old && { ...old, state: 'locked', session: null },
    );
    await client.invalidateQueries({ queryKey: STATUS });
  };
  if (status.data.state === 'new') {
    return (
      <FirstRun
        onIn={(founded) => {
          enter(founded.session);
          void client.invalidateQueries({ queryKey: STATUS });
        }}
      />
    );
  }
  const { session } = status.data;
  if (!session) {
    return <SignIn status={status.data} locked={last !== null} onIn={enter} />;
  }
  return <Inside key={session.staff} session={session} onLeave={leave} />;
}

/** Drops every answer but the one that is for everybody. */
function forget(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== STATUS[0] });
  const done = client.getMutationCache();
  for (const deed of done.findAll({ predicate: ({ state }) => state.status !== 'pending' })) {
    done.remove(deed);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

type ClosedProps = Pick<Parameters<typeof FailureNote>[0], 'onRetry'> & {
  failure?: Parameters<typeof FailureNote>[0]['failure'];
};

/** The desk does not open: not yet, or not with this program. */
function Closed({ failure, onRetry }: ClosedProps) {
  if (!failure) {
    return (
      <div className="entrance" aria-busy="true">
        <p className="entrance-opening">{STOP.opening}</p>
      </div>
    );
  }
  const stopped = reaction(failure.code).action === 'stop';
  return (
    <div className="entrance" data-testid="stopped">
      <div className="entrance-card panel">
        <h1>{FRAME.title}</h1>
        <p>{STOP.title}</p>
        <FailureNote failure={failure} onRetry={stopped ? undefined : onRetry} />
      </div>
    </div>
  );
}
