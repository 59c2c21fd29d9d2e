import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { type Failure, type Finding, type Form, toFailure, useBackend } from '../../../backend';
import { useBeforeLock } from '../../../desk';
import { type FormPath, type FormValue, valueAt } from '../form/path';
import { Draft, type DraftState } from './draft';

const DraftContext = createContext<Draft | null>(null);

/** Stands a draft behind the fields below. */
export const DraftProvider = DraftContext.Provider;

/** The draft behind this field. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (draft === null) {
    throw new Error('no DraftProvider above this field');
  }
  return draft;
}

/**
 * A part of the draft; draws anew only when that part changes, so `select` must
 * give the same object back for the same state.
 */
export function useDraftState<Part>(select: (state: DraftState) => Part): Part {
  const draft = useDraft();
  return useSyncExternalStore(draft.subscribe, () => select(draft.state));
}

/** What stands in a field. */
export function useValue<Path extends FormPath>(path: Path): FormValue<Path> {
  return useDraftState((state) => valueAt(state.form, path));
}

/** What to show at a field. */
export function useFindings(path: string): Finding[] {
  const draft = useDraft();
  return useSyncExternalStore(draft.subscribe, () => draft.findingsAt(path));
}

/** Time for a click to land before a finding may move what it aims at, in ms. */
const AFTER_CLICK = 180;

/** To be called when a field is left: shows what is found there and saves. */
export function useLeave(path: string): () => void {
  const draft = useDraft();
  return useCallback(() => {
    void draft.flush();
    setTimeout(() => draft.touch(path), AFTER_CLICK);
  }, [draft, path]);
}

/** An order on its way into the window. */
export type Opening =
  | { kind: 'loading' }
  | { kind: 'refused'; failure: Failure }
  | { kind: 'open'; draft: Draft; agreement: string | null };

/**
 * Opens an order as it was saved. Asks the desk itself and remembers nothing: a
 * remembered answer would be older than what was typed since.
 */
export function useOrder(id: number): { opening: Opening; again: () => void } {
  const backend = useBackend();
  const [opening, setOpening] = useState<Opening>({ kind: 'loading' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try asks again
  useEffect(() => {
    let current = true;
    setOpening({ kind: 'loading' });
    const show = () => backend.call('order_show', { id });
    const desk = {
      save: (form: Form, revision: number) => backend.call('order_save', { id, revision, form }),
      show,
      isStale: (failure: unknown) => toFailure(failure).code === 'Stale',
    };
    show().then(
      (view) =>
        current &&
        setOpening({ kind: 'open', draft: new Draft(view, desk), agreement: view.agreement }),
      (refusal: unknown) => current && setOpening({ kind: 'refused', failure: toFailure(refusal) }),
    );
    return () => {
      current = false;
    };
  }, [backend, id, tries]);
  return { opening, again: () => setTries(tries + 1) };
}

/** Saves what is typed whenever the window is left, hidden, locked or closed. */
export function useSafekeeping(draft: Draft): void {
  useBeforeLock(draft.flush);
  useEffect(() => {
    const save = () => void draft.flush();
    const hidden = () => document.visibilityState === 'hidden' && save();
    window.addEventListener('blur', save);
    window.addEventListener('beforeunload', save);
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('blur', save);
      window.removeEventListener('beforeunload', save);
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', hidden);
      save();
    };
  }, [draft]);
}
