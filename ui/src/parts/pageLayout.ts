/** Where pages stand in a long scroll: pure arithmetic, no window. */

/** Room above, between and below pages, in pixels. */
export const GAP = 12;

/** A4 upright: height for a width of one. */
export const A4 = 297 / 210;

/** Steps of the zoom, as parts of the fitting width. */
export const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;

/** Where a page stands. */
export interface Slot {
  /** From 1. */
  page: number;
  top: number;
  height: number;
}

/** Slots for pages of that width; `shapes` holds height over width where it is known. */
export function layPages(
  pages: number,
  width: number,
  shapes: Readonly<Record<number, number>>,
): { slots: Slot[]; height: number } {
  const slots: Slot[] = [];
  let top = GAP;
  for (let page = 1; page <= pages; page += 1) {
    const height = Math.round(width * (shapes[page] ?? A4));
    slots.push({ page, top, height });
    top += height + GAP;
  }
  return { slots, height: top };
}

/** Pages to draw: those in sight and one more on either side. */
export function inSight(slots: readonly Slot[], top: number, height: number): Slot[] {
  const seen = slots.filter((slot) => slot.top + slot.height > top && slot.top < top + height);
  const first = seen[0]?.page ?? 1;
  const last = seen.at(-1)?.page ?? first;
  return slots.filter((slot) => slot.page >= first - 1 && slot.page <= last + 1);
}

/** The page one is reading: the one across a third of the height. */
export function pageAt(slots: readonly Slot[], top: number, height: number): number {
  const line = top + height / 3;
  return slots.findLast((slot) => slot.top <= line)?.page ?? 1;
}

/** Width to ask pictures for: a few steps only, so that zooming asks seldom. */
export function pictureWidth(shown: number, density: number): number {
  const steps = [300, 600, 900, 1200, 1600, 2400];
  return steps.find((step) => step >= shown * density) ?? 2400;
}

/** The next zoom up or down. */
export function nextZoom(zoom: number, up: boolean): number {
  const next = up
    ? ZOOMS.find((step) => step > zoom + 0.01)
    : ZOOMS.findLast((step) => step < zoom - 0.01);
  return next ?? zoom;
}
