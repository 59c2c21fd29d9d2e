import type { TimeWindow } from '../../../backend';
import { BOUND } from '../text';

/** Working hours, with which the first window begins. */
export const WORKING_HOURS: TimeWindow = {
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '18:00',
};

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const MIDNIGHT = '24:00';

/**
 * A window to go on with that overlaps none of those there: the days still free,
 * else the rest of the last window's days.
 */
export function nextWindow(windows: readonly TimeWindow[]): TimeWindow {
  const last = windows.at(-1);
  if (last === undefined) {
    return WORKING_HOURS;
  }
  const taken = windows.flatMap((w) => (w.weekdays.length === 0 ? WEEK : w.weekdays));
  const free = WEEK.filter((day) => !taken.includes(day));
  if (free.length > 0) {
    return { ...WORKING_HOURS, weekdays: free };
  }
  const latest =
    windows
      .map((w) => w.until)
      .sort()
      .at(-1) ?? MIDNIGHT;
  return { weekdays: last.weekdays, from: latest < MIDNIGHT ? latest : '', until: MIDNIGHT };
}

/** A time as clerks type it: `9`, `930`, `9:30`, `9：30`, `24`. Kept as `HH:MM`. */
export function readTime(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .replace(/[.时点]/g, ':')
    .trim();
  const found = /^(\d{1,2}):?(\d{2})?$/.exec(text) ?? /^(\d{1,2}):$/.exec(text);
  if (!found) {
    return typed.trim();
  }
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  const exists = (hour < 24 && minute < 60) || (hour === 24 && minute === 0);
  return exists
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : typed.trim();
}

/** Weekdays in words: `周一至五`, `周六、周日`, `每天`. */
export function weekdayWords(weekdays: readonly number[]): string {
  const days = [...weekdays].sort((a, b) => a - b);
  const [first] = days;
  const last = days[days.length - 1];
  if (first === undefined || last === undefined || days.length === 7) {
    return BOUND.everyDay;
  }
  const word = (day: number) => `周${BOUND.weekdays[day - 1] ?? ''}`;
  const unbroken = last - first === days.length - 1;
  return days.length > 2 && unbroken
    ? `${word(first)}至${word(last).slice(1)}`
    : days.map(word).join('、');
}

/** A row's windows in one line. */
export function windowsWords(windows: readonly TimeWindow[]): string {
  if (windows.length === 0) {
    return BOUND.always;
  }
  return windows.map((w) => `${weekdayWords(w.weekdays)} ${w.from}–${w.until}`).join('；');
}
