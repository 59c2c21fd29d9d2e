import { describe, expect, it } from 'vitest';
import type { TariffVersionView } from '../../backend';
import {
  firstDay,
  isComplete,
  isRate,
  NEW_TERMS,
  nextMonth,
  rateOf,
  standingOf,
  withFee,
  withRate,
} from './terms';

const PRICED = withRate(
  withRate(NEW_TERMS, 'landline', 'local', '0.12'),
  'mobile',
  'local',
  '0.15',
);

describe('terms being typed', () => {
  it('hold one price in each place', () => {
    const twice = withRate(PRICED, 'landline', 'local', '0.10');
    expect(rateOf(twice, 'landline', 'local')).toBe('0.10');
    expect(twice.rates).toHaveLength(2);
  });

  it('leave calls abroad undelivered when no price is typed for them', () => {
    const abroad = withRate(PRICED, 'international', 'local', '2.4');
    expect(withRate(abroad, 'international', 'local', '').rates).toEqual(PRICED.rates);
    expect(isComplete(PRICED)).toBe(true);
  });

  it('are incomplete without a price for fixed lines and mobiles', () => {
    expect(isComplete(NEW_TERMS)).toBe(false);
    expect(isComplete(withRate(NEW_TERMS, 'landline', 'local', '0.12'))).toBe(false);
  });

  it('are incomplete while a price or a fee cannot be read', () => {
    expect(isComplete(withRate(PRICED, 'mobile', 'local', '0.1.5'))).toBe(false);
    expect(isComplete(withFee(PRICED, 'recording', '十元'))).toBe(false);
    expect(isComplete(withFee(PRICED, 'recording', '10'))).toBe(true);
  });

  it('take prices of up to four decimals', () => {
    expect(['0.1234', '0', '12'].every(isRate)).toBe(true);
    expect(['0.12345', '-0.1', '', '.5'].some(isRate)).toBe(false);
  });
});

describe('a version', () => {
  const version = (effective: string, in_force = false) =>
    ({ effective, in_force }) as TariffVersionView;

  it('is planned until its day comes, and past once another is in force', () => {
    expect(standingOf(version('2026-12-01'), '2026-11-22')).toBe('planned');
    expect(standingOf(version('2026-11-01', true), '2026-11-22')).toBe('in_force');
    expect(standingOf(version('2026-01-01'), '2026-11-22')).toBe('past');
  });

  it('begins with the next month unless told otherwise', () => {
    expect(nextMonth('2026-11-22')).toBe('2026-12-01');
    expect(nextMonth('2026-12-31')).toBe('2027-01-01');
    const plan = { plan: '畅聊 40', accounts: 1, versions: [] };
    expect(firstDay(plan, '2026-11-01', '2026-11-22')).toBe('2026-12-01');
  });

  it('of a plan that is new also prices what was called since the last closed month', () => {
    expect(firstDay(undefined, '2026-10-01', '2026-11-22')).toBe('2026-10-01');
    expect(firstDay(undefined, undefined, '2026-11-22')).toBe('2026-11-01');
  });
});
