import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clockOf, LongWork } from './LongWork';

describe('work that takes its time', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('says what is done and for how long', () => {
    vi.useFakeTimers();
    render(<LongWork doing="正在备份资料" since={Date.now()} testId="work" />);
    expect(screen.getByTestId('work')).toHaveTextContent('正在备份资料');
    act(() => {
      vi.advanceTimersByTime(67_000);
    });
    expect(screen.getByTestId('work')).toHaveTextContent('已用 1:07');
  });

  it('counts in minutes and seconds', () => {
    expect([clockOf(0), clockOf(9_400), clockOf(3_600_000), clockOf(-5)]).toEqual([
      '0:00',
      '0:09',
      '60:00',
      '0:00',
    ]);
  });
});
