import { describe, expect, it } from 'vitest';
import { capitals } from './capitals';
import { readYuan, signedUnits, signedYuan, typedYuan, unitsOf, yuan } from './money';

describe('an amount', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [140_950, '1,409.50'],
    [100_000_050_000, '1,000,000,500.00'],
    [-3360, '−33.60'],
  ])('of %s fen is shown in yuan', (fen, shown) => {
    expect(yuan(fen)).toBe(shown);
  });

  it('says its sign where it matters', () => {
    expect([signedYuan(48_000), signedYuan(-3360), signedYuan(0)]).toEqual([
      '+480.00',
      '−33.60',
      '0.00',
    ]);
  });

  it.each([
    ['480', 48_000],
    ['1,409.5', 140_950],
    ['￥１２.05 元', 1205],
    ['0', undefined],
    ['-3', undefined],
    ['1.234', undefined],
    ['', undefined],
    ['abc', undefined],
  ])('is read as typed: %s', (typed, fen) => {
    expect(readYuan(typed)).toBe(fen);
  });

  it('comes back from the field that it filled', () => {
    expect(readYuan(typedYuan(12_345_678))).toBe(12_345_678);
  });
});

describe('a price', () => {
  it('is compared to the last of its decimals', () => {
    expect(signedUnits(unitsOf('0.11') - unitsOf('0.24'))).toBe('−0.13');
    expect(signedUnits(unitsOf('0.0125'))).toBe('+0.0125');
    expect(signedUnits(unitsOf('1,200') - unitsOf('1200.00'))).toBe('0.00');
  });
});

describe('capitals', () => {
  it.each([
    [140_950, '壹仟肆佰零玖元伍角'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '壹拾万零柒仟元伍角叁分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [1000, '壹拾元整'],
    [50, '伍角'],
    [5, '伍分'],
    [10_001, '壹佰元零壹分'],
    [1_000_500, '壹万零伍元整'],
    [10_001_000_000, '壹亿零壹万元整'],
    [10_000_050_000, '壹亿零伍佰元整'],
    [101_000_000_000, '壹拾亿零壹仟万元整'],
    [10_000_000_000_000, '壹仟亿元整'],
    [2_000_000_320, '贰仟万零叁元贰角'],
  ])('of %s fen are written in the one form', (fen, text) => {
    expect(capitals(fen)).toBe(`人民币${text}`);
  });
});
