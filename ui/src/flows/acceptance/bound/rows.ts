import type { BoundNumber } from '../../../backend/bindings';
import { blankBound } from '../form/blank';

/** The rows with a blank one put in at `index`. */
export function withBlank(rows: BoundNumber[], index: number): BoundNumber[] {
  return [...rows.slice(0, index), blankBound, ...rows.slice(index)];
}

/** The rows without the one at `index`. */
export function without(rows: BoundNumber[], index: number): BoundNumber[] {
  return rows.filter((_, place) => place !== index);
}

/** The rows with the one at `from` moved to stand at `to`. */
export function moved(rows: BoundNumber[], from: number, to: number): BoundNumber[] {
  const row = rows[from];
  if (row === undefined || to < 0 || to >= rows.length || from === to) {
    return rows;
  }
  const rest = without(rows, from);
  return [...rest.slice(0, to), row, ...rest.slice(to)];
}

/** Digits enough for a telephone number, and no date. */
function isNumberLike(cell: string): boolean {
  const plain = cell.normalize('NFKC');
  return (plain.match(/\d/g) ?? []).length >= 3 && !/^\d{4}[-/.年]\d{1,2}[-/.月]/.test(plain);
}

/**
 * The numbers in a text copied from a spreadsheet or a message. Of a line with
 * cells the first that looks like a number; of a line of words all of them.
 */
export function pastedNumbers(text: string): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const cell = line.split('\t').find(isNumberLike) ?? '';
    const words = cell.split(/[,，;；、]/).map((word) => word.trim());
    return words.filter(isNumberLike);
  });
}

/**
 * The rows after pasting numbers with the caret in row `index`: the first goes
 * there, each following into the next row without a number, new rows are made at
 * need, and a number that is filled in below is never overwritten.
 */
export function pasted(rows: BoundNumber[], index: number, numbers: string[]): BoundNumber[] {
  const [first, ...others] = numbers;
  if (first === undefined) {
    return rows;
  }
  const next = [...rows];
  next[index] = { ...(next[index] ?? blankBound), number: first };
  let place = index + 1;
  for (const number of others) {
    const row = next[place];
    if (row !== undefined && row.number.trim() === '') {
      next[place] = { ...row, number };
    } else {
      // Keep the copied order together; what stands below moves down.
      next.splice(place, 0, { ...blankBound, owner: next[place - 1]?.owner ?? 'company', number });
    }
    place += 1;
  }
  return next;
}
