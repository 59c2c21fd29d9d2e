/** The month that is to be closed next, large enough to be seen from the door. */
import { useCommand } from '../../backend';
import { today } from '../../parts/dates';
import { FailureNote } from '../../parts/FailureNote';
import { count, monthName } from '../../parts/quantity';
import { formatRoute } from '../../route';
import { TODAY } from '../../text';

/** A panel that leads to the month's sheet. */
export function NextMonth() {
  const months = useCommand('month_list', null);
  const next = months.data?.find((month) => month.next);
  return (
    <section className="today-month panel" data-testid="today-month">
      <header>
        <h2>{TODAY.nextMonth}</h2>
      </header>
      <FailureNote failure={months.error} onRetry={() => void months.refetch()} />
      {next && (
        <a href={formatRoute({ at: 'month', month: next.month })} data-testid="today-month-open">
          <b className="figures">{monthName(next.month)}</b>
          <span className="figures">
            {TODAY.monthHolds(count(next.numbers), count(next.calls))}
          </span>
          <span className="today-month-act">{tell(next.month, next.calls)}</span>
        </a>
      )}
      {months.data && !next && <p className="today-none">{TODAY.noMonth}</p>}
    </section>
  );
}

/** What is to be done with it now. */
function tell(month: string, calls: number): string {
  if (month >= today(new Date()).slice(0, 7)) {
    return TODAY.monthRuns;
  }
  return calls === 0 ? TODAY.monthEmpty : TODAY.monthDue;
}
