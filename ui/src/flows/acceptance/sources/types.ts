/** Places that papers come from, as the dialogs see them. */
import type { ScanDevice, ScanStart } from '../../../backend';

/** What is going to be scanned. */
export type ScanProfile = ScanStart['profile'];

/** Kind of place that pages come from. */
export type ScanSourceKind = ScanDevice['kind'];

/** Where a scan stands. Pages are in the tray the moment they are delivered. */
export type ScanState =
  | { at: 'idle' }
  /** The device is busy, warming up or waiting for paper. */
  | { at: 'waiting'; delivered: number }
  /** A page is on its way; `part` 0 … 1 where the device says how long it is. */
  | { at: 'scanning'; page: number; part: number | undefined; delivered: number }
  /** One side of a card is in; the person turns it over. */
  | { at: 'turn'; delivered: number }
  /** The person has asked to stop. */
  | { at: 'cancelling'; delivered: number }
  /** It ended before its end: by a fault or by the person. */
  | { at: 'stopped'; delivered: number }
  | { at: 'done'; delivered: number };
