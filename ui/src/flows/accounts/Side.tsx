/** What an account stands on: balance, facts, times out of service, disputes, how far closing is. */
import type { ReactNode } from 'react';
import { type AccountView, useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { today } from '../../parts/dates';
import { Facts } from '../../parts/Facts';
import { yuan } from '../../parts/money';
import { StateTag } from '../../parts/StateTag';
import { formatRoute, type Route } from '../../route';
import { SUSPENSION_REASON } from '../../text';
import type { Deed } from './Actions';
import { Closing } from './Closing';
import { ACCOUNT, ACCOUNTS } from './text';

/** What stands at the right. */
export function Side({ view, onDeed }: { view: AccountView; onDeed: (deed: Deed) => void }) {
  const { line } = view;
  const owed = line.balance < 0;
  return (
    <aside className="account-side">
      <section className="account-balance panel" data-owed={owed} data-testid="account-balance">
        <small>{owed ? ACCOUNT.owed : ACCOUNT.balance}</small>
        <b>{yuan(line.balance)}</b>
      </section>
      {line.closed && <Closing view={view} onDeed={onDeed} />}
      <AccountFacts view={view} />
      <Former view={view} />
      <Suspensions view={view} />
      <AccountDisputes account={line.account} />
    </aside>
  );
}

function AccountFacts({ view }: { view: AccountView }) {
  const { line } = view;
  return (
    <Facts
      title={ACCOUNT.facts}
      facts={[
        [
          ACCOUNTS.company,
          <Elsewhere key="company" to={{ at: 'customer', id: line.customer }}>
            {line.company}
          </Elsewhere>,
        ],
        [
          ACCOUNTS.agreement,
          <Elsewhere key="agreement" to={{ at: 'agreement', number: line.agreement }}>
            {line.agreement}
          </Elsewhere>,
        ],
        [
          ACCOUNTS.plan,
          <a key="plan" href={formatRoute({ at: 'tariffs', plan: line.plan })}>
            {line.plan}
          </a>,
        ],
        [ACCOUNTS.minimum, ACCOUNT.aMonth(yuan(line.minimum))],
        [ACCOUNT.contract, ACCOUNT.yuan(yuan(view.contract_amount))],
        [ACCOUNT.floor, ACCOUNT.yuan(yuan(view.renewal_floor))],
        [ACCOUNT.calls, <CallsOfMonth key="calls" account={line.account} />],
        [ACCOUNTS.opened, line.opened],
        [ACCOUNT.closed, line.closed],
      ]}
    />
  );
}

/** The calls of the month that runs. */
function CallsOfMonth({ account }: { account: number }) {
  const month = today(new Date()).slice(0, 7);
  const route: Route = { at: 'call-list', account, month, leg: null, callerClass: null };
  return <a href={formatRoute(route)}>{month}</a>;
}

/** Leads to the front desk's screens for those who may stand there. */
function Elsewhere({ to, children }: { to: Route; children: ReactNode }) {
  return useDesk().may('take_orders') ? <a href={formatRoute(to)}>{children}</a> : children;
}

/** Who held the number before it changed hands. */
function Former({ view }: { view: AccountView }) {
  if (view.former.length === 0) {
    return null;
  }
  return (
    <section className="account-panel panel" data-testid="account-former">
      <h2>{ACCOUNT.former}</h2>
      <ul>
        {view.former.map((one) => (
          <li key={one.agreement}>
            <Elsewhere to={{ at: 'customer', id: one.customer }}>{one.company}</Elsewhere>
            <small>
              <Elsewhere to={{ at: 'agreement', number: one.agreement }}>{one.agreement}</Elsewhere>{' '}
              {ACCOUNT.formerUntil(one.until)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Suspensions({ view }: { view: AccountView }) {
  if (view.suspensions.length === 0) {
    return null;
  }
  return (
    <section className="account-panel panel" data-testid="account-suspensions">
      <h2>{ACCOUNT.suspensions}</h2>
      <ul>
        {view.suspensions.map((line) => (
          <li key={line.from}>
            <span className="figures">{ACCOUNT.span(line.from, line.until)}</span>
            <small className="account-line-note">{SUSPENSION_REASON[line.reason].word}</small>
            <small className="account-line-note">{line.note}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AccountDisputes({ account }: { account: number }) {
  const disputes = useCommand('dispute_list', { account, open_only: false });
  if (!disputes.data || disputes.data.length === 0) {
    return null;
  }
  return (
    <section className="account-panel panel">
      <h2>{ACCOUNT.disputes}</h2>
      <ul>
        {disputes.data.map((dispute) => (
          <li className="account-dispute" key={dispute.id}>
            <a href={formatRoute({ at: 'dispute', dispute: dispute.id })}>
              {dispute.opened.slice(0, 10)}
            </a>
            <span className="figures">{ACCOUNT.yuan(yuan(dispute.amount))}</span>
            <StateTag of="dispute" state={dispute.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
