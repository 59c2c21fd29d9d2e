/**
 * Dates as a clerk types them: `20261201`, `2026-12-1`, `2026.12.01`,
 * `2026年12月1日`, also in full-width digits. The form keeps `YYYY-MM-DD`.
 */

/** A term without an end, as the form keeps it. */
export const LONG_TERM = 'long-term';

const SHAPES = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-./\s](\d{1,2})[-./\s](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
];

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[。．]/g, '.')
    .replace(/[—–－]/g, '-')
    .trim();
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** `YYYY-MM-DD`, when the day exists. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return exists ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : undefined;
}

/**
 * What the form should keep for what was typed. Text that is no date comes back
 * as it was: the review says what is wrong with it, nothing typed is thrown away.
 */
export function readDate(typed: string, longTerm = false): string {
  const text = plain(typed);
  if (longTerm && /^(长期|永久|long-term)$/i.test(text)) {
    return LONG_TERM;
  }
  for (const shape of SHAPES) {
    const found = shape.exec(text);
    if (found) {
      return isoDate(Number(found[1]), Number(found[2]), Number(found[3])) ?? typed.trim();
    }
  }
  return typed.trim();
}

/** What to show for what the form keeps. */
export function shownDate(kept: string, longTermWord: string): string {
  return kept === LONG_TERM ? longTermWord : kept;
}

/**
 * The last day of a term of `years` that begins on `start`: the day before its
 * anniversary. A term from 29 February ends on 28 February.
 */
export function termEnd(start: string, years: number): string | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(start);
  if (!found) {
    return undefined;
  }
  const date = new Date(
    Date.UTC(Number(found[1]) + years, Number(found[2]) - 1, Number(found[3]) - 1),
  );
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
