/** The numbers as a table. */
import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import type { NumberLine, NumberPage } from '../../backend';
import { ListTable } from '../../parts/ListTable';
import { StateTag } from '../../parts/StateTag';
import { formatRoute } from '../../route';
import { CARRIER_SHORT, STOCK } from '../../text';

/** What the table shows. */
export interface NumberTableProps {
  page: NumberPage | undefined;
  at: number;
  perPage: number;
  onTurn: (page: number) => void;
  /** Opens the dialog that changes a state; absent for those who may not. */
  onChange?: (line: NumberLine) => void;
  loading: boolean;
  empty: ReactNode;
}

const COLUMNS: ColumnsType<NumberLine> = [
  { key: 'number', title: STOCK.number, dataIndex: 'shown', width: 124 },
  {
    key: 'carrier',
    title: STOCK.carrier,
    width: 68,
    render: (_, line) => CARRIER_SHORT[line.carrier],
  },
  {
    key: 'state',
    title: STOCK.state,
    width: 96,
    render: (_, line) => <StateTag of="number" state={line.state} />,
  },
  { key: 'since', title: STOCK.since, dataIndex: 'since', width: 130 },
  { key: 'holder', title: STOCK.holder, dataIndex: 'holder', ellipsis: true },
  { key: 'held', title: STOCK.agreement, width: 140, render: (_, line) => <HeldBy line={line} /> },
  { key: 'note', title: STOCK.note, dataIndex: 'note', ellipsis: true },
];

/** Numbers, page by page. */
export function NumberTable(props: NumberTableProps) {
  const { page, at, perPage, onTurn, onChange } = props;
  const columns: ColumnsType<NumberLine> = onChange
    ? [...COLUMNS, { key: 'act', width: 76, render: (_, line) => changeButton(line, onChange) }]
    : COLUMNS;
  return (
    <ListTable<NumberLine>
      rows={page?.lines}
      loading={props.loading}
      columns={columns}
      rowKey={(line) => line.number}
      empty={props.empty}
      pagination={{
        size: 'small',
        current: at,
        pageSize: perPage,
        total: page?.total ?? 0,
        showSizeChanger: false,
        hideOnSinglePage: true,
        showTotal: STOCK.total,
        onChange: onTurn,
      }}
      testId="number"
    />
  );
}

function changeButton(line: NumberLine, onChange: (line: NumberLine) => void): ReactNode {
  // The other states follow the orders and agreements.
  if (!['free', 'closed', 'returned'].includes(line.state)) {
    return null;
  }
  return (
    <Button
      type="link"
      size="small"
      onClick={() => onChange(line)}
      data-testid={`number-change-${line.number}`}
    >
      {STOCK.setState}
    </Button>
  );
}

function HeldBy({ line }: { line: NumberLine }) {
  if (line.agreement) {
    return <a href={formatRoute({ at: 'agreement', number: line.agreement })}>{line.agreement}</a>;
  }
  if (line.order !== null) {
    return (
      <a href={formatRoute({ at: 'acceptance', order: line.order })}>{STOCK.order(line.order)}</a>
    );
  }
  return null;
}
