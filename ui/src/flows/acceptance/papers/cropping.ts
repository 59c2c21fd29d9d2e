import type { Crop, Rotation } from '../../../backend';

/** Parts in the whole width or height of a page. */
export const WHOLE = 10_000;
/** Least side of a crop: a stamp on an A4 page is larger. */
export const LEAST = 200;

/** Which part of the rectangle is held: a corner, an edge, or all of it. */
export type Grip = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'all';

/** Grips around the rectangle. */
export const GRIPS: readonly Exclude<Grip, 'all'>[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];

/** The whole page. */
export const WHOLE_PAGE: Crop = { left: 0, top: 0, right: WHOLE, bottom: WHOLE };

function within(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}

/** The rectangle between two points, in any order. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }): Crop {
  return {
    left: within(Math.min(a.x, b.x), 0, WHOLE),
    top: within(Math.min(a.y, b.y), 0, WHOLE),
    right: within(Math.max(a.x, b.x), 0, WHOLE),
    bottom: within(Math.max(a.y, b.y), 0, WHOLE),
  };
}

/** The rectangle with one of its grips moved; never out of the page, never too small. */
export function dragged(crop: Crop, grip: Grip, dx: number, dy: number): Crop {
  if (grip === 'all') {
    const x = within(dx, -crop.left, WHOLE - crop.right);
    const y = within(dy, -crop.top, WHOLE - crop.bottom);
    return {
      left: crop.left + x,
      top: crop.top + y,
      right: crop.right + x,
      bottom: crop.bottom + y,
    };
  }
  return {
    left: grip.includes('w') ? within(crop.left + dx, 0, crop.right - LEAST) : crop.left,
    top: grip.includes('n') ? within(crop.top + dy, 0, crop.bottom - LEAST) : crop.top,
    right: grip.includes('e') ? within(crop.right + dx, crop.left + LEAST, WHOLE) : crop.right,
    bottom: grip.includes('s') ? within(crop.bottom + dy, crop.top + LEAST, WHOLE) : crop.bottom,
  };
}

/** What to keep: nothing for a rectangle that is as good as the whole page. */
export function kept(crop: Crop): Crop | null {
  const whole =
    crop.left <= 30 && crop.top <= 30 && crop.right >= WHOLE - 30 && crop.bottom >= WHOLE - 30;
  return whole ? null : crop;
}

/** Whether the rectangle is large enough to be meant. */
export function isMeant(crop: Crop): boolean {
  return crop.right - crop.left >= LEAST && crop.bottom - crop.top >= LEAST;
}

const NEXT: Record<Rotation, Rotation> = {
  upright: 'right',
  right: 'upsidedown',
  upsidedown: 'left',
  left: 'upright',
};

/** A page turned a quarter to the right, and its rectangle with it. */
export function turned(
  rotation: Rotation,
  crop: Crop | null,
): { rotation: Rotation; crop: Crop | null } {
  return {
    rotation: NEXT[rotation],
    crop: crop && {
      left: WHOLE - crop.bottom,
      top: crop.left,
      right: WHOLE - crop.top,
      bottom: crop.right,
    },
  };
}
