/** Does the same with many rows, one after the other, and can be stopped. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { AFTER_IMPORT, type QuarantineLine, useBackend } from '../../backend';

/** How far it has come; those refused stay where they are. */
export interface AllRows {
  done: number;
  refused: number;
  of: number;
  over: boolean;
}

/** What can be done with many rows. */
export function useAllRows() {
  const backend = useBackend();
  const client = useQueryClient();
  const [state, setState] = useState<AllRows | null>(null);
  const stopped = useRef(false);
  const run = async (
    rows: readonly QuarantineLine[],
    work: (row: QuarantineLine) => Promise<unknown>,
  ) => {
    stopped.current = false;
    const now: AllRows = { done: 0, refused: 0, of: rows.length, over: false };
    setState({ ...now });
    for (const row of rows) {
      if (stopped.current) {
        break;
      }
      await work(row).catch(() => {
        now.refused += 1;
      });
      now.done += 1;
      setState({ ...now });
    }
    setState({ ...now, over: true });
    for (const stale of AFTER_IMPORT) {
      void client.invalidateQueries({ queryKey: [stale] });
    }
  };
  return {
    state,
    mend: (rows: readonly QuarantineLine[]) =>
      run(rows, ({ id, cells }) => backend.call('quarantine_mend', { id, cells })),
    giveUp: (rows: readonly QuarantineLine[], reason: string) =>
      run(rows, ({ id }) => backend.call('quarantine_give_up', { id, reason })),
    stop: () => {
      stopped.current = true;
    },
    close: () => setState(null),
  };
}
