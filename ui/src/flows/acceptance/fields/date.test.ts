import { describe, expect, it } from 'vitest';
import { LONG_TERM, readDate, shownDate, termEnd } from './date';

describe('readDate', () => {
  it.each([
    ['20261201', '2026-12-01'],
    ['2026-12-1', '2026-12-01'],
    ['2026.12.01', '2026-12-01'],
    ['2026。12。1', '2026-12-01'],
    ['2026/2/9', '2026-02-09'],
    ['2026 2 9', '2026-02-09'],
    ['2026年12月1日', '2026-12-01'],
    ['２０２６－１２－０１', '2026-12-01'],
    [' 2026-12-01 ', '2026-12-01'],
  ])('reads %s', (typed, kept) => {
    expect(readDate(typed)).toBe(kept);
  });

  it.each(['20260230', '2026-13-1', '明天', '2026', ''])('leaves %s as typed', (typed) => {
    expect(readDate(typed)).toBe(typed);
  });

  it('knows a term without end only where one may stand', () => {
    expect(readDate('长期', true)).toBe(LONG_TERM);
    expect(readDate('长期')).toBe('长期');
  });

  it('shows a term without end as a word', () => {
    expect(shownDate(LONG_TERM, '长期')).toBe('长期');
    expect(shownDate('2026-12-01', '长期')).toBe('2026-12-01');
  });
});

describe('termEnd', () => {
  it('is the day before the anniversary', () => {
    expect(termEnd('2026-12-01', 1)).toBe('2027-11-30');
    expect(termEnd('2026-01-01', 2)).toBe('2027-12-31');
  });

  it('ends a term from a leap day on 28 February', () => {
    expect(termEnd('2028-02-29', 1)).toBe('2029-02-28');
  });

  it('needs a date to begin with', () => {
    expect(termEnd('', 1)).toBeUndefined();
    expect(termEnd('明天', 1)).toBeUndefined();
  });
});
