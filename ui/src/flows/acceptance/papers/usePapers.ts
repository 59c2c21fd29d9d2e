import { App } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type Arrival,
  type PaperKind,
  type PaperUpdate,
  type PaperView,
  toFailure,
  useAct,
  useBackend,
  type Verification,
} from '../../../backend';
import { explain } from '../../../errors';
import type { Draft } from '../draft/draft';
import { Intake, type Upload } from './intake';

/** What can be done with the papers of an order. */
export interface Papers {
  /** Files on their way in, and those refused. */
  uploads: readonly Upload[];
  /** Takes files in. */
  add: (files: readonly File[], arrival: Arrival, kind?: PaperKind) => void;
  /** The desk has filed pages by itself: brings them onto the screen. */
  follow: (ids: readonly number[]) => Promise<void>;
  /** Forgets a refused file. */
  dismiss: (key: number) => void;
  /** Changes what is known of a paper; shown at once, kept in order. */
  update: (id: number, change: Partial<PaperUpdate>) => void;
  /** Records a check against the world. */
  verify: (id: number, verification: Verification, how: string) => Promise<void>;
  /** Takes a paper off the order. */
  remove: (id: number, reason: string) => Promise<void>;
}

/** What a paper's marks are now, as the desk takes them. */
function marks(paper: PaperView): PaperUpdate {
  const { id, kind, arrival, sealed, rotation, crop } = paper;
  return { id, kind, arrival, sealed, rotation, crop };
}

function exchanged(papers: PaperView[], changed: PaperView): PaperView[] {
  return papers.map((paper) => (paper.id === changed.id ? changed : paper));
}

/** The papers of a draft. `onArrived` is told the first page of every file that came in. */
export function usePapers(draft: Draft, onArrived: (paper: PaperView) => void): Papers {
  const backend = useBackend();
  const { message } = App.useApp();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const update = useAct('paper_update').mutateAsync;
  const verify = useAct('paper_verify').mutateAsync;
  const remove = useAct('paper_remove').mutateAsync;
  const arrived = useRef(onArrived);
  useEffect(() => {
    arrived.current = onArrived;
  });

  const acts = useMemo(() => {
    const tell = (refusal: unknown) => void message.error(explain(toFailure(refusal)));
    const refresh = () => draft.refresh().catch(tell);
    // Arrival and kind belong to the files, not to the intake.
    const known = new WeakMap<File, { arrival: Arrival; kind: PaperKind | undefined }>();
    const intake = new Intake({
      send: (file) => {
        const { arrival, kind } = known.get(file) ?? {
          arrival: 'upload' as const,
          kind: undefined,
        };
        return backend.addPaper(draft.id, file, arrival, kind);
      },
      onTaken: (papers) => {
        draft.setPapers([...draft.state.papers, ...papers]);
        const [first] = papers;
        if (first !== undefined) {
          arrived.current(first);
        }
        void refresh();
      },
      onChange: setUploads,
    });
    // One change after the other: two quick turns must not overtake each other.
    let last: Promise<unknown> = Promise.resolve();
    return {
      add: (files: readonly File[], arrival: Arrival, kind?: PaperKind) => {
        for (const file of files) {
          known.set(file, { arrival, kind });
        }
        intake.add(files);
      },
      follow: async (ids: readonly number[]) => {
        await refresh();
        const first = draft.state.papers.find(({ id }) => ids.includes(id));
        if (first !== undefined) {
          arrived.current(first);
        }
      },
      dismiss: (key: number) => intake.dismiss(key),
      update: (id: number, change: Partial<PaperUpdate>) => {
        const paper = draft.state.papers.find((one) => one.id === id);
        if (paper === undefined) {
          return;
        }
        const changed = { ...paper, ...change };
        draft.setPapers(exchanged(draft.state.papers, changed));
        last = last
          .then(() => update(marks(changed)))
          .catch(tell)
          .then(refresh);
      },
      verify: async (id: number, verification: Verification, how: string) => {
        await verify({ id, verification, how });
        await refresh();
      },
      remove: async (id: number, reason: string) => {
        await remove({ id, reason });
        await refresh();
      },
    };
  }, [backend, draft, message, update, verify, remove]);
  return { ...acts, uploads };
}
