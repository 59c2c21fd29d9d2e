/** Columns of a file, one beneath the other: head, some cells, and what each is. */
import { Select } from 'antd';
import type { CallsColumn, CallsMeaning } from '../../backend';
import { cellsOf, isUsed, sameBefore, unitsOf, withMeaning, withUnit } from './layout';
import { LAYOUT } from './text';

/** What the table needs. */
export interface ColumnTableProps {
  columns: readonly CallsColumn[];
  sample: readonly (readonly string[])[];
  meanings: readonly CallsMeaning[];
  onChange: (columns: CallsColumn[]) => void;
}

/** The table; Tab goes down through what can be chosen. */
export function ColumnTable(props: ColumnTableProps) {
  return (
    <div className="layout-columns">
      <table>
        <thead>
          <tr>
            <th scope="col">{LAYOUT.column}</th>
            <th scope="col">{LAYOUT.head}</th>
            <th scope="col">{LAYOUT.sample}</th>
            <th scope="col">{LAYOUT.meaning}</th>
            <th scope="col">{LAYOUT.unit}</th>
            <th scope="col" aria-label={LAYOUT.unsure} />
          </tr>
        </thead>
        <tbody>
          {props.columns.map((column, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is where it stands.
            <ColumnRow key={at} {...props} column={column} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnRow(props: ColumnTableProps & { column: CallsColumn; at: number }) {
  const { columns, column, at, meanings, sample, onChange } = props;
  const units = unitsOf(column.meaning, meanings);
  const letter = LAYOUT.letter(at);
  return (
    <tr
      data-unsure={column.unsure}
      data-used={isUsed(column.meaning)}
      data-testid={`layout-column-${at}`}
    >
      <td>{letter}</td>
      <th scope="row">{column.head || LAYOUT.noHead}</th>
      <td className="layout-cells figures">
        {cellsOf(sample, at).map((cell, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cells never move.
          <span key={index} title={cell}>
            {cell}
          </span>
        ))}
      </td>
      <td>
        <Select
          aria-label={`${letter} ${LAYOUT.meaning}`}
          value={column.meaning}
          onChange={(meaning) => onChange(withMeaning(columns, at, meaning, meanings))}
          options={choices(meanings)}
          showSearch={{ optionFilterProp: 'label' }}
          {...(column.unsure && { status: 'warning' as const })}
          data-testid={`layout-meaning-${at}`}
        />
      </td>
      <td>
        {units.length > 0 && (
          <Select
            aria-label={`${letter} ${LAYOUT.unit}`}
            value={column.unit}
            onChange={(unit) => onChange(withUnit(columns, at, unit))}
            options={units.map(([value, label]) => ({ value, label }))}
            {...(column.unsure && { status: 'warning' as const })}
            data-testid={`layout-unit-${at}`}
          />
        )}
      </td>
      <td className="layout-note">{noteOf(columns, at)}</td>
    </tr>
  );
}

/** The words to choose from; one for nothing of use is always there. */
function choices(meanings: readonly CallsMeaning[]) {
  const known = meanings.map(({ meaning, shown }) => ({ value: meaning, label: shown }));
  return known.some(({ value }) => !isUsed(value))
    ? known
    : [...known, { value: '', label: LAYOUT.unused }];
}

function noteOf(columns: readonly CallsColumn[], at: number): string {
  const same = sameBefore(columns, at);
  if (same !== null) {
    return LAYOUT.twice(LAYOUT.letter(same));
  }
  return columns[at]?.unsure ? LAYOUT.unsure : '';
}
