/** The months: which are closed, which is next. */
import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import { type MonthLine, useCommand } from '../../backend';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { ListTable } from '../../parts/ListTable';
import { yuan } from '../../parts/money';
import { PageHead } from '../../parts/PageHead';
import { count, monthName } from '../../parts/quantity';
import { go } from '../../route';
import { MONTHS } from './text';
import './months.css';

const COLUMNS: ColumnsType<MonthLine> = [
  { key: 'month', title: MONTHS.month, width: 118, render: (_, line) => monthName(line.month) },
  { key: 'state', title: MONTHS.state, width: 96, render: (_, line) => <State line={line} /> },
  amount('numbers', MONTHS.numbers, 80, (line) => count(line.numbers)),
  amount('calls', MONTHS.calls, 100, (line) => count(line.calls)),
  amount('charged', MONTHS.charged, 120, (line) => line.closed && yuan(line.charged)),
  amount('topUp', MONTHS.topUp, 130, (line) => line.closed && yuan(line.top_up)),
  { key: 'at', title: MONTHS.closedAt, dataIndex: 'closed_at', width: 140 },
  { key: 'by', title: MONTHS.closedBy, dataIndex: 'closed_by', ellipsis: true },
  {
    key: 'act',
    width: 90,
    align: 'right',
    render: (_, line) => line.next && <OpenNext {...line} />,
  },
];

function amount(
  key: string,
  title: string,
  width: number,
  render: (line: MonthLine) => ReactNode,
): ColumnsType<MonthLine>[number] {
  return { key, title, width, align: 'right', render: (_, line) => render(line) };
}

function State({ line }: { line: MonthLine }) {
  const tone = line.closed ? 'good' : line.next ? 'waiting' : 'quiet';
  return (
    <span className="state-tag" data-tone={tone}>
      {line.closed ? MONTHS.closed : line.next ? MONTHS.next : MONTHS.later}
    </span>
  );
}

function OpenNext({ month }: { month: string }) {
  return (
    <Button
      type="primary"
      size="small"
      onClick={() => go({ at: 'month', month })}
      data-testid="month-next"
    >
      {MONTHS.open}
    </Button>
  );
}

/** The screen. */
export function Months() {
  const months = useCommand('month_list', null);
  return (
    <>
      <PageHead title={MONTHS.title} />
      <FailureNote failure={months.error} onRetry={() => void months.refetch()} />
      <div className="panel">
        <ListTable<MonthLine>
          rows={months.data}
          loading={months.isPending}
          rowKey={(line) => line.month}
          columns={COLUMNS}
          onOpen={({ month }) => go({ at: 'month', month })}
          empty={<EmptyState text={MONTHS.empty} hint={MONTHS.emptyHint} />}
          testId="month"
        />
      </div>
    </>
  );
}
