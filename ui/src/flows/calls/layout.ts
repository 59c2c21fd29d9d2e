/** What a person changes of the columns of a file before they are remembered. */
import type { CallsColumn, CallsMeaning } from '../../backend';

/** Cells shown of a column, to recognise it by. */
const SHOWN = 3;

/** First cells of a column that hold something. */
export function cellsOf(sample: readonly (readonly string[])[], column: number): string[] {
  return sample
    .map((row) => (row[column] ?? '').trim())
    .filter((cell) => cell !== '')
    .slice(0, SHOWN);
}

/** The columns with one taken for something else; its unit is the first it may have. */
export function withMeaning(
  columns: readonly CallsColumn[],
  at: number,
  meaning: string,
  meanings: readonly CallsMeaning[],
): CallsColumn[] {
  const units = unitsOf(meaning, meanings);
  return change(columns, at, (column) => ({
    ...column,
    meaning,
    unit: units.some(([word]) => word === column.unit) ? column.unit : (units[0]?.[0] ?? ''),
    unsure: false,
  }));
}

/** The columns with one counted in another unit. */
export function withUnit(columns: readonly CallsColumn[], at: number, unit: string): CallsColumn[] {
  return change(columns, at, (column) => ({ ...column, unit, unsure: false }));
}

function change(
  columns: readonly CallsColumn[],
  at: number,
  how: (column: CallsColumn) => CallsColumn,
): CallsColumn[] {
  return columns.map((column, index) => (index === at ? how(column) : column));
}

/** Units that a meaning may have, as word and Chinese. */
export function unitsOf(meaning: string, meanings: readonly CallsMeaning[]): CallsMeaning['units'] {
  return meanings.find((one) => one.meaning === meaning)?.units ?? [];
}

/** An earlier column taken for the same; nothing where there is none or it is of no use. */
export function sameBefore(columns: readonly CallsColumn[], at: number): number | null {
  const meaning = columns[at]?.meaning ?? '';
  const first = columns.findIndex((column) => column.meaning === meaning);
  return isUsed(meaning) && first >= 0 && first < at ? first : null;
}

/** Whether a column of this meaning is read at all. */
export function isUsed(meaning: string): boolean {
  return meaning !== '' && meaning !== 'ignored';
}
