import { describe, expect, it } from 'vitest';
import { caretAfter, grouped, ID_GROUPS, MOBILE_GROUPS, ungrouped } from './grouping';

describe('grouping', () => {
  it('sets an identity number in its three parts', () => {
    expect(grouped('110101199003070039', ID_GROUPS)).toBe('110101 19900307 0039');
    expect(grouped('1101011990', ID_GROUPS)).toBe('110101 1990');
  });

  it('sets a mobile as it is spoken', () => {
    expect(grouped('13800138000', MOBILE_GROUPS)).toBe('138 0013 8000');
  });

  it('shows what is too long in full', () => {
    expect(grouped('138001380001', MOBILE_GROUPS)).toBe('138 0013 8000 1');
  });

  it('leaves other text alone', () => {
    expect(grouped('无', ID_GROUPS)).toBe('无');
    expect(grouped('+86 138', MOBILE_GROUPS)).toBe('+86 138');
  });

  it('keeps no gaps', () => {
    expect(ungrouped('138 0013\t8000 ')).toBe('13800138000');
  });

  it('keeps the caret behind the same digit', () => {
    expect(caretAfter('138 0013 8000', 3)).toBe(3);
    expect(caretAfter('138 0013 8000', 4)).toBe(5);
    expect(caretAfter('138 0013 8000', 11)).toBe(13);
  });
});
