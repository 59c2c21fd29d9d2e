import { describe, expect, it } from 'vitest';
import { count, exactYuan, lengthOf, monthAfter, monthName, sizeOf } from './quantity';

it('a count has its thousands apart', () => {
  expect([0, 999, 1000, 1_234_567].map(count)).toEqual(['0', '999', '1,000', '1,234,567']);
});

it('a charge that is exact is not rounded', () => {
  expect(['12345.6789', '19.2', '0', ''].map(exactYuan)).toEqual([
    '12,345.6789',
    '19.20',
    '0.00',
    '',
  ]);
});

it('a call has a length like a clock', () => {
  expect([0, 61, 3601].map(lengthOf)).toEqual(['0:00', '1:01', '1:00:01']);
});

it('a small file is no empty one', () => {
  expect([10, 2048, 4_404_019].map(sizeOf)).toEqual(['1 KB', '2 KB', '4.2 MB']);
});

describe('a month', () => {
  it('is followed by the next, over the year as well', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-10', 0)]).toEqual(
      ['2027-01', '2025-12', '2026-10'],
    );
  });

  it('is said without a leading nought', () => {
    expect(monthName('2026-03')).toBe('2026 年 3 月');
  });
});
