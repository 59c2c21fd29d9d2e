import { describe, expect, it } from 'vitest';
import { toFailure } from './backend';
import { explain, reaction, secondsToWait, sentence } from './errors';

describe('sentences', () => {
  it('are read from the wording that the terminal reads too', () => {
    expect(sentence('SessionLocked')).toContain('请先登录');
  });

  it('have their placeholders filled', () => {
    expect(sentence('NumberNotInStock', { number: '400-820-8820' })).toContain('400-820-8820');
  });

  it('keep a placeholder nobody filled, so that the gap is seen', () => {
    expect(sentence('NumberNotInStock')).toContain('{number}');
  });

  it('stay calm about a code nobody knows', () => {
    expect(sentence('NoSuchCode')).toMatch(/请重试/);
    expect(sentence('NoSuchCode')).not.toContain('NoSuchCode');
  });
});

describe('a failure', () => {
  it('is told in the words it came with', () => {
    const failure = toFailure({ code: 'SessionLocked', message: '现成的句子。', details: {} });
    expect(explain(failure)).toBe('现成的句子。');
  });

  it('without words is told by its code', () => {
    const failure = toFailure({ code: 'SessionLocked', message: '' });
    expect(explain(failure)).toBe(sentence('SessionLocked'));
  });

  it('of any other shape is an unexpected one and says nothing of its cause', () => {
    const failure = toFailure(new Error('boom at 0x1'));
    expect(failure.code).toBe('Unexpected');
    expect(explain(failure)).not.toContain('boom');
  });

  it('says how long to wait, in whole seconds', () => {
    const wait = (seconds?: string) =>
      secondsToWait(toFailure({ code: 'X', message: '', details: seconds ? { seconds } : {} }));
    expect([wait('29.2'), wait('0'), wait('soon'), wait()]).toEqual([30, 0, 0, 0]);
  });
});

describe('reactions', () => {
  it('lead a locked desk to the sign-in without a word', () => {
    expect(reaction('SessionLocked')).toMatchObject({ silent: true, action: 'sign-in' });
  });

  it('stop the window before a store that is too new', () => {
    expect(reaction('StoreTooNew').action).toBe('stop');
  });

  it('show what they do not know, and no more', () => {
    expect(reaction('NoSuchCode')).toEqual({ severity: 'warning' });
  });
});
