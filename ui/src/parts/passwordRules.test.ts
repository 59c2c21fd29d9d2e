import { describe, expect, it } from 'vitest';
import { passwordHints } from './passwordRules';

describe('hints for a password', () => {
  it.each([
    ['', false, false],
    ['abc', false, false],
    ['12345678', true, false],
    ['87654321', true, false],
    ['aaaaaaaa', true, false],
    ['12341234', true, false],
    ['茶杯在窗台上呢', false, true],
    ['green tea 7', true, true],
  ])('%s', (password, long, varied) => {
    expect(passwordHints('王敏', password)).toMatchObject({ long, varied });
  });

  it('see the name repeated', () => {
    expect(passwordHints('王敏', '王敏王敏王敏王敏').notName).toBe(false);
    expect(passwordHints('王敏', '王敏的茶杯在窗台').notName).toBe(true);
  });

  it('call it strong only when every rule is met', () => {
    expect(passwordHints('王敏', '1234567890123456').strength).toBe(0);
    expect(passwordHints('王敏', 'Blue-Kettle-on-9').strength).toBe(3);
  });
});
