/** The lists of today's desk. */
import type { AgreementLine, OrderLine } from '../../backend';
import { daysSince, shortTime } from '../../parts/dates';
import { shownNumber } from '../../parts/number400';
import { BUSINESS, TODAY } from '../../text';
import { Board, Line } from './Board';

/** Days after which a printed agreement should have come back. */
const LATE = 7;

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
