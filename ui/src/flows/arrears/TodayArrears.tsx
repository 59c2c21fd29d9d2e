/** The most urgent arrears on today's desk, for those who keep accounts. */
import { useCommand } from '../../backend';
import { useDesk } from '../../desk';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { yuan } from '../../parts/money';
import { formatRoute } from '../../route';
import { ARREARS_STEP } from '../../text';
import './arrears.css';
import '../../parts/StateTag.css';
import { TODAY_ARREARS } from './text';
import { STEP_TONE, tellDry, tellTermination } from './urgency';

/** Lines shown before one is sent to the list. */
const MOST = 12;

/** A panel; nothing for others. */
export function TodayArrears() {
  const keeps = useDesk().may('keep_accounts');
  const list = useCommand('arrears_list', null, { enabled: keeps });
  if (!keeps) {
    return null;
  }
  const lines = list.data ?? [];
  const now = new Date();
  return (
    <section className="today-arrears panel" data-testid="today-arrears">
      <header>
        <h2>{TODAY_ARREARS.title}</h2>
        {list.data && <span className="today-count figures">{lines.length}</span>}
        <a href={formatRoute({ at: 'arrears' })}>{TODAY_ARREARS.open}</a>
      </header>
      <FailureNote failure={list.error} onRetry={() => void list.refetch()} />
      {list.data && lines.length === 0 && <EmptyState text={TODAY_ARREARS.none} />}
      <ul>
        {lines.slice(0, MOST).map(({ account, due, dry_on, terminate_on }) => (
          <li key={account.account}>
            <a
              className="today-arrears-line"
              href={formatRoute({ at: 'account', account: account.account })}
            >
              <b title={account.company}>{account.company}</b>
              <span className="state-tag" data-tone={STEP_TONE[due]}>
                {ARREARS_STEP[due]}
              </span>
              <small>
                {account.shown}　{yuan(account.balance)}
              </small>
              <small>{tellTermination(terminate_on, now) || tellDry(dry_on, now)}</small>
            </a>
          </li>
        ))}
      </ul>
      {lines.length > MOST && (
        <p className="today-arrears-more">{TODAY_ARREARS.more(lines.length - MOST)}</p>
      )}
    </section>
  );
}
