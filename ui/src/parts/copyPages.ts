/** What is told of an original that is coming back page by page: no window. */
import type { CopyState } from '../backend';
import { COPIES } from '../text';

/** How a page of an original stands. */
export type PageState = 'back' | 'missing' | 'twice' | 'other';

/** A page of an original. */
export interface CopyPage {
  page: number;
  state: PageState;
}

/** Whether anything of it is back. */
export function isBegun(copy: CopyState): boolean {
  return copy.back > 0 || copy.other_print.length > 0;
}

/** Whether each of its pages is back, of the right print. */
export function isWhole(copy: CopyState): boolean {
  return copy.pages > 0 && copy.missing.length === 0 && copy.other_print.length === 0;
}

/** The first original that is back in part only: with it nothing takes effect (协议八（三）). */
export function shortCopy(copies: readonly CopyState[]): CopyState | undefined {
  return copies.find((copy) => isBegun(copy) && !isWhole(copy));
}

/** Each page of an original, in order. */
export function pagesOf(copy: CopyState): CopyPage[] {
  return Array.from({ length: copy.pages }, (_, index) => {
    const page = index + 1;
    return { page, state: stateOf(copy, page) };
  });
}

function stateOf(copy: CopyState, page: number): PageState {
  // Another print that lies there as well is what a person has to look into.
  if (copy.other_print.includes(page)) {
    return 'other';
  }
  if (copy.missing.includes(page)) {
    return 'missing';
  }
  return copy.twice.includes(page) ? 'twice' : 'back';
}

/** How an original stands, in words; what keeps it from being whole comes first. */
export function tellCopy(copy: CopyState): string {
  if (!isBegun(copy)) {
    return COPIES.none;
  }
  const { missing, twice, other_print, back, pages } = copy;
  // A page of another print is told as such, not as missing, too.
  const gone = missing.filter((page) => !other_print.includes(page));
  const faults = [
    gone.length > 0 && COPIES.missing(listed(gone)),
    other_print.length > 0 && COPIES.other(listed(other_print)),
    twice.length > 0 && COPIES.twice(listed(twice)),
  ].filter((fault) => fault !== false);
  return isWhole(copy)
    ? [COPIES.whole(pages), ...faults].join('，')
    : [COPIES.part(back, pages), ...faults].join('，');
}

/** Page numbers as they are read, runs drawn together: `1–3、7`. */
export function listed(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) {
      last[1] = page;
    } else {
      runs.push([page, page]);
    }
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join('、');
}
