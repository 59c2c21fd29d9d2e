import { describe, expect, it, vi } from 'vitest';
import { ReadingQueue, type Standings } from './readingQueue';

/** A desk whose readings are answered by hand. */
function stand() {
  const asked: number[] = [];
  const answers = new Map<number, { done: (of: string) => void; refuse: (code: string) => void }>();
  const onRead = vi.fn();
  let standings: Standings = new Map();
  const read = vi.fn((paper: number) => {
    asked.push(paper);
    return new Promise<string>((done, reject) => {
      const refuse = (code: string) => reject({ code, message: '', field: null, details: {} });
      answers.set(paper, { done, refuse });
    });
  });
  const queue = new ReadingQueue<string>({
    read,
    onRead,
    onChange: (now) => {
      standings = now;
    },
  });
  const kinds = () => Object.fromEntries([...standings].map(([id, { kind }]) => [id, kind]));
  const settled = () => new Promise((done) => setTimeout(done));
  return { queue, asked, onRead, read, kinds, settled, answer: (id: number) => answers.get(id) };
}

describe('the reading queue', () => {
  it('reads one paper at a time, in the order of the tray', async () => {
    const { queue, asked, kinds, settled, answer, onRead } = stand();
    queue.want([3, 1]);
    expect(asked).toEqual([3]);
    expect(kinds()).toEqual({ 3: 'reading', 1: 'waiting' });
    answer(3)?.done('three');
    await settled();
    expect(asked).toEqual([3, 1]);
    expect(onRead).toHaveBeenCalledWith('three');
    expect(kinds()).toEqual({ 1: 'reading' });
  });

  it('asks for no paper twice, however often it is wanted', () => {
    const { queue, asked } = stand();
    queue.want([1]);
    queue.want([1]);
    expect(asked).toEqual([1]);
  });

  it('goes on after a failure, and tries the failed one again only when told', async () => {
    const { queue, asked, kinds, settled, answer } = stand();
    queue.want([1, 2]);
    answer(1)?.refuse('ReadingFailed');
    await settled();
    expect(kinds()).toEqual({ 1: 'failed', 2: 'reading' });
    answer(2)?.done('two');
    await settled();
    queue.want([1]);
    expect(asked).toEqual([1, 2]);
    queue.again(1);
    expect(asked).toEqual([1, 2, 1]);
  });

  it('leaves alone what is not wanted any more', async () => {
    const { queue, asked, settled, answer, kinds } = stand();
    queue.want([1, 2]);
    queue.want([1]);
    answer(1)?.done('one');
    await settled();
    expect(asked).toEqual([1]);
    expect(kinds()).toEqual({});
  });

  it('reads a paper within the corners shown of one document, before the others that wait', async () => {
    const { queue, read, settled, answer } = stand();
    const corners = [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
    ] as const;
    queue.want([1, 2]);
    queue.again(5, corners, 1);
    queue.want([1, 2]);
    answer(1)?.done('one');
    await settled();
    expect(read).toHaveBeenLastCalledWith(5, corners, 1);
  });
});
