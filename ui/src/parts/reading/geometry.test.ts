import { describe, expect, it } from 'vitest';
import {
  bounds,
  centre,
  contains,
  isSheet,
  onPicture,
  pointsOf,
  turnedBack,
  turnedCorners,
  withCorner,
  withRoom,
} from './geometry';
import type { Corners } from './types';

/** A line of print on a page of 1000 × 500. */
const LINE: Corners = [
  [100, 50],
  [400, 50],
  [400, 100],
  [100, 100],
];
const PAGE = { width: 1000, height: 500 };

describe('a place on the picture', () => {
  it('is told in parts of it', () => {
    expect(onPicture(LINE, PAGE, 'upright', null)).toEqual([
      [0.1, 0.1],
      [0.4, 0.1],
      [0.4, 0.2],
      [0.1, 0.2],
    ]);
  });

  it('turns with the page', () => {
    const [topLeft] = onPicture(LINE, PAGE, 'right', null);
    expect(topLeft[0]).toBeCloseTo(0.9);
    expect(topLeft[1]).toBeCloseTo(0.1);
    const [over] = onPicture(LINE, PAGE, 'upsidedown', null);
    expect(over[0]).toBeCloseTo(0.9);
    expect(over[1]).toBeCloseTo(0.9);
    const [left] = onPicture(LINE, PAGE, 'left', null);
    expect(left[0]).toBeCloseTo(0.1);
    expect(left[1]).toBeCloseTo(0.9);
  });

  it('moves with the crop, and beyond it when it is cut off', () => {
    const crop = { left: 1000, top: 1000, right: 6000, bottom: 6000 };
    expect(onPicture(LINE, PAGE, 'upright', crop)[0]).toEqual([0, 0]);
    const away = { left: 5000, top: 5000, right: 10_000, bottom: 10_000 };
    expect(bounds(onPicture(LINE, PAGE, 'upright', away)).right).toBeLessThan(0);
  });
});

describe('a place', () => {
  it('holds what lies within, whichever way round its corners go', () => {
    const [a, b, c, d] = LINE;
    expect(contains(LINE, [250, 75])).toBe(true);
    expect(contains([d, c, b, a], [250, 75])).toBe(true);
    expect(contains(LINE, [250, 101])).toBe(false);
  });

  it('gets room around it, also where it lies askew', () => {
    expect(withRoom(LINE, 10)).toEqual([
      [90, 40],
      [410, 40],
      [410, 110],
      [90, 110],
    ]);
    const askew: Corners = [
      [100, 0],
      [200, 100],
      [100, 200],
      [0, 100],
    ];
    expect(withRoom(askew, 14)[0].map(Math.round)).toEqual([100, -20]);
  });

  it('has a middle and is drawn as a polygon', () => {
    expect(centre(LINE)).toEqual([250, 75]);
    expect(pointsOf(LINE)).toBe('100,50 400,50 400,100 100,100');
  });
});

describe('a corner', () => {
  it('is moved, and stays on the page', () => {
    expect(withCorner(LINE, 2, [450, 130], PAGE)[2]).toEqual([450, 130]);
    expect(withCorner(LINE, 2, [4500, 1300], PAGE)[2]).toEqual([1000, 500]);
  });

  it('cannot be drawn across another side or onto another corner', () => {
    expect(withCorner(LINE, 0, [500, 200], PAGE)).toBe(LINE);
    expect(withCorner(LINE, 0, [400, 50], PAGE)).toBe(LINE);
    expect(isSheet(LINE)).toBe(true);
  });
});

describe('a place on a page that is turned', () => {
  const page = { width: 400, height: 300 };
  const box = [
    [10, 20],
    [110, 20],
    [110, 70],
    [10, 70],
  ] as const;

  it('turns with it', () => {
    expect(turnedCorners(box, page, 'right')[0]).toEqual([280, 10]);
  });

  it('comes back whichever way the page was turned', () => {
    for (const rotation of ['upright', 'right', 'upsidedown', 'left'] as const) {
      expect(turnedBack(turnedCorners(box, page, rotation), page, rotation)).toEqual(box);
    }
  });
});
