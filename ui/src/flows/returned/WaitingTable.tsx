/** Printed agreements that wait for their signed pages, oldest first. */
import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import type { CopyState, Original, WaitingAgreement } from '../../backend';
import { CopyPages } from '../../parts/CopyPages';
import { ListTable } from '../../parts/ListTable';
import '../../parts/StateTag.css';
import { formatRoute } from '../../route';
import { RETURNED } from './text';

const PER_PAGE = 50;

/** What the table shows. */
export interface WaitingTableProps {
  rows: readonly WaitingAgreement[] | undefined;
  loading: boolean;
  empty: ReactNode;
  /** The agreement is to be confirmed as signed. */
  onConfirm: (number: string) => void;
}

/** A row an agreement; named `returned-waiting-<number>` for tests. */
export function WaitingTable({ rows, loading, empty, onConfirm }: WaitingTableProps) {
  return (
    <ListTable<WaitingAgreement>
      rows={rows}
      loading={loading}
      columns={columnsFor(onConfirm)}
      rowKey={({ line }) => line.number}
      empty={empty}
      pagination={{
        size: 'small',
        pageSize: PER_PAGE,
        showSizeChanger: false,
        hideOnSinglePage: true,
      }}
      testId="returned-waiting"
    />
  );
}

function columnsFor(onConfirm: (number: string) => void): ColumnsType<WaitingAgreement> {
  return [
    { key: 'line', title: RETURNED.agreement, render: (_, row) => <Named row={row} /> },
    { key: 'days', title: RETURNED.days, width: 76, render: (_, row) => <Age row={row} /> },
    { key: 'firm', title: RETURNED.firm, width: 196, render: (_, row) => copyOf(row, 'firm') },
    {
      key: 'customer',
      title: RETURNED.customer,
      width: 196,
      render: (_, row) => copyOf(row, 'customer'),
    },
    { key: 'others', title: RETURNED.others, width: 100, render: (_, row) => <Others row={row} /> },
    {
      key: 'acts',
      width: 92,
      render: (_, { line, enough }) => (
        <Button
          type={enough ? 'primary' : 'default'}
          onClick={() => onConfirm(line.number)}
          data-testid={`returned-confirm-${line.number}`}
        >
          {RETURNED.confirm}
        </Button>
      ),
    },
  ];
}

function Named({ row: { line } }: { row: WaitingAgreement }) {
  return (
    <div className="returned-named">
      <b title={line.company}>{line.company}</b>
      <span>
        <a
          href={formatRoute({ at: 'agreement', number: line.number })}
          title={RETURNED.open}
          data-testid={`returned-open-${line.number}`}
        >
          {line.number}
        </a>
        {line.number_400}
      </span>
    </div>
  );
}

function Age({ row: { days, overdue } }: { row: WaitingAgreement }) {
  return (
    <div className="returned-age" data-overdue={overdue}>
      {RETURNED.age(days)}
      {overdue && <small className="returned-late">{RETURNED.late}</small>}
    </div>
  );
}

function copyOf(row: WaitingAgreement, original: Original) {
  const copy = row.copies.find((found: CopyState) => found.original === original);
  return copy && <CopyPages copy={copy} />;
}

function Others({ row: { loose, on_screen } }: { row: WaitingAgreement }) {
  return (
    <div className="returned-others">
      {on_screen && <span>{RETURNED.onScreen}</span>}
      {loose > 0 && <span title={RETURNED.looseHint}>{RETURNED.loose(loose)}</span>}
    </div>
  );
}
