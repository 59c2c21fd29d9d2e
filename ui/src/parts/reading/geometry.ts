/** Four-cornered places on a page: pure arithmetic, no window. */
import type { Crop, Rotation } from '../../backend';
import type { Corners, Point } from './types';

/** Parts in the whole width or height that a crop counts in. */
const CROP_PARTS = 10_000;

function each(corners: Corners, change: (point: Point) => Point): Corners {
  const [a, b, c, d] = corners;
  return [change(a), change(b), change(c), change(d)];
}

/** A point of a page turned to the right by quarters; all in parts of width and height. */
function turnedPoint([x, y]: Point, rotation: Rotation): Point {
  switch (rotation) {
    case 'upright':
      return [x, y];
    case 'right':
      return [1 - y, x];
    case 'upsidedown':
      return [1 - x, 1 - y];
    case 'left':
      return [y, 1 - x];
  }
}

/**
 * Where a place on the whole page lies on the picture that is shown, in parts of
 * the picture's width and height. Beyond 0 … 1 it is cut off by the crop.
 */
export function onPicture(
  box: Corners,
  page: { width: number; height: number },
  rotation: Rotation,
  crop: Crop | null,
): Corners {
  const part = crop ?? { left: 0, top: 0, right: CROP_PARTS, bottom: CROP_PARTS };
  return each(box, ([x, y]) => {
    const [across, down] = turnedPoint([x / page.width, y / page.height], rotation);
    return [
      (across * CROP_PARTS - part.left) / (part.right - part.left),
      (down * CROP_PARTS - part.top) / (part.bottom - part.top),
    ];
  });
}

const BACK: Record<Rotation, Rotation> = {
  upright: 'upright',
  right: 'left',
  upsidedown: 'upsidedown',
  left: 'right',
};

/** A page's size. */
interface Page {
  width: number;
  height: number;
}

/** The size of a page once it is turned. */
export function turnedPage({ width, height }: Page, rotation: Rotation): Page {
  const isAside = rotation === 'left' || rotation === 'right';
  return isAside ? { width: height, height: width } : { width, height };
}

/** A place on a page, in pixels of the page once it is turned. */
export function turnedCorners(box: Corners, page: Page, rotation: Rotation): Corners {
  const { width, height } = turnedPage(page, rotation);
  return each(onPicture(box, page, rotation, null), ([x, y]) => [
    Math.round(x * width),
    Math.round(y * height),
  ]);
}

/** The reverse: a place on the turned page, in pixels of `page` as it was before. */
export function turnedBack(box: Corners, page: Page, rotation: Rotation): Corners {
  return turnedCorners(box, turnedPage(page, rotation), BACK[rotation]);
}

/** The same with so much room around it, so that an outline cuts no letter. */
export function withRoom(corners: Corners, room: number): Corners {
  const [a, b, , d] = corners;
  const across = [b[0] - a[0], b[1] - a[1]] as const;
  const down = [d[0] - a[0], d[1] - a[1]] as const;
  const stretch = (side: readonly [number, number]): Point => {
    const length = Math.hypot(...side) || 1;
    return [(side[0] / length) * room, (side[1] / length) * room];
  };
  const [ax, ay] = stretch(across);
  const [dx, dy] = stretch(down);
  const outwards = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  const [p, q, r, s] = corners.map(([x, y], place): Point => {
    const [right, below] = outwards[place] ?? [0, 0];
    return [x + right * ax + below * dx, y + right * ay + below * dy];
  });
  return p && q && r && s ? [p, q, r, s] : corners;
}

/** The smallest upright rectangle around it. */
export function bounds(corners: Corners): {
  left: number;
  top: number;
  right: number;
  bottom: number;
} {
  const across = corners.map(([x]) => x);
  const down = corners.map(([, y]) => y);
  return {
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  };
}

/** The middle. */
export function centre(corners: Corners): Point {
  const sum = (of: 0 | 1) => corners.reduce((total, corner) => total + corner[of], 0);
  return [sum(0) / 4, sum(1) / 4];
}

function cross([ax, ay]: Point, [bx, by]: Point, [px, py]: Point): number {
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

function sides(corners: Corners): [Point, Point][] {
  const [a, b, c, d] = corners;
  return [
    [a, b],
    [b, c],
    [c, d],
    [d, a],
  ];
}

/** Whether a point lies within, edges included; whichever way round the corners go. */
export function contains(corners: Corners, point: Point): boolean {
  const turns = sides(corners).map(([from, to]) => cross(from, to, point));
  return turns.every((turn) => turn >= 0) || turns.every((turn) => turn <= 0);
}

/** Whether it is the outline of a sheet: no corner dented in, none on another, no sides crossed. */
export function isSheet(corners: Corners): boolean {
  const [a, b, c, d] = corners;
  const turns = [cross(a, b, c), cross(b, c, d), cross(c, d, a), cross(d, a, b)];
  return turns.every((turn) => turn > 0);
}

/** Corners with one of them elsewhere, kept on the page; as they were if that is no sheet. */
export function withCorner(
  corners: Corners,
  which: number,
  to: Point,
  page: { width: number; height: number },
): Corners {
  const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
  const there: Point = [within(to[0], page.width), within(to[1], page.height)];
  const [a, b, c, d] = corners.map((corner, place) => (place === which ? there : corner));
  const moved = a && b && c && d ? ([a, b, c, d] as const) : corners;
  return isSheet(moved) ? moved : corners;
}

/** As the points of an SVG polygon. */
export function pointsOf(corners: Corners): string {
  return corners.map(([x, y]) => `${x},${y}`).join(' ');
}
