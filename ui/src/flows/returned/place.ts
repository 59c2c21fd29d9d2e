/** Filing pages by hand, one after the other: what comes next. No window. */
import type { Original, Place, ReturnedPage, WaitingAgreement } from '../../backend';
import { isBegun } from '../../parts/copyPages';

/** What a person has said of a page so far. */
export interface Wish {
  agreement: string | null;
  original: Original;
  page: number;
}

/** How many pages each original of a waiting agreement has. */
export function pagesOfCopy(waiting: readonly WaitingAgreement[], agreement: string | null) {
  return waiting.find(({ line }) => line.number === agreement)?.copies[0]?.pages;
}

/** Whether there is no such page. */
export function isBeyond({ agreement, page }: Wish, waiting: readonly WaitingAgreement[]): boolean {
  return page > (pagesOfCopy(waiting, agreement) ?? page);
}

/**
 * What a page most likely is: what its mark says where that agreement waits, else
 * the page after the one that was filed last, as a stack is mostly in order.
 */
export function guess(
  mark: Place | null,
  waiting: readonly WaitingAgreement[],
  last: Place | null,
): Wish {
  if (mark && pagesOfCopy(waiting, mark.agreement) !== undefined) {
    return { ...mark };
  }
  const pages = last && pagesOfCopy(waiting, last.agreement);
  if (!last || !pages) {
    return { agreement: null, original: 'firm', page: 1 };
  }
  if (last.page < pages) {
    return { ...last, page: last.page + 1 };
  }
  const { agreement } = last;
  return { agreement, original: last.original === 'firm' ? 'customer' : 'firm', page: 1 };
}

/** The page to show once one has gone: the one behind it, else the one before; none when all are. */
export function nextPaper(
  before: readonly ReturnedPage[],
  gone: number,
  after: readonly ReturnedPage[],
): number | null {
  const at = before.findIndex(({ paper }) => paper.id === gone);
  const left = (page: ReturnedPage | undefined) =>
    page?.paper.id !== gone && after.some(({ paper }) => paper.id === page?.paper.id);
  const found = before.slice(at + 1).find(left) ?? before.slice(0, at).findLast(left) ?? after[0];
  return found ? found.paper.id : null;
}

/** Agreements as a person chooses among them; those that began to come back first. */
export function choices(waiting: readonly WaitingAgreement[]) {
  const begun = (row: WaitingAgreement) => Number(row.copies.some(isBegun));
  return waiting
    .toSorted((one, other) => begun(other) - begun(one))
    .map(({ line }) => ({
      value: line.number,
      label: `${line.number}　${line.company}`,
      // As it is looked for: with hyphens and without.
      search: `${line.number} ${line.company} ${line.number_400} ${line.number_400.replace(/-/g, '')}`,
    }));
}
