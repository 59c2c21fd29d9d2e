import { describe, expect, it } from 'vitest';
import type { PaperView, ScanView } from '../../../backend';
import { scanState } from './standing';

function view(change: Partial<ScanView>, papers = 0): ScanView {
  return {
    order: 7,
    at: 'waiting',
    page: 1,
    part: null,
    papers: Array.from({ length: papers }, (_, id) => ({ id }) as PaperView),
    compromises: [],
    refused: [],
    failure: null,
    upload: null,
    ...change,
  };
}

describe('where a scan stands', () => {
  it('is nowhere before it is begun', () => {
    expect(scanState(undefined, 'licence', 0)).toEqual({ at: 'idle' });
  });

  it('tells the page on its way, and how far it is where the device says so', () => {
    const on = view({ at: 'scanning', page: 3, part: 0.5 }, 2);
    expect(scanState(on, 'signed', 0)).toEqual({
      at: 'scanning',
      page: 3,
      part: 0.5,
      delivered: 2,
    });
    expect(scanState({ ...on, part: null }, 'signed', 0)).toMatchObject({ part: undefined });
  });

  it('asks for the other side of a card after its first, and then is done', () => {
    const done = view({ at: 'done' }, 1);
    expect(scanState(done, 'id_card', 0)).toEqual({ at: 'turn', delivered: 1 });
    expect(scanState(done, 'id_card', 1)).toEqual({ at: 'done', delivered: 2 });
  });

  it('asks for no other side when both came at once, or when it is no card', () => {
    expect(scanState(view({ at: 'done' }, 2), 'id_card', 0).at).toBe('done');
    expect(scanState(view({ at: 'done' }, 1), 'licence', 0).at).toBe('done');
  });

  it('keeps count of pages that came before it stopped', () => {
    expect(scanState(view({ at: 'stopped' }, 4), 'signed', 0)).toEqual({
      at: 'stopped',
      delivered: 4,
    });
  });
});
