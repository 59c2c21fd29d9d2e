/** Disputes over calls, those that wait for an answer first. */
import { Segmented } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { type DisputeView, useCommand } from '../../backend';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { ListTable } from '../../parts/ListTable';
import { yuan } from '../../parts/money';
import { PageHead } from '../../parts/PageHead';
import { StateTag } from '../../parts/StateTag';
import { type DisputedCalls, go } from '../../route';
import './disputes.css';
import { OpenDispute } from './OpenDispute';
import { DISPUTES } from './text';

const PER_PAGE = 50;

const COLUMNS: ColumnsType<DisputeView> = [
  { key: 'id', title: DISPUTES.id, dataIndex: 'id', width: 64 },
  {
    key: 'state',
    title: DISPUTES.state,
    width: 92,
    render: (_, dispute) => <StateTag of="dispute" state={dispute.state} />,
  },
  { key: 'number', title: DISPUTES.number, dataIndex: 'shown', width: 118 },
  { key: 'company', title: DISPUTES.company, dataIndex: 'company', ellipsis: true },
  {
    key: 'calls',
    title: DISPUTES.calls,
    width: 70,
    align: 'right',
    render: (_, dispute) => DISPUTES.count(dispute.calls.length),
  },
  {
    key: 'amount',
    title: DISPUTES.amount,
    width: 132,
    align: 'right',
    render: (_, dispute) => (
      <>
        {dispute.state === 'open' && <span className="dispute-frozen">{DISPUTES.frozen}　</span>}
        {yuan(dispute.amount)}
      </>
    ),
  },
  { key: 'opened', title: DISPUTES.opened, dataIndex: 'opened', width: 132 },
  { key: 'by', title: DISPUTES.by, dataIndex: 'opened_by', width: 76, ellipsis: true },
  { key: 'settled', title: DISPUTES.settled, dataIndex: 'settled', width: 132 },
];

/** Those that wait first, the longest waiting on top; then the answered ones, newest first. */
export function inOrder(disputes: readonly DisputeView[]): DisputeView[] {
  const open = disputes.filter((dispute) => dispute.state === 'open');
  const answered = disputes.filter((dispute) => dispute.state !== 'open');
  return [...open.sort((one, other) => one.opened.localeCompare(other.opened)), ...answered];
}

/** The list; `opening` has the dialog stand over it. */
export function Disputes({ opening }: { opening: DisputedCalls | null }) {
  const [openOnly, setOpenOnly] = useState(false);
  const list = useCommand('dispute_list', { account: null, open_only: openOnly }, { keep: true });
  return (
    <>
      <PageHead
        title={DISPUTES.title}
        aside={
          <Segmented
            value={openOnly ? 'open' : 'all'}
            onChange={(value) => setOpenOnly(value === 'open')}
            options={[
              { value: 'all', label: DISPUTES.all },
              { value: 'open', label: DISPUTES.open },
            ]}
          />
        }
      />
      <FailureNote failure={list.error} onRetry={() => void list.refetch()} />
      <div className="panel">
        <ListTable<DisputeView>
          rows={list.data && inOrder(list.data)}
          loading={list.isPending}
          columns={COLUMNS}
          rowKey={(dispute) => dispute.id}
          onOpen={(dispute) => go({ at: 'dispute', dispute: dispute.id })}
          empty={
            <EmptyState
              text={openOnly ? DISPUTES.emptyOpen : DISPUTES.empty}
              hint={DISPUTES.emptyHint}
            />
          }
          pagination={{
            size: 'small',
            pageSize: PER_PAGE,
            showSizeChanger: false,
            hideOnSinglePage: true,
          }}
          testId="dispute"
        />
      </div>
      {opening && <OpenDispute key={opening.calls.join()} opening={opening} />}
    </>
  );
}
