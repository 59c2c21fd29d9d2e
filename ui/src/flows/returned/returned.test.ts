import { describe, expect, it } from 'vitest';
import type { CopyState, ReturnedPage, WaitingAgreement } from '../../backend';
import { choices, guess, isBeyond, nextPaper } from './place';
import { NOTHING, progressed, seen } from './progress';
import { waitingCounts, waitingFor } from './waiting';

function copy(original: CopyState['original'], back: number): CopyState {
  const missing = Array.from({ length: 6 - back }, (_, index) => back + index + 1);
  return { original, pages: 6, back, missing, twice: [], other_print: [], red_seal: false };
}

function waits(number: string, change: Partial<WaitingAgreement> = {}): WaitingAgreement {
  return {
    line: { number, company: `${number} 号鞋业有限公司`, number_400: '400-820-8820' },
    days: 5,
    overdue: true,
    copies: [copy('firm', 0), copy('customer', 0)],
    loose: 0,
    on_screen: false,
    enough: false,
    ...change,
  } as WaitingAgreement;
}

const pages = (...ids: number[]) => ids.map((id) => ({ paper: { id } }) as ReturnedPage);

describe('the looking at pages', () => {
  it('counts what was seen of what came', () => {
    const begun = progressed(NOTHING, 12);
    const now = progressed(begun, 8);
    expect([seen(now), now.all]).toEqual([4, 12]);
  });

  it('counts pages that come while it runs to the same go', () => {
    const now = progressed(progressed(progressed(NOTHING, 12), 8), 20);
    expect([seen(now), now.all]).toEqual([4, 24]);
  });

  it('tells a go that is over until the next begins', () => {
    const over = progressed(progressed(NOTHING, 12), 0);
    expect(progressed(over, 0)).toEqual({ all: 12, left: 0 });
    expect(progressed(over, 3)).toEqual({ all: 3, left: 3 });
  });
});

describe('a page filed by hand', () => {
  const waiting = [waits('QF-1'), waits('QF-2')];

  it('is taken for what its mark says, where that agreement waits', () => {
    const mark = { agreement: 'QF-2', original: 'customer', page: 9 } as const;
    const wish = guess(mark, waiting, null);
    expect(wish).toEqual(mark);
    expect(isBeyond(wish, waiting), 'there is no page nine').toBe(true);
    expect(guess({ ...mark, agreement: 'QF-9' }, waiting, null).agreement).toBeNull();
  });

  it('is taken for the page after the one filed last, then for the other original', () => {
    const last = { agreement: 'QF-1', original: 'firm', page: 5 } as const;
    expect(guess(null, waiting, last)).toEqual({ ...last, page: 6 });
    expect(guess(null, waiting, { ...last, page: 6 })).toEqual({
      agreement: 'QF-1',
      original: 'customer',
      page: 1,
    });
  });

  it('makes room for the one behind it, at the end for the one before', () => {
    expect(nextPaper(pages(1, 2, 3), 2, pages(1, 3))).toBe(3);
    expect(nextPaper(pages(1, 2, 3), 3, pages(1, 2))).toBe(2);
    expect(nextPaper(pages(3), 3, [])).toBeNull();
  });

  it('passes over a page that another desk has filed meanwhile', () => {
    expect(nextPaper(pages(1, 2, 3, 4), 2, pages(1, 4))).toBe(4);
  });

  it('is offered first the agreements that began to come back', () => {
    const begun = waits('QF-3', { copies: [copy('firm', 2), copy('customer', 0)] });
    const offered = choices([...waiting, begun]);
    expect(offered.map(({ value }) => value)).toEqual(['QF-3', 'QF-1', 'QF-2']);
    expect(offered[0]?.search).toContain('4008208820');
  });
});

describe('waiting agreements', () => {
  const rows = [waits('QF-1'), waits('QF-2', { overdue: false, enough: true })];

  it('are counted as late and as ready to be confirmed', () => {
    expect(waitingCounts(rows)).toEqual({ all: 2, overdue: 1, enough: 1 });
  });

  it('are found by number, company and 400 number, with hyphens or without', () => {
    expect(waitingFor(rows, 'all', 'qf-2').map(({ line }) => line.number)).toEqual(['QF-2']);
    expect(waitingFor(rows, 'all', '4008208820')).toHaveLength(2);
    expect(waitingFor(rows, 'overdue', '2 号鞋业')).toEqual([]);
  });
});
