import { describe, expect, it } from 'vitest';
import type { BoundNumber } from '../../../backend/bindings';
import { blankBound } from '../form/blank';
import { moved, pasted, pastedNumbers, withBlank, without } from './rows';

function rows(...numbers: string[]): BoundNumber[] {
  return numbers.map((number) => ({ ...blankBound, number }));
}

function numbers(of: BoundNumber[]): string[] {
  return of.map((row) => row.number);
}

describe('pastedNumbers', () => {
  it('takes a column of a spreadsheet', () => {
    expect(pastedNumbers('0371-65651234\r\n13800138000\r\n')).toEqual([
      '0371-65651234',
      '13800138000',
    ]);
  });

  it('passes over a heading and empty lines', () => {
    expect(pastedNumbers('绑定号码\n\n13800138000\n')).toEqual(['13800138000']);
  });

  it('finds the number among the cells of a line', () => {
    expect(pastedNumbers('1\t张三\t13800138000\n2\t李四\t13900139000')).toEqual([
      '13800138000',
      '13900139000',
    ]);
  });

  it('takes all numbers of a line of words', () => {
    expect(pastedNumbers('13800138000、0371 65651234；13900139000')).toEqual([
      '13800138000',
      '0371 65651234',
      '13900139000',
    ]);
  });

  it('takes no date for a number', () => {
    expect(pastedNumbers('2026-11-01\t13800138000')).toEqual(['13800138000']);
  });

  it('keeps full-width digits as they came', () => {
    expect(pastedNumbers('１３８００１３８０００')).toEqual(['１３８００１３８０００']);
  });
});

describe('pasting into the rows', () => {
  it('fills the row of the caret, then makes new ones', () => {
    const next = pasted(rows(''), 0, ['1', '2', '3']);
    expect(numbers(next)).toEqual(['1', '2', '3']);
  });

  it('fills empty rows and moves filled ones down, never over them', () => {
    const next = pasted(rows('a', '', 'z'), 0, ['1', '2', '3']);
    expect(numbers(next)).toEqual(['1', '2', '3', 'z']);
  });

  it('keeps what else stands in the row', () => {
    const [row] = pasted([{ ...blankBound, number: '', owner: 'employee' }], 0, ['1']);
    expect(row).toMatchObject({ number: '1', owner: 'employee' });
  });

  it('does nothing without numbers', () => {
    const before = rows('a');
    expect(pasted(before, 0, [])).toBe(before);
  });
});

describe('ordering the rows', () => {
  it('moves a row up and down', () => {
    expect(numbers(moved(rows('a', 'b', 'c'), 2, 0))).toEqual(['c', 'a', 'b']);
    expect(numbers(moved(rows('a', 'b', 'c'), 0, 1))).toEqual(['b', 'a', 'c']);
  });

  it('stops at both ends', () => {
    const before = rows('a', 'b');
    expect(moved(before, 0, -1)).toBe(before);
    expect(moved(before, 1, 2)).toBe(before);
  });

  it('puts in and takes out a row', () => {
    expect(numbers(withBlank(rows('a', 'b'), 1))).toEqual(['a', '', 'b']);
    expect(numbers(without(rows('a', 'b'), 0))).toEqual(['b']);
  });
});
