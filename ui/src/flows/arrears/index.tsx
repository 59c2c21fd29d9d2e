/** Who runs dry or has, most urgent first; the program proposes, a person confirms. */
import { Segmented } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import {
  type ArrearsLine,
  type ArrearsStep,
  type NoticeKind,
  useAct,
  useCommand,
} from '../../backend';
import { Balance } from '../../parts/Amount';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { ListTable } from '../../parts/ListTable';
import { yuan } from '../../parts/money';
import { PageHead } from '../../parts/PageHead';
import { SavedNote } from '../../parts/SavedNote';
import { formatRoute } from '../../route';
import { ARREARS_STEP } from '../../text';
import { CloseDialog } from '../accounts/deeds/CloseDialog';
import { SuspendDialog } from '../accounts/deeds/SuspendDialog';
import { Acts, type Opened } from './Acts';
import './arrears.css';
import { PayHere } from './PayHere';
import { ARREARS, STEP_MEANS } from './text';
import { countSteps, STEP_TONE, STEPS, tellDry, tellTermination } from './urgency';

const PER_PAGE = 50;

/** The screen. */
export function Arrears() {
  const [step, setStep] = useState<ArrearsStep | ''>('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const list = useCommand('arrears_list', null);
  const notice = useAct('notice_save');
  const lines = list.data?.filter((line) => step === '' || line.due === step);
  const columns = columnsFor(setOpened, (line, kind) =>
    notice.mutate({ account: line.account.account, kind }),
  );
  return (
    <div className="arrears">
      <PageHead
        title={ARREARS.title}
        aside={
          <Segmented<ArrearsStep | ''>
            value={step}
            onChange={setStep}
            options={stepOptions(list.data ?? [])}
          />
        }
      >
        <small className="arrears-lead">{step ? STEP_MEANS[step] : ARREARS.lead}</small>
      </PageHead>
      <FailureNote failure={list.error} onRetry={() => void list.refetch()} />
      <SavedNote
        saved={notice.data}
        failure={notice.error}
        onClose={notice.reset}
        testId="notice-saved"
      />
      <div className="panel">
        <ListTable<ArrearsLine>
          rows={lines}
          loading={list.isPending}
          columns={columns}
          rowKey={(line) => line.account.account}
          empty={<EmptyState text={ARREARS.empty} hint={ARREARS.emptyHint} />}
          pagination={{
            size: 'small',
            pageSize: PER_PAGE,
            showSizeChanger: false,
            hideOnSinglePage: true,
          }}
          testId="arrears"
        />
      </div>
      {opened && <OpenedDialog opened={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}

function stepOptions(lines: readonly ArrearsLine[]) {
  const counts = countSteps(lines);
  return [
    { value: '' as const, label: `${ARREARS.all} ${lines.length}` },
    ...STEPS.map((value) => ({ value, label: `${ARREARS_STEP[value]} ${counts[value]}` })),
  ];
}

function OpenedDialog({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const line = opened.line.account;
  switch (opened.what) {
    case 'suspend':
      return <SuspendDialog line={line} onClose={onClose} />;
    case 'close':
      return <CloseDialog line={line} reason={ARREARS.closeReason} onClose={onClose} />;
    case 'pay':
      return <PayHere account={line.account} onClose={onClose} />;
  }
}

function columnsFor(
  onOpen: (opened: Opened) => void,
  onNotice: (line: ArrearsLine, kind: NoticeKind) => void,
): ColumnsType<ArrearsLine> {
  const now = new Date();
  return [
    { key: 'due', title: ARREARS.step, width: 92, render: (_, { due }) => <Step due={due} /> },
    { key: 'number', title: ARREARS.number, width: 112, render: (_, line) => numberOf(line) },
    { key: 'company', title: ARREARS.company, dataIndex: ['account', 'company'], ellipsis: true },
    {
      key: 'balance',
      title: ARREARS.balance,
      width: 92,
      align: 'right',
      render: (_, line) => <Balance fen={line.account.balance} />,
    },
    {
      key: 'average',
      title: ARREARS.average,
      width: 84,
      align: 'right',
      render: (_, line) => yuan(line.average),
    },
    { key: 'dry', title: ARREARS.dry, width: 116, render: (_, line) => tellDry(line.dry_on, now) },
    {
      key: 'suspended',
      title: ARREARS.suspended,
      width: 68,
      render: (_, line) => line.suspended_on?.slice(5),
    },
    {
      key: 'terminate',
      title: ARREARS.terminate,
      width: 124,
      render: (_, line) => (
        <span className={line.due === 'terminate' ? 'arrears-past' : ''}>
          {tellTermination(line.terminate_on, now)}
        </span>
      ),
    },
    {
      key: 'acts',
      title: ARREARS.acts,
      width: 156,
      render: (_, line) => <Acts line={line} onOpen={onOpen} onNotice={onNotice} />,
    },
  ];
}

function numberOf({ account }: ArrearsLine) {
  return <a href={formatRoute({ at: 'account', account: account.account })}>{account.shown}</a>;
}

function Step({ due }: { due: ArrearsStep }) {
  return (
    <span className="state-tag" data-tone={STEP_TONE[due]} title={STEP_MEANS[due]}>
      {ARREARS_STEP[due]}
    </span>
  );
}
