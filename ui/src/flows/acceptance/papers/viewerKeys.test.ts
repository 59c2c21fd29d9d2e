import { describe, expect, it, vi } from 'vitest';
import { actOfKey, type ViewerActs } from './viewerKeys';

function acts() {
  const change = { rotate: vi.fn(), crop: vi.fn(), corners: vi.fn(), seal: vi.fn(), kind: vi.fn() };
  return { zoom: vi.fn(), fit: vi.fn(), pan: vi.fn(), step: vi.fn(), change } satisfies ViewerActs;
}

describe('the keys of the viewer', () => {
  it('say what the paper is', () => {
    const all = acts();
    actOfKey('2', all)?.();
    expect(all.change.kind).toHaveBeenCalledExactlyOnceWith('id-portrait');
  });

  it('turn, crop and seal it, in either case', () => {
    const all = acts();
    for (const key of ['r', 'C', 'S']) {
      actOfKey(key, all)?.();
    }
    expect(all.change.rotate).toHaveBeenCalledOnce();
    expect(all.change.crop).toHaveBeenCalledOnce();
    expect(all.change.seal).toHaveBeenCalledOnce();
  });

  it('look at it closely and step on', () => {
    const all = acts();
    actOfKey('+', all)?.();
    actOfKey('PageDown', all)?.();
    expect(all.zoom).toHaveBeenCalledExactlyOnceWith(true);
    expect(all.step).toHaveBeenCalledExactlyOnceWith(1);
  });

  it('change nothing where nothing may be changed', () => {
    const { change: _, ...looking } = acts();
    expect(actOfKey('2', looking)).toBeUndefined();
    expect(actOfKey('r', looking)).toBeUndefined();
    expect(actOfKey('0', looking)).toBe(looking.fit);
  });
});
