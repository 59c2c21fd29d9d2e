import { describe, expect, it } from 'vitest';
import { nextOpen, sameText, standing } from './looks';
import type { Evidence, FieldReading } from './types';

const READING: FieldReading = {
  text: '2016年04月19日',
  value: '2016-04-19',
  confidence: 0.98,
  witnesses: ['ocr'],
  corners: [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ],
  verify: false,
};

function evidence(change: Partial<Evidence>, reading: Partial<FieldReading> = {}): Evidence {
  return {
    reading: { ...READING, ...reading },
    paper: 1,
    paperName: '营业执照',
    page: { width: 10, height: 10 },
    crop: undefined,
    doubts: [],
    settled: false,
    ...change,
  };
}

describe('a value that was read', () => {
  it('says the same whatever the width of its brackets and the gaps between', () => {
    expect(sameText('郑州示例(集团)有限公司', '郑州示例（集团） 有限公司')).toBe(true);
    expect(sameText('41010119900101001x', '41010119900101001X')).toBe(true);
    expect(sameText('郑州示例有限公司', '郑州示列有限公司')).toBe(false);
  });

  it('is sure, and corrected once something else is written', () => {
    expect(standing(evidence({}), '2016-04-19')).toBe('sure');
    expect(standing(evidence({}), '2016-04-20')).toBe('corrected');
  });

  it('stays open until a person settles it, whatever is written meanwhile', () => {
    const unsure = evidence({}, { verify: true });
    expect(standing(unsure, '2016-04-19')).toBe('open');
    expect(standing(unsure, '2016-04-20')).toBe('open');
    expect(standing({ ...unsure, settled: true }, '2016-04-19')).toBe('settled');
    expect(standing({ ...unsure, settled: true }, '2016-04-20')).toBe('corrected');
  });

  it('is open when another paper speaks against it, however sure the reader is', () => {
    expect(standing(evidence({ doubts: ['与身份证不一致'] }), '2016-04-19')).toBe('open');
  });
});

describe('the fields that need a look', () => {
  const ORDER = ['a', 'b', 'c', 'd'];
  const OPEN = new Set(['a', 'c']);

  it('are gone through in the order of the screen', () => {
    expect(nextOpen(ORDER, OPEN, 'a', false)).toBe('c');
    expect(nextOpen(ORDER, OPEN, 'elsewhere', false)).toBe('a');
  });

  it('let Tab go on to the rest of the form after the last, and Enter round to the first', () => {
    expect(nextOpen(ORDER, OPEN, 'c', false)).toBeUndefined();
    expect(nextOpen(ORDER, OPEN, 'c', true)).toBe('a');
    expect(nextOpen(ORDER, new Set(['c']), 'c', true)).toBeUndefined();
  });
});
