/** The row of files above all screens, so that an import goes on while one is elsewhere. */
import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { AFTER_IMPORT, useBackend } from '../../backend';
import { type CallQueue, makeQueue } from './queue';
import type { QueuedFile } from './steps';

const CallQueueContext = createContext<CallQueue | null>(null);

/** Stands as long as somebody is signed in; nobody finds another's files. */
export function CallQueueProvider({ active, children }: { active: boolean; children: ReactNode }) {
  const backend = useBackend();
  const client = useQueryClient();
  const [queue] = useState(() =>
    makeQueue({
      receive: backend.receiveCalls,
      survey: (upload) => backend.call('calls_survey', { upload }),
      begin: (wanted) => backend.call('calls_import', wanted),
      state: () => backend.call('calls_state', null),
      cancel: () => backend.call('calls_cancel', null),
      changed: () => {
        for (const stale of AFTER_IMPORT) {
          void client.invalidateQueries({ queryKey: [stale] });
        }
      },
      pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    }),
  );
  useEffect(() => {
    if (active) {
      void queue.start();
    }
    return queue.stop;
  }, [queue, active]);
  return <CallQueueContext.Provider value={queue}>{children}</CallQueueContext.Provider>;
}

/** The row and what stands in it. */
export function useCallQueue(): { queue: CallQueue; files: readonly QueuedFile[] } {
  const queue = useContext(CallQueueContext);
  if (!queue) {
    throw new Error('no CallQueueProvider above this screen');
  }
  return { queue, files: useSyncExternalStore(queue.subscribe, queue.files) };
}
