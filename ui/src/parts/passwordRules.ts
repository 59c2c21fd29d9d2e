/**
 * Hints while a password is being chosen. The desk decides; this only saves a
 * person the refusal.
 */

/** Fewest characters the desk takes. */
export const PASSWORD_LEAST = 8;

/** Which hints a password meets. */
export interface PasswordHints {
  long: boolean;
  notName: boolean;
  varied: boolean;
  /** From 0, too weak, to 3. */
  strength: 0 | 1 | 2 | 3;
}

/** Looks at a password that is being chosen for `name`. */
export function passwordHints(name: string, password: string): PasswordHints {
  const characters = [...password];
  const long = characters.length >= PASSWORD_LEAST;
  const notName = password !== '' && !repeats(password, name.trim());
  const varied = password !== '' && !isRun(characters) && !isRepeated(password);
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\da-zA-Z]/].filter((kind) => kind.test(password));
  const points = Number(characters.length >= 10) + Number(characters.length >= 14);
  const bonus = Number(kinds.length >= 3);
  const strength = long && notName && varied ? Math.min(3, 1 + points + bonus) : 0;
  return { long, notName, varied, strength: strength as PasswordHints['strength'] };
}

function repeats(text: string, unit: string): boolean {
  const whole = text.toLowerCase();
  const part = unit.toLowerCase();
  return part !== '' && part.repeat(Math.ceil(whole.length / part.length)).startsWith(whole);
}

function isRepeated(text: string): boolean {
  return [1, 2, 3, 4].some(
    (length) => text.length > length && repeats(text, text.slice(0, length)),
  );
}

function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => stepBetween(codes[index] ?? 0, code));
  return steps.length > 0 && [1, -1].some((step) => steps.every((found) => found === step));
}

const ZERO = 0x30;
const NINE = 0x39;

/** One after the other; 0 follows 9 as on the keys. */
function stepBetween(from: number, to: number): number {
  if (from === NINE && to === ZERO) {
    return 1;
  }
  return from === ZERO && to === NINE ? -1 : to - from;
}
