import type { DisplayForm } from '../../../backend';
import { DISPLAY_FORM } from '../../../text';

/** The ten digits of a 400 number typed in any grouping; `undefined` when it is none. */
export function tenDigits(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return digits.length === 10 && digits.startsWith('400') ? digits : undefined;
}

/**
 * A 400 number as it will be shown. The pattern is the form's own word, as
 * `400-xxx-xxxx`: its digits and letters are places, the rest stands between them.
 */
export function shownAs(text: string, form: DisplayForm): string {
  const digits = tenDigits(text);
  if (digits === undefined) {
    return text;
  }
  let place = 0;
  return (DISPLAY_FORM[form] ?? '').replace(/[0-9x]/g, () => digits.charAt(place++));
}

/** What a fragment means: digits anywhere, or at the end. */
export interface Wanted {
  digits: string;
  ending: boolean;
}

/** Reads `8888`, `尾号8888`, `*8888` as a wish for a number. */
export function wantedBy(typed: string, ending: boolean): Wanted {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  return { digits, ending: ending || /^\s*(尾|\*)/.test(typed) };
}

/**
 * Where the digits stand in a number as shown; the gaps of its grouping may run
 * through them. The last place, because endings are what people look for.
 */
export function spanOf(shown: string, digits: string): { from: number; to: number } {
  const places = [...shown].flatMap((character, place) => (/\d/.test(character) ? [place] : []));
  const first = digits === '' ? -1 : shown.replace(/\D/g, '').lastIndexOf(digits);
  const from = places[first];
  const last = places[first + digits.length - 1];
  return from === undefined || last === undefined ? { from: 0, to: 0 } : { from, to: last + 1 };
}
