/** The columns of a list of calls. */
import { Checkbox } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import type { CallLine } from '../../backend';
import { count, exactYuan, lengthOf } from '../../parts/quantity';
import { CALLER_CLASS, LEG } from '../../text';
import { CALL_LIST } from './text';

/** Which calls are chosen and how others are. */
export interface Choosing {
  chosen: ReadonlySet<number>;
  /** The calls of this page. */
  page: readonly CallLine[];
  onChoose: (ids: readonly number[], on: boolean) => void;
}

/** A call already in dispute is not disputed twice. */
function isFree(line: CallLine): boolean {
  return line.dispute === null;
}

/** All columns. */
export function callColumns(choosing: Choosing): ColumnsType<CallLine> {
  return [
    {
      key: 'choose',
      title: <ChoosePage {...choosing} />,
      width: 36,
      render: (_, line) => (
        <Checkbox
          checked={choosing.chosen.has(line.id)}
          disabled={!isFree(line)}
          onChange={(event) => choosing.onChoose([line.id], event.target.checked)}
          aria-label={CALL_LIST.select}
          data-testid={`call-choose-${line.id}`}
        />
      ),
    },
    ...FACTS,
  ];
}

const FACTS: ColumnsType<CallLine> = [
  // The year stands in the head of the screen.
  {
    key: 'started',
    title: CALL_LIST.started,
    width: 122,
    render: (_, line) => line.started.slice(5),
  },
  { key: 'caller', title: CALL_LIST.caller, dataIndex: 'caller', width: 112 },
  { key: 'delivered', title: CALL_LIST.delivered, dataIndex: 'delivered_to', width: 112 },
  {
    key: 'kind',
    title: CALL_LIST.kind,
    width: 84,
    render: (_, line) => `${LEG[line.leg]}${CALLER_CLASS[line.caller_class]}`,
  },
  figure('length', CALL_LIST.length, 66, (line) =>
    line.answered ? (
      lengthOf(line.seconds)
    ) : (
      <span className="call-none">{CALL_LIST.unanswered}</span>
    ),
  ),
  figure('increments', CALL_LIST.increments, 78, (line) =>
    line.increments > 0 ? count(line.increments) : '',
  ),
  figure('rate', CALL_LIST.rate, 66, (line) => line.rate),
  figure('charge', CALL_LIST.charge, 78, (line) =>
    line.charge === '' ? (
      <span className="call-unrated">{CALL_LIST.notRated}</span>
    ) : (
      exactYuan(line.charge)
    ),
  ),
  { key: 'tariff', title: CALL_LIST.tariff, dataIndex: 'tariff', width: 94 },
  {
    key: 'source',
    title: CALL_LIST.source,
    ellipsis: true,
    render: (_, line) => (
      <span title={CALL_LIST.row(line.file_name, line.row)}>
        {CALL_LIST.row(line.file_name, line.row)}
      </span>
    ),
  },
  {
    key: 'dispute',
    title: CALL_LIST.dispute,
    width: 60,
    render: (_, line) => !isFree(line) && <span className="call-none">{CALL_LIST.disputed}</span>,
  },
];

function figure(
  key: string,
  title: string,
  width: number,
  show: (line: CallLine) => ReactNode,
): ColumnsType<CallLine>[number] {
  return { key, title, width, align: 'right', render: (_, line) => show(line) };
}

function ChoosePage({ chosen, page, onChoose }: Choosing) {
  const free = page.filter(isFree).map(({ id }) => id);
  const on = free.filter((id) => chosen.has(id)).length;
  return (
    <Checkbox
      checked={free.length > 0 && on === free.length}
      indeterminate={on > 0 && on < free.length}
      disabled={free.length === 0}
      onChange={(event) => onChoose(free, event.target.checked)}
      aria-label={CALL_LIST.selectPage}
      data-testid="call-choose-page"
    />
  );
}
