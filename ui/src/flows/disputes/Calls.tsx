/** The calls of a dispute, and how the charge of each was reached. */
import type { ColumnsType } from 'antd/es/table';
import type { CallLine } from '../../backend';
import { ListTable } from '../../parts/ListTable';
import { CALLER_CLASS, LEG } from '../../text';
import { DISPUTE } from './text';

const PER_PAGE = 50;

const COLUMNS: ColumnsType<CallLine> = [
  { key: 'started', title: DISPUTE.started, dataIndex: 'started', width: 140 },
  { key: 'caller', title: DISPUTE.caller, dataIndex: 'caller', width: 98 },
  { key: 'to', title: DISPUTE.deliveredTo, dataIndex: 'delivered_to', width: 98 },
  {
    key: 'kind',
    title: DISPUTE.kind,
    width: 74,
    render: (_, call) => `${LEG[call.leg]}${CALLER_CLASS[call.caller_class]}`,
  },
  {
    key: 'seconds',
    title: DISPUTE.seconds,
    width: 68,
    align: 'right',
    render: (_, call) => (call.answered ? DISPUTE.secondsOf(call.seconds) : DISPUTE.unanswered),
  },
  { key: 'rate', title: DISPUTE.rate, dataIndex: 'rate', width: 54, align: 'right' },
  {
    key: 'charge',
    title: DISPUTE.charge,
    width: 58,
    align: 'right',
    render: (_, call) => charge(call),
  },
  {
    key: 'source',
    title: DISPUTE.source,
    width: 86,
    render: (_, call) => (
      <span title={DISPUTE.row(call.file_name, call.row)}>{DISPUTE.rowShort(call.row)}</span>
    ),
  },
];

function charge(call: CallLine) {
  return call.charge || <span className="dispute-unrated">{DISPUTE.notRated}</span>;
}

/** The calls as a table. */
export function Calls({ calls }: { calls: readonly CallLine[] }) {
  return (
    <ListTable<CallLine>
      rows={calls}
      rowKey={(call) => call.id}
      columns={COLUMNS}
      empty={null}
      pagination={{
        size: 'small',
        pageSize: PER_PAGE,
        showSizeChanger: false,
        hideOnSinglePage: true,
      }}
      testId="disputed-call"
    />
  );
}
