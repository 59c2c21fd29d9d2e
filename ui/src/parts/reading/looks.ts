/** Which fields read off papers need a person's look, and in which order: no window. */
import type { Evidence } from './types';

/** What is to be thought of a value that was read. */
export type Standing =
  /** The witnesses agree. */
  | 'sure'
  /** A person must look before it is used. */
  | 'open'
  /** A person has looked and stands by it as it was read. */
  | 'settled'
  /** A person has written something else. */
  | 'corrected';

/** Full-width signs in their ordinary form, without gaps and in capitals. */
function plain(text: string): string {
  return text
    .replace(/\s/gu, '')
    .replace(/[！-～]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toUpperCase();
}

/** Whether two values say the same, whatever the width of their brackets and the gaps between. */
export function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** Whether a person still has to look. */
export function isOpen({ reading, doubts, settled }: Evidence): boolean {
  return !settled && (reading.verify || doubts.length > 0);
}

/** Where a value stands that is now `value` on the form. */
export function standing(evidence: Evidence, value: string): Standing {
  const same = sameText(value, evidence.reading.value);
  if (isOpen(evidence)) {
    return 'open';
  }
  if (!same) {
    return 'corrected';
  }
  return evidence.settled ? 'settled' : 'sure';
}

/**
 * The next field that needs a look, from the field one stands in. Of those before
 * it only `round` comes to them; Tab goes on to the rest of the form instead.
 */
export function nextOpen(
  order: readonly string[],
  open: ReadonlySet<string>,
  from: string,
  round: boolean,
): string | undefined {
  const here = order.indexOf(from);
  const after = order.slice(here + 1).find((path) => open.has(path));
  return (
    after ?? (round ? order.slice(0, Math.max(here, 0)).find((path) => open.has(path)) : undefined)
  );
}
