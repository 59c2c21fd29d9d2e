/** The lists of today's desk. */
import type { OrderLine } from '../../backend';
import { shortTime } from '../../parts/dates';
import { shownNumber } from '../../parts/number400';
import { BUSINESS } from '../../text';
import { Board, Line } from './Board';

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
