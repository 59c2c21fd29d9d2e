/** The head of a text: the lines before the first empty one, `name: content` each. */

/** What the head says of the edition itself. */
export interface EditionHead {
  name: string;
  /** First day, `YYYY-MM-DD`. */
  effective: string;
}

/** The text with another name and first day; every other line stays as it is. */
export function withHead(text: string, { name, effective }: EditionHead): string {
  const lines = text.split('\n');
  const blank = lines.findIndex((line) => line.trim() === '');
  const end = blank < 0 ? lines.length : blank;
  const rest = lines.slice(0, end).filter((line) => !/^\s*(edition|effective)\s*:/.test(line));
  return [`edition: ${name}`, `effective: ${effective}`, ...rest, ...lines.slice(end)].join('\n');
}

/** A name for an edition of this day that none has yet: its month, then with a letter. */
export function freeName(day: string, taken: readonly string[]): string {
  const month = day.slice(0, 7);
  const names = [month, ...[...'bcdefghijklmnopqrstuvwxyz'].map((letter) => month + letter)];
  return names.find((name) => !taken.includes(name)) ?? '';
}
