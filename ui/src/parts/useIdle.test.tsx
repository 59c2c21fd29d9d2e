import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useIdle } from './useIdle';

const MINUTE = 60_000;

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
    vi.advanceTimersByTime(15 * MINUTE - 1);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(30 * MINUTE);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it.each(['pointermove', 'keydown', 'wheel'])('is put off by %s', (touch) => {
    const onIdle = vi.fn();
    renderHook(() => useIdle(15, onIdle));
    vi.advanceTimersByTime(14 * MINUTE);
    window.dispatchEvent(new Event(touch));
    vi.advanceTimersByTime(14 * MINUTE);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(MINUTE);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it('counts the time a computer slept', () => {
    const onIdle = vi.fn();
    renderHook(() => useIdle(15, onIdle));
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    vi.advanceTimersByTime(6_000);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it('rests when the desk is left', () => {
    const onIdle = vi.fn();
    const { unmount } = renderHook(() => useIdle(15, onIdle));
    unmount();
    vi.advanceTimersByTime(60 * MINUTE);
    expect(onIdle).not.toHaveBeenCalled();
  });
});
