import { describe, expect, it } from 'vitest';
import { barsOf, CHART, linesOf, stepOf } from './chart';

const point = (rated: number, more = {}) => ({
  month: '2026-10',
  rated,
  top_up: 0,
  fees: 0,
  payments: 0,
  ...more,
});

describe('the chart of the months', () => {
  it.each([
    [0, 25],
    [38_432, 10_000],
    [100_000, 25_000],
    [123_456_789, 50_000_000],
  ])('with %i fen at most has lines that are easy to read', (highest, step) => {
    expect(stepOf(highest)).toBe(step);
  });

  it('leaves no bar higher than its last line', () => {
    const { step, bars } = barsOf([point(90, { payments: 99_999 }), point(70_000)]);
    const top = linesOf(step).at(-1)?.y ?? 0;
    const highest = Math.min(...bars.flatMap(({ pieces }) => pieces.map(({ y }) => y)));
    expect(highest).toBeGreaterThanOrEqual(top);
  });

  it('stands the parts of a charge on each other', () => {
    const { bars } = barsOf([point(500, { top_up: 300, fees: 200 })]);
    const [rated, topUp, fees] = bars[0]?.pieces ?? [];
    expect((rated?.y ?? 0) + (rated?.height ?? 0)).toBeCloseTo(CHART.height - CHART.bottom);
    expect((topUp?.y ?? 0) + (topUp?.height ?? 0)).toBeCloseTo(rated?.y ?? -1);
    expect((fees?.y ?? 0) + (fees?.height ?? 0)).toBeCloseTo(topUp?.y ?? -1);
    expect(bars[0]?.charged).toBe(1000);
  });
});
