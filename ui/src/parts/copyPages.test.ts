import { describe, expect, it } from 'vitest';
import type { CopyState } from '../backend';
import { isBegun, isWhole, listed, pagesOf, shortCopy, tellCopy } from './copyPages';

function copy(change: Partial<CopyState> = {}): CopyState {
  return {
    original: 'firm',
    pages: 4,
    back: 4,
    missing: [],
    twice: [],
    other_print: [],
    red_seal: true,
    ...change,
  };
}

const UNTOUCHED = copy({ original: 'customer', back: 0, missing: [1, 2, 3, 4], red_seal: false });

describe('an original that comes back', () => {
  it('names each page as back, missing, twice or of another print', () => {
    const state = { back: 3, missing: [3, 4], twice: [2], other_print: [4] };
    expect(pagesOf(copy(state)).map((page) => page.state)).toEqual([
      'back',
      'twice',
      'missing',
      'other',
    ]);
  });

  it('says which pages are missing, and never counts a page of another print', () => {
    const short = copy({ back: 2, missing: [3, 4], other_print: [4] });
    expect(isWhole(short)).toBe(false);
    expect(tellCopy(short)).toBe('2/4 页，缺第 3 页，第 4 页是另一次打印的');
  });

  it('is whole although a page came twice, which is told', () => {
    expect(isWhole(copy({ twice: [2] }))).toBe(true);
    expect(tellCopy(copy({ twice: [2] }))).toBe('4 页齐，第 2 页重复');
  });

  it('that is the customer’s to keep is not missed', () => {
    expect(isBegun(UNTOUCHED)).toBe(false);
    expect(tellCopy(UNTOUCHED)).toBe('还没有收到');
    expect(shortCopy([copy(), UNTOUCHED])).toBeUndefined();
  });

  it('clause_8_3: keeps the agreement back while it is there in part', () => {
    const part = copy({ original: 'customer', back: 3, missing: [3] });
    expect(shortCopy([copy(), part])).toBe(part);
  });
});

describe('page numbers', () => {
  it('are drawn together where they follow each other', () => {
    expect(listed([1, 2, 3, 7, 9, 10])).toBe('1–3、7、9–10');
  });
});
