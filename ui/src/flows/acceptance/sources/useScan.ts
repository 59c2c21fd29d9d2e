import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  answerKey,
  type Failure,
  type ScanDevice,
  type ScanView,
  toFailure,
  useAct,
  useCommand,
} from '../../../backend';
import type { ScanProfile } from './types';

/** Between two looks at a scan that runs, in ms. */
const EVERY = 400;

/** What is scanned, and with what. */
export interface ScanWish {
  kind: ScanDevice['kind'];
  device: string;
  profile: ScanProfile;
}

/** The scan of this order, or of signed pages. */
export interface Scan {
  /** As the desk last told it; none before the first. */
  view: ScanView | undefined;
  /** The desk is asked to begin; reaching a device takes seconds. */
  starting: boolean;
  /** Why it did not begin. */
  failure: Failure | null;
  start: (wish: ScanWish) => void;
  cancel: () => void;
}

/** Whether the device may still be at work. */
export function isOn(view: ScanView | undefined | null): boolean {
  return view != null && view.at !== 'done' && view.at !== 'stopped';
}

/**
 * Watches the scan into the tray of an order, or without one that of signed pages, as long as the tray stands, whatever
 * dialog is open: pages are filed only while somebody asks. `onPages` is told the
 * papers that are new since the last time.
 */
export function useScan(
  order: number | null,
  still: boolean,
  onPages: (papers: readonly number[]) => void,
): Scan {
  const client = useQueryClient();
  const { data } = useCommand('scan_state', null, {
    enabled: !still,
    every: (now) => (isOn(now) ? EVERY : false),
  });
  const view = data && data.order === order ? data : undefined;
  const start = useAct('scan_start').mutateAsync;
  const stop = useAct('scan_cancel').mutateAsync;
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  // Asked to stop before the device has even answered.
  const unwanted = useRef(false);

  const take = useCallback(
    (told: ScanView | null) => client.setQueryData(answerKey('scan_state'), told),
    [client],
  );
  useNewPages(view, onPages);
  const cancel = () => {
    unwanted.current = true;
    stop(null).then(take, (refusal: unknown) => setFailure(toFailure(refusal)));
  };
  const begin = async (wish: ScanWish) => {
    unwanted.current = false;
    setFailure(null);
    setStarting(true);
    try {
      take(await start({ order, ...wish }));
      if (unwanted.current) {
        cancel();
      }
    } catch (refusal) {
      setFailure(toFailure(refusal));
    } finally {
      setStarting(false);
    }
  };
  return { view, starting, failure, start: (wish) => void begin(wish), cancel };
}

/** Tells papers of the scan once each. */
function useNewPages(
  view: ScanView | undefined,
  onPages: (papers: readonly number[]) => void,
): void {
  const known = useRef(new Set<number>());
  const papers = view?.papers;
  useEffect(() => {
    const fresh = (papers ?? []).map(({ id }) => id).filter((id) => !known.current.has(id));
    if (fresh.length > 0) {
      for (const id of fresh) {
        known.current.add(id);
      }
      onPages(fresh);
    }
  }, [papers, onPages]);
}
