/** Who signed in last on this computer, so that only the password is to be typed. */

const KEY = 'desk400.last-name';

/** The name to begin with: the last one, or the only one. */
export function lastName(names: readonly string[]): string {
  const last = localStorage.getItem(KEY) ?? '';
  return names.includes(last) ? last : (names.length === 1 ? names[0] : '') || '';
}

/** Remembers who signed in. */
export function rememberName(name: string): void {
  localStorage.setItem(KEY, name);
}
