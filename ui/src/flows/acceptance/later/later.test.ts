import { describe, expect, it } from 'vitest';
import type { Business, Finding, Gravity } from '../../../backend';
import { BUSINESS } from '../../../text';
import { emptyForm } from '../form/emptyForm';
import { problemsOf } from '../form/problems';
import { fieldLabel, placeOf, sectionsFor } from '../form/sections';
import { isStated } from '../form/stated';
import { kindsFor } from '../sections/BusinessSection';
import { numeral, paragraphs } from './Clauses';
import { dayAfter, monthEnd, nextMonth } from './Day';
import { floorOf } from './useCited';

const KINDS = Object.keys(BUSINESS) as Business[];

function finding(field: string, gravity: Gravity): Finding {
  return { field, code: 'Some', details: {}, gravity };
}

function those(path: string): Business[] {
  return KINDS.filter((business) => isStated(business, path));
}

function paid(contract_amount: string) {
  const form = emptyForm();
  return { ...form, tariff: { ...form.tariff, contract_amount } };
}

describe('a later business', () => {
  it('names its day where it has one', () => {
    expect(those('later.day')).toEqual(['transfer', 'suspension', 'resumption', 'closing']);
  });

  it('states the company anew only where the agreement says so (第二条)', () => {
    expect(those('company.name')).toEqual(['new', 'change', 'transfer']);
    expect(those('number.purpose')).toEqual(['new', 'change', 'transfer']);
  });

  it('asks anew for consent only where the paper does', () => {
    expect(those('confirmations.lawful_use')).toEqual(['new', 'change', 'renewal', 'transfer']);
    expect(those('confirmations.declares_true')).toEqual(KINDS);
  });

  it('states each part of its own in one kind', () => {
    expect(those('later.clauses')).toEqual(['supplement']);
    expect(those('later.reason')).toEqual(['suspension']);
    expect(those('later.rest')).toEqual(['transfer']);
    expect(those('later.note')).toEqual(['change', 'suspension']);
  });

  it('shows the sections it is about, and one with something open in it', () => {
    expect(sectionsFor('supplement', new Set())).toEqual(['number', 'later', 'handler', 'confirm']);
    expect(sectionsFor('supplement', new Set(['company']))).toContain('company');
    expect(sectionsFor('new', new Set())).not.toContain('later');
  });

  it('is not warned of what it does not state, but what blocks is told', () => {
    const form = { ...emptyForm(), business: 'suspension' as const };
    const findings = [
      finding('tariff.start', 'warning'),
      finding('handler.id_expiry', 'warning'),
      finding('company.term_until', 'waivable'),
      finding('later.day', 'missing'),
    ];
    const problems = problemsOf({ findings, capitals: {} }, form);
    expect(problems.list.map(({ field }) => field)).toEqual([
      'later.day',
      'company.term_until',
      'handler.id_expiry',
    ]);
  });

  it('calls its day by what happens on it', () => {
    expect(fieldLabel('later.day', 'closing')).toBe('最后服务日');
    expect(fieldLabel('later.day', 'suspension')).toBe('停机日期');
    expect(fieldLabel('tariff.contract_amount', 'renewal')).toBe('续费金额');
    expect(placeOf('later.day')).toBe('later');
  });

  it('stays with its agreement: never new, and never to or from a transfer', () => {
    expect(Object.keys(kindsFor('new', ''))).toEqual(KINDS);
    expect(Object.keys(kindsFor('transfer', 'QF-2026-000001'))).toEqual(['transfer']);
    const others = Object.keys(kindsFor('renewal', 'QF-2026-000001'));
    expect(others).not.toContain('new');
    expect(others).not.toContain('transfer');
    expect(others).toContain('supplement');
  });
});

describe('the clauses of a supplement', () => {
  it('are its paragraphs, without empty ones', () => {
    expect(paragraphs('第一点。\n\n  第二点。  \r\n')).toEqual(['第一点。', '第二点。']);
  });

  it('are counted as on the paper', () => {
    expect([1, 10, 11, 20, 34, 99, 100].map(numeral)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '三十四',
      '九十九',
      '100',
    ]);
  });
});

describe('days that are often meant', () => {
  it('cross months and years', () => {
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
    expect(nextMonth('2026-12-05')).toBe('2027-01-01');
    expect(monthEnd('2028-02-03')).toBe('2028-02-29');
    expect(dayAfter('')).toBeUndefined();
  });
});

describe('the floor of a renewal (协议四（二）8)', () => {
  it('is the contract until there was a renewal, then the first of them, never below the contract', () => {
    expect(floorOf(paid('1200'), null)).toBe(120_000);
    expect(floorOf(paid('1200'), paid('1500'))).toBe(150_000);
    expect(floorOf(paid('1200'), paid('900'))).toBe(120_000);
  });

  it('is not told before it is known', () => {
    expect(floorOf(undefined, null)).toBeUndefined();
    expect(floorOf(paid('1200'), undefined)).toBeUndefined();
  });
});
