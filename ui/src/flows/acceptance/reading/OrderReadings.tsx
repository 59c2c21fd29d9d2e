import { type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { type OrderReadings as Read, useBackend } from '../../../backend';
import type { Evidence } from '../../../parts/reading/types';
import { useDraft, useDraftState } from '../draft/hooks';
import { ReadOnly } from '../fields/Framed';
import { focusedField } from '../form/focus';
import { evidenceOf, type Filling, filled, keptEvidence } from './proposals';
import type { Standings } from './readingQueue';
import { ReadingsProvider } from './readings';
import { useOrderReadings } from './useOrderReadings';

const NOTHING: ReadonlyMap<string, Evidence> = new Map();

/** Has the papers read, fills blanks with what they say, and gives the screen below the evidence. */
export function OrderReadings({ children }: { children: ReactNode }) {
  const still = useContext(ReadOnly);
  const { readings, standings, filling, readAgain, settle, takeRead } = useOrderReadings(still);
  useFilling(filling, readings);
  useStandings(standings);
  const evidence = useEvidence(readings);
  const pages = useMemo(
    () => ({
      standings,
      of: (paper: number) => readings?.papers.find((one) => one.paper === paper),
      readAgain,
    }),
    [standings, readings, readAgain],
  );
  return (
    <ReadingsProvider evidence={evidence} pages={pages} onSettle={settle} onTakeRead={takeRead}>
      {children}
    </ReadingsProvider>
  );
}

/** Tells the order which of its papers wait to be read. */
function useStandings(standings: Standings): void {
  const draft = useDraft();
  useEffect(() => {
    const waiting = [...standings].filter(([, { kind }]) => kind !== 'failed');
    draft.setToRead(waiting.map(([paper]) => paper));
  }, [draft, standings]);
}

/** Puts into blanks what was read; the usual saving does the rest. */
function useFilling(filling: Filling, readings: Read | undefined): void {
  const draft = useDraft();
  useEffect(() => {
    const values = filling.of(draft.state.form, readings?.proposals ?? []);
    if (values.size === 0) {
      return;
    }
    draft.change((form) => filled(form, values));
    for (const path of values.keys()) {
      draft.touch(path);
    }
    const here = focusedField();
    if (here !== undefined && [...values.keys()].some((path) => path === here)) {
      // Whoever was about to type there writes over it.
      requestAnimationFrame(() => selectAll(document.activeElement));
    }
  }, [draft, filling, readings]);
}

function selectAll(element: Element | null): void {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.select();
  }
}

/** The evidence of every field; the same object while nothing about it is different. */
function useEvidence(readings: Read | undefined): ReadonlyMap<string, Evidence> {
  const backend = useBackend();
  const form = useDraftState((state) => state.form);
  const papers = useDraftState((state) => state.papers);
  const findings = useDraftState((state) => state.problems.byPath);
  const before = useRef(NOTHING);
  const evidence = useMemo(() => {
    if (readings === undefined) {
      return NOTHING;
    }
    const picture = (path: string) => backend.picture(path);
    return evidenceOf({ form, readings, papers, findings, picture });
  }, [backend, form, papers, findings, readings]);
  before.current = keptEvidence(before.current, evidence);
  return before.current;
}
