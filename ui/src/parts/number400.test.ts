import { expect, it } from 'vitest';
import { shownNumber } from './number400';

it.each([
  ['4008208820', '400-820-8820'],
  ['400-8208820', '400-820-8820'],
  ['400820', '400820'],
  ['', ''],
  ['0591-87654321', '0591-87654321'],
])('a number in a list: %s', (typed, shown) => {
  expect(shownNumber(typed)).toBe(shown);
});
