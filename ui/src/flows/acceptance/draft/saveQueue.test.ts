import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Saved, SaveQueue, type SaveState } from './saveQueue';

interface Sent {
  value: string;
  revision: number;
  answer: (saved: Saved) => void;
  refuse: (failure: unknown) => void;
}

function desk() {
  const sent: Sent[] = [];
  const states: SaveState[] = [];
  const saved: string[] = [];
  const queue = new SaveQueue<string, Saved>({
    revision: 1,
    savedAt: '2026-11-22 09:00:00',
    send: (value, revision) =>
      new Promise((answer, refuse) => {
        sent.push({ value, revision, answer, refuse });
      }),
    isStale: (failure) => failure === 'stale',
    onSaved: (_, value) => saved.push(value),
    onState: (state) => states.push(state),
  });
  const answer = async (index: number, revision: number) => {
    sent[index]?.answer({ revision, saved_at: `t${revision}` });
    await vi.advanceTimersByTimeAsync(0);
  };
  const refuse = async (index: number, failure: unknown) => {
    sent[index]?.refuse(failure);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { queue, sent, states, saved, answer, refuse };
}

describe('SaveQueue', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('saves once after a quiet moment, the newest value', async () => {
    const { queue, sent } = desk();
    queue.push('a');
    await vi.advanceTimersByTimeAsync(200);
    queue.push('ab');
    await vi.advanceTimersByTimeAsync(299);
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.map((s) => s.value)).toEqual(['ab']);
  });

  it('does not let typing without a pause go unsaved for long', async () => {
    const { queue, sent } = desk();
    for (let keys = 0; keys < 16; keys += 1) {
      queue.push(`${keys}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(sent).toHaveLength(1);
  });

  it('sends one saving at a time and then only the newest', async () => {
    const { queue, sent, saved, answer } = desk();
    queue.push('a');
    await vi.advanceTimersByTimeAsync(300);
    queue.push('b');
    await vi.advanceTimersByTimeAsync(300);
    queue.push('c');
    await vi.advanceTimersByTimeAsync(300);
    expect(sent).toHaveLength(1);
    await answer(0, 2);
    expect(sent.map((s) => [s.value, s.revision])).toEqual([
      ['a', 1],
      ['c', 2],
    ]);
    await answer(1, 3);
    expect(saved).toEqual(['a', 'c']);
    expect(queue.state).toEqual({ kind: 'saved', at: 't3' });
  });

  it('keeps what failed and sends it again with a newer value in its place', async () => {
    const { queue, sent, refuse, answer } = desk();
    queue.push('a');
    await vi.advanceTimersByTimeAsync(300);
    await refuse(0, 'disk full');
    expect(queue.state).toEqual({ kind: 'failed', failure: 'disk full' });
    expect(queue.isBehind).toBe(true);
    queue.push('ab');
    await vi.advanceTimersByTimeAsync(300);
    expect(sent[1]).toMatchObject({ value: 'ab', revision: 1 });
    await answer(1, 2);
    expect(queue.isBehind).toBe(false);
  });

  it('sends again on flush what failed', async () => {
    const { queue, sent, refuse, answer } = desk();
    queue.push('a');
    const first = queue.flush();
    await refuse(0, 'disk full');
    await expect(first).resolves.toBe(false);
    const second = queue.flush();
    expect(sent[1]?.value).toBe('a');
    await answer(1, 2);
    await expect(second).resolves.toBe(true);
  });

  it('flushes everything typed, also what came while it was saving', async () => {
    const { queue, sent, answer } = desk();
    queue.push('a');
    const done = queue.flush();
    queue.push('b');
    await answer(0, 2);
    await answer(1, 3);
    await expect(done).resolves.toBe(true);
    expect(sent.map((s) => s.value)).toEqual(['a', 'b']);
  });

  it('sends nothing when nothing was typed', async () => {
    const { queue, sent } = desk();
    await expect(queue.flush()).resolves.toBe(true);
    expect(sent).toHaveLength(0);
  });

  it('waits for a person when somebody else saved, and loses nothing typed meanwhile', async () => {
    const { queue, sent, refuse, answer } = desk();
    queue.push('a');
    await vi.advanceTimersByTimeAsync(300);
    await refuse(0, 'stale');
    queue.push('ab');
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
    expect(queue.state).toEqual({ kind: 'stale' });

    queue.adopt(7, 't7');
    const done = queue.flush();
    expect(sent[1]).toMatchObject({ value: 'ab', revision: 7 });
    await answer(1, 8);
    await expect(done).resolves.toBe(true);
  });

  it('forgets the version that was not chosen', async () => {
    const { queue, sent, refuse } = desk();
    queue.push('a');
    await vi.advanceTimersByTimeAsync(300);
    await refuse(0, 'stale');
    queue.drop();
    queue.adopt(7, 't7');
    await expect(queue.flush()).resolves.toBe(true);
    expect(sent).toHaveLength(1);
    expect(queue.state).toEqual({ kind: 'saved', at: 't7' });
  });
});
