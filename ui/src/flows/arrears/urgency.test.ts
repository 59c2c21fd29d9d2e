import { describe, expect, it } from 'vitest';
import type { ArrearsLine } from '../../backend';
import { countSteps, tellDry, tellTermination } from './urgency';

const NOW = new Date(2026, 10, 22, 9, 30);

describe('an account in arrears', () => {
  it.each([
    ['2026-11-03', '11-03 已用完'],
    ['2026-11-22', '今天用完'],
    ['2026-12-05', '12-05 · 13 天后'],
    [null, '—'],
  ])('tells when its balance is used up: %s', (day, told) => {
    expect(tellDry(day, NOW)).toBe(told);
  });

  it.each([
    ['2026-11-20', '11-20 · 过 2 天'],
    ['2026-11-22', '11-22 · 今天'],
    ['2026-12-01', '12-01 · 还 9 天'],
    [null, ''],
  ])('tells when its thirty days are over: %s', (day, told) => {
    expect(tellTermination(day, NOW)).toBe(told);
  });

  it('is counted by what is proposed', () => {
    const lines = (['remind', 'suspend', 'remind'] as const).map((due) => ({ due }));
    expect(countSteps(lines as ArrearsLine[])).toEqual({
      terminate: 0,
      suspend: 1,
      wait: 0,
      remind: 2,
    });
  });
});
