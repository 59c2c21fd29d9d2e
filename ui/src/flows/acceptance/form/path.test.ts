import { describe, expect, expectTypeOf, it } from 'vitest';
import { blankBound } from './blank';
import { emptyForm } from './emptyForm';
import {
  differences,
  type FormValue,
  filledPaths,
  type TextPath,
  valueAt,
  withValue,
} from './path';

describe('the names of the form', () => {
  it('know what stands there', () => {
    expectTypeOf<FormValue<'company.code'>>().toEqualTypeOf<string>();
    expectTypeOf<FormValue<'bound.0.number'>>().toEqualTypeOf<string | undefined>();
    expectTypeOf<'tariff.rates.landline'>().toExtend<TextPath>();
    expectTypeOf<'handler_is_legal_representative'>().not.toExtend<TextPath>();
  });

  it('read and replace a value', () => {
    const form = withValue(emptyForm(), 'company.code', '91350100M000100Y43');
    expect(valueAt(form, 'company.code')).toBe('91350100M000100Y43');
  });

  it('reach into the rows of the bound numbers', () => {
    const form = { ...emptyForm(), bound: [blankBound, blankBound] };
    const next = withValue(form, 'bound.1.number', '13800138000');
    expect(valueAt(next, 'bound.1.number')).toBe('13800138000');
    expect(valueAt(next, 'bound.0.number')).toBe('');
    expect(valueAt(next, 'bound.7.number')).toBeUndefined();
  });

  it('leave a missing row missing', () => {
    const form = emptyForm();
    expect(withValue(form, 'bound.0.number', '1')).toBe(form);
  });

  it('keep the parts that did not change', () => {
    const form = emptyForm();
    const next = withValue(form, 'tariff.rates.mobile', '0.12');
    expect(next).not.toBe(form);
    expect(next.company).toBe(form.company);
    expect(next.tariff.rates).not.toBe(form.tariff.rates);
  });

  it('give the same form back when nothing changed', () => {
    const form = emptyForm();
    expect(withValue(form, 'remarks', '')).toBe(form);
  });
});

describe('differences', () => {
  it('name every place, also in rows that one form lacks', () => {
    const here = withValue(emptyForm(), 'company.name', '甲');
    const there = { ...emptyForm(), bound: [{ ...blankBound, number: '95', windows: [] }] };
    expect(differences(here, there).map((found) => found.path)).toEqual([
      'company.name',
      'bound.0',
    ]);
  });

  it('are none between equal forms', () => {
    expect(differences(emptyForm(), emptyForm())).toEqual([]);
  });
});

describe('filledPaths', () => {
  it('name the texts that were typed and nothing else', () => {
    const form = withValue(emptyForm(), 'company.name', '榕城');
    const typed = filledPaths(form).filter((path) => path.startsWith('company'));
    expect(typed).toEqual(['company.name']);
  });
});
