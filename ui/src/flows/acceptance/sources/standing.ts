/** What the dialogs make of a scan as the desk tells it: no window. */
import type { Failure, ScanView } from '../../../backend';
import { explain } from '../../../errors';
import type { ScanProfile, ScanState } from './types';

/** Where the scan stands; `before` pages came in with the first side of a card. */
export function scanState(
  view: ScanView | undefined,
  profile: ScanProfile,
  before: number,
): ScanState {
  if (view === undefined) {
    return { at: 'idle' };
  }
  const delivered = before + view.papers.length;
  switch (view.at) {
    case 'scanning':
      return { at: 'scanning', page: view.page, part: view.part ?? undefined, delivered };
    case 'done': {
      // One page of a card is one side of it; a feeder may bring both at once.
      const hasOtherSide = profile === 'id_card' && before === 0 && view.papers.length === 1;
      return { at: hasOtherSide ? 'turn' : 'done', delivered };
    }
    default:
      return { at: view.at, delivered };
  }
}

/** Sentences, each once. */
export function sentences(failures: readonly Failure[]): string[] {
  return [...new Set(failures.map(explain))];
}

/** Files that could not be taken, a sentence each. */
export function refusals(view: ScanView | undefined): string[] {
  return [...new Set((view?.refused ?? []).map(({ name, why }) => `${name}：${explain(why)}`))];
}
