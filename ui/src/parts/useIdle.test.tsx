import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useIdle } from './useIdle';

const MINUTE = 60_000;

/** Lets time pass, and what is drawn follow. */
function advance(milliseconds: number): void {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
}

describe('the idle lock', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('falls after the minutes without a touch, once', () => {
    const onIdle = vi.fn();
    renderHook(() => useIdle(15, onIdle));
    advance(15 * MINUTE - 1);
    expect(onIdle).not.toHaveBeenCalled();
    advance(30 * MINUTE);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it.each(['pointermove', 'keydown', 'wheel'])('is put off by %s', (touch) => {
    const onIdle = vi.fn();
    renderHook(() => useIdle(15, onIdle));
    advance(14 * MINUTE);
    act(() => {
      window.dispatchEvent(new Event(touch));
    });
    advance(14 * MINUTE);
    expect(onIdle).not.toHaveBeenCalled();
    advance(MINUTE);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it('counts the time a computer slept', () => {
    const onIdle = vi.fn();
    renderHook(() => useIdle(15, onIdle));
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    advance(6_000);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it('tells the last minute, and takes it back at a touch', () => {
    const onIdle = vi.fn();
    const { result } = renderHook(() => useIdle(15, onIdle));
    advance(14 * MINUTE - 1_000);
    expect(result.current).toBeUndefined();
    advance(19_000);
    expect(result.current).toBe(42);
    act(() => {
      window.dispatchEvent(new Event('keydown'));
    });
    expect(result.current).toBeUndefined();
    advance(14 * MINUTE);
    expect(result.current).toBe(60);
    expect(onIdle).not.toHaveBeenCalled();
  });

  it('does not spend half of a short patience on telling', () => {
    const { result } = renderHook(() => useIdle(1, vi.fn()));
    advance(29_000);
    expect(result.current).toBeUndefined();
    advance(1_000);
    expect(result.current).toBe(30);
  });

  it('rests when the desk is left', () => {
    const onIdle = vi.fn();
    const { unmount } = renderHook(() => useIdle(15, onIdle));
    unmount();
    advance(60 * MINUTE);
    expect(onIdle).not.toHaveBeenCalled();
  });
});
