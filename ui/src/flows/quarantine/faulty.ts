import { QUARANTINE } from './text';

/**
 * Columns that a refusal is about: the one whose head it names, else the cells
 * beyond the heads where there are too many. Empty where it tells none.
 */
export function faultyColumns(
  message: string,
  heads: readonly string[],
  cells: readonly string[],
): ReadonlySet<number> {
  const columns = Array.from({ length: Math.max(heads.length, cells.length) }, (_, at) => at);
  const named = columns.filter((at) =>
    message.includes(`“${QUARANTINE.cell(heads[at] ?? '', at)}”`),
  );
  const beyond = columns.filter((at) => at >= heads.length && (cells[at] ?? '').trim() !== '');
  return new Set(named.length > 0 ? named : heads.length > 0 ? beyond : []);
}
