/**
 * What was read off the papers of this order, as its fields and its viewer see it.
 * Owns which field one stands in; reads and settles nothing by itself.
 */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { PaperReading } from '../../../backend';
import { isOpen } from '../../../parts/reading/looks';
import type { Corners, Evidence } from '../../../parts/reading/types';
import { focusField } from '../form/focus';
import { screenPlace } from '../form/sections';
import type { Standings } from './readingQueue';

/** The reading of each paper. */
export interface PagesRead {
  /** Papers whose reading is under way or failed. */
  standings: Standings;
  /** What was found on a paper; nothing while it has not been read. */
  of: (paper: number) => PaperReading | undefined;
  /** Reads a paper again, within corners where a person shows them. */
  readAgain: (paper: number, corners?: Corners, document?: number) => void;
}

/** What was read, by the names of the form's fields, and what may be done about it. */
export interface ReadingsProps {
  evidence: ReadonlyMap<string, Evidence>;
  pages?: PagesRead;
  /** A person has looked: what stands on the form counts. */
  onSettle: (path: string) => void;
  /** Puts what was read back onto the form. */
  onTakeRead: (path: string) => void;
  children: ReactNode;
}

/** The same, with where one stands. */
export interface Readings {
  evidence: ReadonlyMap<string, Evidence>;
  pages: PagesRead;
  /** Fields that were read, in the order of the screen. */
  order: readonly string[];
  /** Those of them that need a look. */
  open: ReadonlySet<string>;
  /** The field one stands in, or last stood in. */
  chosen: string | undefined;
  /** Whether the caret is in it. */
  inField: boolean;
  settle: (path: string) => void;
  takeRead: (path: string) => void;
  /** Goes to a field. */
  go: (path: string) => void;
  /** One has come to a field, or left the form. */
  stand: (path: string | undefined) => void;
}

const ignore = () => undefined;

const NO_PAGES: PagesRead = { standings: new Map(), of: ignore, readAgain: ignore };

/** Where nothing was read. */
const NOTHING: Readings = {
  evidence: new Map(),
  pages: NO_PAGES,
  order: [],
  open: new Set(),
  chosen: undefined,
  inField: false,
  settle: ignore,
  takeRead: ignore,
  go: ignore,
  stand: ignore,
};

const ReadingsContext = createContext<Readings>(NOTHING);

/** What was read, around this field. */
export function useReadings(): Readings {
  return useContext(ReadingsContext);
}

function byScreen(a: string, b: string): number {
  const [here, there] = [screenPlace(a), screenPlace(b)];
  return here[0] - there[0] || here[1] - there[1] || here[2] - there[2];
}

/** Gives the screen below what was read. */
export function ReadingsProvider(props: ReadingsProps) {
  const { evidence, pages = NO_PAGES, onSettle, onTakeRead, children } = props;
  const [chosen, choose] = useState<string>();
  const [inField, setInField] = useState(false);
  const stand = useCallback((path: string | undefined) => {
    setInField(path !== undefined);
    if (path !== undefined) {
      choose(path);
    }
  }, []);
  const value = useMemo<Readings>(() => {
    const order = [...evidence.keys()].sort(byScreen);
    const open = new Set([...evidence].filter(([, one]) => isOpen(one)).map(([path]) => path));
    const acts = { settle: onSettle, takeRead: onTakeRead, go: focusField, stand };
    return { evidence, pages, order, open, chosen, inField, ...acts };
  }, [evidence, pages, chosen, inField, onSettle, onTakeRead, stand]);
  return <ReadingsContext.Provider value={value}>{children}</ReadingsContext.Provider>;
}
