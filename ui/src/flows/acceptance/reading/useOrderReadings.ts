import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  answerKey,
  type OrderReadings,
  type PaperKind,
  type PaperView,
  toFailure,
  useAct,
  useCommand,
} from '../../../backend';
import { explain } from '../../../errors';
import type { Corners } from '../../../parts/reading/types';
import { useDraft, useDraftState } from '../draft/hooks';
import type { FormPath } from '../form/path';
import { Filling, shownProposals, textAt } from './proposals';
import { ReadingQueue, type Standings } from './readingQueue';

/** Papers with nothing on them for the form; and those that staff fill in themselves. */
const UNREAD: ReadonlySet<PaperKind> = new Set<PaperKind>([
  'signed',
  'authorisation',
  'letter-of-commitment',
  'bound-number-proof',
]);

/** What was read off the papers of the order, and what may be done about it. */
export interface OrderReading {
  readings: OrderReadings | undefined;
  standings: Standings;
  filling: Filling;
  /** Reads a paper again, within corners where a person shows them. */
  readAgain: (paper: number, corners?: Corners, document?: number) => void;
  settle: (path: string) => void;
  takeRead: (path: string) => void;
}

/** Papers still to be read. */
function unread(papers: readonly PaperView[], { papers: read }: OrderReadings): number[] {
  const known = new Set(read.map(({ paper }) => paper));
  return papers.filter(({ id, kind }) => !known.has(id) && !UNREAD.has(kind)).map(({ id }) => id);
}

/** Has the papers of the draft read and keeps what they say; nothing of it while `still`. */
export function useOrderReadings(still: boolean): OrderReading {
  const draft = useDraft();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [standings, setStandings] = useState<Standings>(() => new Map());
  const [filling] = useState(() => new Filling());
  const { data: readings } = useCommand('reading_show', { id: draft.id }, { enabled: !still });
  const read = useAct('paper_read').mutateAsync;
  const settleAct = useAct('reading_settle').mutateAsync;

  const take = useCallback(
    (answer: OrderReadings) =>
      client.setQueryData(answerKey('reading_show', { id: draft.id }), answer),
    [client, draft],
  );
  const tell = useCallback(
    (refusal: unknown) => void message.error(explain(toFailure(refusal))),
    [message],
  );
  const queue = useMemo(
    () =>
      new ReadingQueue<OrderReadings>({
        read: (id, corners, document) =>
          read({ id, corners: corners && asSent(corners), document }),
        onRead: (answer) => {
          take(answer);
          // Reading may have named the paper and set it upright.
          draft.refresh().catch(tell);
        },
        onChange: setStandings,
      }),
    [draft, read, take, tell],
  );
  useEffect(() => () => queue.stop(), [queue]);
  const papers = useDraftState((state) => state.papers);
  useEffect(() => {
    if (readings !== undefined && !still) {
      queue.want(unread(papers, readings));
    }
  }, [queue, readings, papers, still]);
  useHolder(draft.id);

  const now = useRef(readings);
  now.current = readings;
  const settle = useCallback(
    async (path: string) => {
      const known = now.current;
      const proposal = known && shownProposals(draft.state.form, known).get(path);
      const value = textAt(draft.state.form, path)?.trim() ?? '';
      // A blank is for the person to fill; there is nothing to stand by.
      if (proposal === undefined || value === '') {
        return;
      }
      filling.keep(path);
      const { reading, document, field } = proposal;
      try {
        take(await settleAct({ reading, document, field, value }));
        await draft.saveAnew();
      } catch (refusal) {
        tell(refusal);
      }
    },
    [draft, filling, settleAct, take, tell],
  );
  const takeRead = useCallback(
    (path: string) => {
      const known = now.current;
      const proposal = known && shownProposals(draft.state.form, known).get(path);
      if (proposal !== undefined) {
        draft.set(path as FormPath, proposal.value as never);
        void settle(path);
      }
    },
    [draft, settle],
  );
  const readAgain = useCallback(
    (paper: number, corners?: Corners, document?: number) =>
      queue.again(paper, corners ?? null, document ?? null),
    [queue],
  );
  return { readings, standings, filling, readAgain, settle, takeRead };
}

/** Whose card it is follows from the saved form; once that has changed, it is asked anew. */
function useHolder(order: number): void {
  const client = useQueryClient();
  const same = useDraftState((state) => state.form.handler_is_legal_representative);
  const isSafe = useDraftState((state) => state.save.kind === 'saved');
  const asked = useRef(same);
  useEffect(() => {
    if (isSafe && asked.current !== same) {
      asked.current = same;
      void client.invalidateQueries({ queryKey: answerKey('reading_show', { id: order }) });
    }
  }, [client, order, same, isSafe]);
}

function asSent(corners: Corners): [Pair, Pair, Pair, Pair] {
  const [a, b, c, d] = corners;
  return [[...a], [...b], [...c], [...d]];
}

type Pair = [number, number];
