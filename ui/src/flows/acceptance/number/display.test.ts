import { describe, expect, it } from 'vitest';
import type { DisplayForm } from '../../../backend';
import { DISPLAY_FORM } from '../../../text';
import { shownAs, spanOf, tenDigits, wantedBy } from './display';

describe('shownAs', () => {
  it('groups by the chosen form and loses no digit', () => {
    for (const form of Object.keys(DISPLAY_FORM) as DisplayForm[]) {
      expect(shownAs('4008238888', form).replace(/\D/g, ''), form).toBe('4008238888');
    }
    expect(shownAs('4008238888', 'four_three_three')).toBe('4008-238-888');
  });

  it('leaves what is no 400 number as typed', () => {
    expect(shownAs('400823', 'four_three_three')).toBe('400823');
  });
});

describe('tenDigits', () => {
  it('reads any grouping', () => {
    expect(tenDigits('400-823-8888')).toBe('4008238888');
    expect(tenDigits('４００ 823 8888')).toBe('4008238888');
    expect(tenDigits('13800138000')).toBeUndefined();
  });
});

describe('wantedBy', () => {
  it('knows a wish for an ending', () => {
    expect(wantedBy('尾号 8888', false)).toEqual({ digits: '8888', ending: true });
    expect(wantedBy('*88', false)).toEqual({ digits: '88', ending: true });
    expect(wantedBy('823', false)).toEqual({ digits: '823', ending: false });
    expect(wantedBy('823', true)).toEqual({ digits: '823', ending: true });
  });
});

describe('spanOf', () => {
  it('finds digits across the gaps of the grouping', () => {
    expect(spanOf('400-823-8888', '3888')).toEqual({ from: 6, to: 11 });
    expect(spanOf('400-823-8888', '')).toEqual({ from: 0, to: 0 });
    expect(spanOf('400-823-8888', '77')).toEqual({ from: 0, to: 0 });
  });
});
