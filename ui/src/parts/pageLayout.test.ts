import { describe, expect, it } from 'vitest';
import { A4, GAP, inSight, layPages, nextZoom, pageAt, pictureWidth } from './pageLayout';

const { slots, height } = layPages(12, 600, { 3: 0.7 });

describe('pages', () => {
  it('stand under each other, each in its own shape', () => {
    expect(slots[0]).toEqual({ page: 1, top: GAP, height: Math.round(600 * A4) });
    expect(slots[2]?.height).toBe(420);
    expect(slots[3]?.top).toBe((slots[2]?.top ?? 0) + 420 + GAP);
    expect(height).toBe((slots[11]?.top ?? 0) + (slots[11]?.height ?? 0) + GAP);
  });

  it('are drawn only in sight and one beyond', () => {
    expect(inSight(slots, 0, 700).map(({ page }) => page)).toEqual([1, 2]);
    const top = slots[6]?.top ?? 0;
    expect(inSight(slots, top, 700).map(({ page }) => page)).toEqual([6, 7, 8]);
  });

  it('are read a third down the window', () => {
    expect(pageAt(slots, 0, 700)).toBe(1);
    expect(pageAt(slots, (slots[4]?.top ?? 0) - 100, 700)).toBe(5);
    expect(pageAt([], 0, 0)).toBe(1);
  });
});

describe('pictures', () => {
  it('are asked for in a few widths only', () => {
    expect([280, 601, 900, 5000].map((shown) => pictureWidth(shown, 1))).toEqual([
      300, 900, 900, 2400,
    ]);
    expect(pictureWidth(600, 2)).toBe(1200);
  });

  it('are zoomed step by step and no further', () => {
    expect([nextZoom(1, true), nextZoom(1, false), nextZoom(3, true)]).toEqual([1.25, 0.8, 3]);
  });
});
