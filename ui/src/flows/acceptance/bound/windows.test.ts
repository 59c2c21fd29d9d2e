import { describe, expect, it } from 'vitest';
import { nextWindow, readTime, WORKING_HOURS, weekdayWords, windowsWords } from './windows';

describe('readTime', () => {
  it.each([
    ['9', '09:00'],
    ['18', '18:00'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9:05', '09:05'],
    ['9：30', '09:30'],
    ['9.30', '09:30'],
    ['9点', '09:00'],
    ['24', '24:00'],
  ])('reads %s', (typed, kept) => {
    expect(readTime(typed)).toBe(kept);
  });

  it.each(['25', '9:75', '24:01', '早上', ''])('leaves %s as typed', (typed) => {
    expect(readTime(typed)).toBe(typed);
  });
});

describe('windows in words', () => {
  it('join a run of days and name the others', () => {
    expect(weekdayWords([5, 1, 2, 3, 4])).toBe('周一至五');
    expect(weekdayWords([6, 7])).toBe('周六、周日');
    expect(weekdayWords([1, 3, 5])).toBe('周一、周三、周五');
    expect(weekdayWords([])).toBe('每天');
    expect(weekdayWords([1, 2, 3, 4, 5, 6, 7])).toBe('每天');
  });

  it('tell when a number always rings', () => {
    expect(windowsWords([])).toBe('全部时间');
    expect(windowsWords([WORKING_HOURS])).toBe('周一至五 09:00–18:00');
  });
});

describe('nextWindow', () => {
  it('begins with working hours and goes on with the days still free', () => {
    const first = nextWindow([]);
    expect(first).toEqual(WORKING_HOURS);
    expect(nextWindow([first])).toEqual({ ...WORKING_HOURS, weekdays: [6, 7] });
  });

  it('goes on after the last hour when no day is free', () => {
    const daily = { weekdays: [], from: '08:00', until: '20:00' };
    expect(nextWindow([daily])).toEqual({ weekdays: [], from: '20:00', until: '24:00' });
  });
});
