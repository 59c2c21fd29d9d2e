/** Days as the desk writes them, `YYYY-MM-DD` with or without a time. */

/** Today's date in the office's form. */
export function today(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole days between the day of `text` and today; 0 when it cannot be read. */
export function daysSince(text: string, now: Date): number {
  const then = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  const day = Date.parse(`${today(now)}T00:00:00Z`);
  const days = Math.round((day - then) / 86_400_000);
  return Number.isFinite(days) ? Math.max(0, days) : 0;
}

/** Without the year when it is this year's, as in `11-22 14:05`. */
export function shortTime(text: string, now: Date): string {
  const year = `${now.getFullYear()}-`;
  return text.startsWith(year) ? text.slice(year.length) : text;
}

/** Days from today to the day of `text`; negative when it has passed, undefined when unreadable. */
export function daysUntil(text: string, now: Date): number | undefined {
  const then = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  const day = Date.parse(`${today(now)}T00:00:00Z`);
  return Number.isFinite(then) ? Math.round((then - day) / 86_400_000) : undefined;
}
