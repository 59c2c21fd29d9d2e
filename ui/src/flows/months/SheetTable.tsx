/** The numbers of a month, one line each, with the figures and what is odd. */
import { SearchOutlined } from '@ant-design/icons';
import { Input, Segmented } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { MonthAccount, MonthFigures, MonthSheet } from '../../backend';
import { Balance } from '../../parts/Amount';
import { EmptyState } from '../../parts/EmptyState';
import { ListTable } from '../../parts/ListTable';
import { signedYuan, yuan } from '../../parts/money';
import { count } from '../../parts/quantity';
import { useNarrow } from '../../parts/useNarrow';
import { go } from '../../route';
import { isOdd, linesWith } from './lines';
import { Oddities } from './Oddities';
import { SHEET } from './text';

const PER_PAGE = 50;

const COLUMNS: ColumnsType<MonthAccount> = [
  { key: 'number', title: SHEET.number, dataIndex: 'shown', width: 106 },
  { key: 'company', title: SHEET.company, dataIndex: 'company', ellipsis: true },
  figure('opening', 92, (fen) => <Balance fen={fen} />),
  figure('payments', 80, some),
  figure('calls', 64, count),
  figure('minutes', 68, count),
  figure('rated', 84, yuan),
  figure('minimum', 90, yuan),
  figure('top_up', 66, some),
  figure('fees', 72, some),
  figure('corrections', 70, (fen) => (fen === 0 ? '' : signedYuan(fen))),
  figure('closing', 92, (fen) => <Balance fen={fen} />),
  {
    key: 'oddities',
    title: SHEET.oddities,
    width: 100,
    render: (_, line) => <Oddities oddities={line.oddities} />,
  },
];

/** Left out where the window is narrow; the statement has them. */
const ONLY_WIDE: readonly string[] = ['calls', 'minutes', 'minimum'];

function figure(
  name: keyof MonthFigures,
  width: number,
  show: (value: number) => React.ReactNode,
): ColumnsType<MonthAccount>[number] {
  return {
    key: name,
    title: SHEET[name],
    width,
    align: 'right',
    sorter: (one, other) => one.figures[name] - other.figures[name],
    showSorterTooltip: false,
    render: (_, line) => show(line.figures[name]),
  };
}

function some(fen: number): string {
  return fen === 0 ? '' : yuan(fen);
}

/** The table with its filters. */
export function SheetTable({ sheet }: { sheet: MonthSheet }) {
  const narrow = useNarrow();
  const [text, setText] = useState('');
  const [oddOnly, setOddOnly] = useState(false);
  const odd = sheet.lines.filter(isOdd).length;
  const rows = linesWith(sheet.lines, text, oddOnly);
  return (
    <section className="panel">
      <header className="month-filter">
        <Segmented<boolean>
          value={oddOnly}
          onChange={setOddOnly}
          options={[
            { value: false, label: `${SHEET.all} ${count(sheet.lines.length)}` },
            {
              value: true,
              label: <span data-testid="month-odd">{`${SHEET.odd} ${count(odd)}`}</span>,
            },
          ]}
        />
        <Input
          className="month-filter-text"
          prefix={<SearchOutlined />}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={SHEET.filter}
          allowClear
          maxLength={30}
          data-testid="month-filter"
        />
      </header>
      <ListTable<MonthAccount>
        rows={rows}
        rowKey={(line) => line.account}
        columns={narrow ? COLUMNS.filter(({ key }) => !ONLY_WIDE.includes(String(key))) : COLUMNS}
        onOpen={(line) => open(line, sheet)}
        empty={<EmptyState text={sheet.lines.length === 0 ? SHEET.empty : SHEET.emptyFiltered} />}
        pagination={{
          size: 'small',
          pageSize: PER_PAGE,
          showSizeChanger: false,
          hideOnSinglePage: true,
          showTotal: SHEET.total,
        }}
        testId="month-line"
      />
    </section>
  );
}

/** A closed month has statements; an open one has its calls so far. */
function open({ account, customer }: MonthAccount, { month, closed }: MonthSheet): void {
  go(
    closed
      ? { at: 'statement', customer, month, account, figure: null }
      : { at: 'call-list', account, month, leg: null, callerClass: null },
  );
}
