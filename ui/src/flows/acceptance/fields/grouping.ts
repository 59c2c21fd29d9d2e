/**
 * Long digits in groups, so that they can be compared with a paper: 6-8-4 for an
 * identity number, 3-4-4 for a mobile. The form keeps them without the gaps.
 */

/** Sizes of the groups; what is left over stands in a last one. */
export type Groups = readonly number[];

/** Identity number: region, birth, order and check digit. */
export const ID_GROUPS: Groups = [6, 8, 4];

/** Mobile. */
export const MOBILE_GROUPS: Groups = [3, 4, 4];

/** Account of a bank. */
export const ACCOUNT_GROUPS: Groups = [4, 4, 4, 4, 4];

/** The text without gaps. */
export function ungrouped(text: string): string {
  return text.replace(/\s+/g, '');
}

/**
 * The text in groups. Only plain digits and Latin letters are grouped; anything
 * else is shown as it was typed, to be put right by hand.
 */
export function grouped(kept: string, groups: Groups): string {
  if (!/^[0-9A-Za-z]*$/.test(kept)) {
    return kept;
  }
  const parts: string[] = [];
  let from = 0;
  for (const size of groups) {
    parts.push(kept.slice(from, from + size));
    from += size;
  }
  parts.push(kept.slice(from));
  return parts.filter((part) => part !== '').join(' ');
}

/**
 * Where the caret belongs after regrouping, so that it stays behind the same
 * character: `before` characters other than gaps stand to its left.
 */
export function caretAfter(shown: string, before: number): number {
  let seen = 0;
  for (let place = 0; place < shown.length; place += 1) {
    if (seen === before) {
      return place;
    }
    if (!/\s/.test(shown.charAt(place))) {
      seen += 1;
    }
  }
  return shown.length;
}
