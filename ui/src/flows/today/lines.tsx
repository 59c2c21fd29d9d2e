/** The lists of today's desk. */
import type { ReactNode } from 'react';
import type { AgreementLine, OrderLine } from '../../backend';
import { daysSince, shortTime } from '../../parts/dates';
import { EmptyState } from '../../parts/EmptyState';
import { shownNumber } from '../../parts/number400';
import { formatRoute, type Route } from '../../route';
import { BUSINESS, TODAY } from '../../text';

/** Days after which a printed agreement should have come back. */
const LATE = 7;

interface BoardProps {
  title: string;
  hint: string;
  empty: string;
  count: number | undefined;
  testId: string;
  children: ReactNode;
}

function Board({ title, hint, empty, count, testId, children }: BoardProps) {
  return (
    <section className="today-list panel" data-testid={testId}>
      <header title={hint}>
        <h2>{title}</h2>
        {count !== undefined && <span className="today-count figures">{count}</span>}
      </header>
      <ul>{children}</ul>
      {count === 0 && <EmptyState text={empty} />}
    </section>
  );
}

interface LineProps {
  route: Route;
  company: string;
  number: string;
  facts: ReactNode;
  testId: string;
}

function Line({ route, company, number, facts, testId }: LineProps) {
  return (
    <li>
      <a className="today-line" href={formatRoute(route)} data-testid={testId}>
        <b title={company}>{company || TODAY.unnamed}</b>
        <span className="today-number figures" data-none={!number}>
          {number || TODAY.noNumber}
        </span>
        <span className="today-facts figures">{facts}</span>
      </a>
    </li>
  );
}

/** Orders in one state. */
export function OrderLines(props: {
  title: string;
  hint: string;
  empty: string;
  lines: readonly OrderLine[] | undefined;
  testId: string;
}) {
  const { lines, ...board } = props;
  const now = new Date();
  return (
    <Board {...board} count={lines?.length}>
      {lines?.map((line) => (
        <Line
          key={line.id}
          route={{ at: 'acceptance', order: line.id }}
          company={line.company}
          number={shownNumber(line.number)}
          facts={
            <>
              <span>{BUSINESS[line.business]}</span>
              <span>{shortTime(line.updated_at, now)}</span>
              <span>{line.updated_by}</span>
            </>
          }
          testId={`order-${line.id}`}
        />
      ))}
    </Board>
  );
}

/** Printed agreements that wait for signatures, with their age. */
export function WaitingLines({ lines }: { lines: readonly AgreementLine[] | undefined }) {
  const now = new Date();
  return (
    <Board
      title={TODAY.waiting}
      hint={TODAY.waitingHint}
      empty={TODAY.noWaiting}
      count={lines?.length}
      testId="today-waiting"
    >
      {lines?.map((line) => {
        const days = daysSince(line.printed_at, now);
        return (
          <Line
            key={line.number}
            route={{ at: 'agreement', number: line.number }}
            company={line.company}
            number={line.number_400}
            facts={
              <>
                <span>{line.number}</span>
                <span className="today-age" data-late={days >= LATE}>
                  {TODAY.age(days)}
                </span>
              </>
            }
            testId={`waiting-${line.number}`}
          />
        );
      })}
    </Board>
  );
}
