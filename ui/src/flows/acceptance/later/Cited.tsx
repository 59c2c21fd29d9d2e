import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react';
import type { Form } from '../../../backend';
import { useDraftState } from '../draft/hooks';
import { type Change, changesOf } from './changes';
import styles from './later.module.css';
import { CHANGE } from './text';
import { type Cited, useCited } from './useCited';

const NOTHING: Cited = {
  number: '',
  first: undefined,
  before: undefined,
  floor: undefined,
  isLoading: false,
};

const NO_CHANGES: readonly Change[] = [];

interface Known {
  cited: Cited;
  /** What a change changes; empty for every other business. */
  changes: readonly Change[];
}

const CitedContext = createContext<Known>({ cited: NOTHING, changes: NO_CHANGES });

/** Stands the cited agreement behind the form. */
export function CitedProvider({ children }: { children: ReactNode }) {
  const cited = useCited();
  const form = useDraftState((state) => state.form);
  const changes = useChanges(cited.before, form);
  const value = useMemo(() => ({ cited, changes }), [cited, changes]);
  return <CitedContext value={value}>{children}</CitedContext>;
}

/** The same list as long as it says the same, so that fields are not drawn anew for nothing. */
function useChanges(before: Form | undefined, form: Form): readonly Change[] {
  const last = useRef<readonly Change[]>(NO_CHANGES);
  const found =
    form.business === 'change' && before !== undefined ? changesOf(before, form) : NO_CHANGES;
  if (JSON.stringify(found) !== JSON.stringify(last.current)) {
    last.current = found;
  }
  return last.current;
}

/** The agreement that the form cites. */
export function useTheCited(): Cited {
  return useContext(CitedContext).cited;
}

/** What the form changes. */
export function useTheChanges(): readonly Change[] {
  return useContext(CitedContext).changes;
}

/** The mark of a field that a change changes; nothing at others. */
export function ChangedMark({ path }: { path: string }) {
  const change = useTheChanges().find((one) => one.path === path);
  return (
    change && (
      <span
        className={styles.changed}
        title={CHANGE.was(change.before)}
        data-testid={`changed-${path}`}
      >
        {CHANGE.changed}
      </span>
    )
  );
}
