/** Places in the markup: lines counted from 1, blanks counted inside a line. */

/** A stretch of the text. */
export interface Stretch {
  start: number;
  end: number;
}

/** Where a line stands; the last one where there are not so many. */
export function lineAt(text: string, line: number): Stretch {
  let start = 0;
  for (let i = 1; i < line; i += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) {
      break;
    }
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

/** On which line a place is. */
export function lineOf(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}

/** The blanks of a line, braces included; `\{` is no blank. */
export function blanksIn(line: string): Stretch[] {
  return [...line.matchAll(/\\.|\{[^{}]*\}/g)]
    .filter(([found]) => found.startsWith('{'))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The blank of this number, from 0, of a line. */
export function blankAt(text: string, line: number, blank: number): Stretch | undefined {
  const { start, end } = lineAt(text, line);
  const found = blanksIn(text.slice(start, end))[blank];
  return found && { start: start + found.start, end: start + found.end };
}

/** What an unnamed blank is called that is selected whole. */
export function unnamedIn(selected: string): string | undefined {
  return /^\{\?([^{}]*)\}$/.exec(selected)?.[1];
}
