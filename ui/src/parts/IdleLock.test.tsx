import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleLock } from './IdleLock';

describe('the note before the lock', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('counts the last minute down and goes away at any key', () => {
    render(<IdleLock minutes={15} onLock={vi.fn()} />);
    expect(screen.queryByTestId('idle-note')).toBeNull();
    act(() => {
      vi.advanceTimersByTime(14.5 * 60_000);
    });
    expect(screen.getByTestId('idle-note')).toHaveTextContent('30 秒');
    act(() => {
      window.dispatchEvent(new Event('keydown'));
    });
    expect(screen.queryByTestId('idle-note')).toBeNull();
  });
});
