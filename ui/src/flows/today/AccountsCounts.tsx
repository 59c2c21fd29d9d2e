/** What waits in the accounts, for a manager who also takes orders. */
import { useCommand } from '../../backend';
import { count, monthName } from '../../parts/quantity';
import { formatRoute } from '../../route';
import { FRAME, TODAY } from '../../text';

/** A few lines beneath the stock. */
export function AccountsCounts() {
  const months = useCommand('month_list', null);
  const files = useCommand('calls_files', null);
  const next = months.data?.find((month) => month.next);
  const arrears = useCommand('arrears_list', null).data?.length ?? 0;
  const waiting = files.data?.reduce((sum, file) => sum + file.waiting, 0) ?? 0;
  if (!next && waiting === 0 && arrears === 0) {
    return null;
  }
  return (
    <section className="today-stock panel" data-testid="today-accounts">
      <header>
        <h2>{FRAME.monthly}</h2>
      </header>
      <dl>
        {next && (
          <a href={formatRoute({ at: 'month', month: next.month })}>
            <dt>{TODAY.nextMonth}</dt>
            <dd className="figures">{monthName(next.month)}</dd>
          </a>
        )}
        {waiting > 0 && (
          <a href={formatRoute({ at: 'quarantine', file: null })}>
            <dt>{TODAY.waitingRows}</dt>
            <dd className="figures">{TODAY.rows(count(waiting))}</dd>
          </a>
        )}
        {arrears > 0 && (
          <a href={formatRoute({ at: 'arrears' })}>
            <dt>{FRAME.arrears}</dt>
            <dd className="figures">{TODAY.numbers(count(arrears))}</dd>
          </a>
        )}
      </dl>
    </section>
  );
}
