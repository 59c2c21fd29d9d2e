/** All prepaid accounts: where each stands, on what plan, with what balance. */
import { SearchOutlined } from '@ant-design/icons';
import { Alert, Input, Segmented } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useEffect, useState } from 'react';
import { type AccountLine, type AccountState, useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { Balance } from '../../parts/Amount';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { ListTable } from '../../parts/ListTable';
import { yuan } from '../../parts/money';
import { PageHead } from '../../parts/PageHead';
import { StateTag } from '../../parts/StateTag';
import { useDebounced } from '../../parts/useDebounced';
import { formatRoute, go, goInstead } from '../../route';
import { ACCOUNT_STATE } from '../../text';
import './accounts.css';
import { ACCOUNTS } from './text';

const STATES = Object.keys(ACCOUNT_STATE) as AccountState[];
const PER_PAGE = 50;

const COLUMNS: ColumnsType<AccountLine> = [
  { key: 'number', title: ACCOUNTS.number, dataIndex: 'shown', width: 118 },
  { key: 'company', title: ACCOUNTS.company, dataIndex: 'company', ellipsis: true },
  {
    key: 'state',
    title: ACCOUNTS.state,
    width: 92,
    render: (_, line) => <StateTag of="account" state={line.state} />,
  },
  { key: 'plan', title: ACCOUNTS.plan, width: 190, render: (_, line) => <Plan line={line} /> },
  {
    key: 'minimum',
    title: ACCOUNTS.minimum,
    width: 92,
    align: 'right',
    render: (_, line) => yuan(line.minimum),
  },
  {
    key: 'balance',
    title: ACCOUNTS.balance,
    width: 112,
    align: 'right',
    sorter: (one, other) => one.balance - other.balance,
    render: (_, line) => <Balance fen={line.balance} />,
  },
  { key: 'opened', title: ACCOUNTS.opened, dataIndex: 'opened', width: 96 },
  { key: 'agreement', title: ACCOUNTS.agreement, dataIndex: 'agreement', width: 134 },
];

function Plan({ line }: { line: AccountLine }) {
  return (
    <span className="accounts-plan">
      <span title={line.plan}>{line.plan}</span>
      {!line.plan_known && (
        <span className="state-tag" data-tone="waiting">
          {ACCOUNTS.noTariff}
        </span>
      )}
    </span>
  );
}

/** The list. */
export function Accounts({ state, text }: { state: AccountState | null; text: string }) {
  const [typed, setTyped] = useState(text);
  const wanted = useDebounced(typed.trim(), 150);
  const list = useCommand('account_list', { state, text: wanted }, { keep: true });
  useEffect(() => setTyped(text), [text]);
  return (
    <>
      <PageHead
        title={ACCOUNTS.title}
        aside={
          <Segmented<AccountState | ''>
            value={state ?? ''}
            onChange={(value) => goInstead({ at: 'accounts', state: value || null, text: typed })}
            options={[
              { value: '', label: ACCOUNTS.all },
              ...STATES.map((value) => ({ value, label: ACCOUNT_STATE[value] })),
            ]}
          />
        }
      >
        <Input
          className="accounts-filter"
          prefix={<SearchOutlined />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={ACCOUNTS.filter}
          allowClear
          maxLength={60}
          data-testid="accounts-filter"
        />
      </PageHead>
      <FailureNote failure={list.error} onRetry={() => void list.refetch()} />
      <Unpriced lines={list.data ?? []} />
      <div className="panel">
        <ListTable<AccountLine>
          key={`${state}${wanted}`}
          rows={list.data}
          loading={list.isPending}
          columns={COLUMNS}
          rowKey={(line) => line.account}
          onOpen={(line) => go({ at: 'account', account: line.account })}
          empty={<EmptyState text={ACCOUNTS.empty} hint={ACCOUNTS.emptyHint} />}
          pagination={{
            size: 'small',
            pageSize: PER_PAGE,
            showSizeChanger: false,
            hideOnSinglePage: (list.data?.length ?? 0) <= PER_PAGE,
            showTotal: ACCOUNTS.total,
          }}
          testId="account"
        />
      </div>
    </>
  );
}

/** Plans that accounts have and that nobody has priced. */
function Unpriced({ lines }: { lines: readonly AccountLine[] }) {
  const keeps = useDesk().may('keep_prices');
  const without = lines.filter((line) => !line.plan_known && line.state !== 'closed');
  if (without.length === 0) {
    return null;
  }
  const plans = [...new Set(without.map((line) => line.plan))];
  return (
    <Alert
      className="accounts-unpriced"
      type="warning"
      showIcon
      title={
        <>
          {(keeps ? ACCOUNTS.unpriced : ACCOUNTS.unpricedStaff)(without.length)}
          {plans.map((plan) => (
            <a key={plan} href={formatRoute({ at: 'tariffs', plan })}>
              {plan}
            </a>
          ))}
        </>
      }
      data-testid="accounts-unpriced"
    />
  );
}
