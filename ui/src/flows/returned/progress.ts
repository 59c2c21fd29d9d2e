/** How far the looking at pages is: no window. */

/** Pages of one go: how many came in all, how many are still unseen. */
export interface Progress {
  all: number;
  left: number;
}

/** Nothing under way. */
export const NOTHING: Progress = { all: 0, left: 0 };

/** The next state, told how many pages are unseen now. More may have come meanwhile. */
export function progressed(before: Progress, unseen: number): Progress {
  if (before.left === 0) {
    // A go that is over stays told until the next one begins.
    return unseen === 0 ? before : { all: unseen, left: unseen };
  }
  return { all: before.all + Math.max(0, unseen - before.left), left: unseen };
}

/** Pages looked at in this go. */
export function seen({ all, left }: Progress): number {
  return all - left;
}
