/** Printed agreements that wait for signatures, oldest first, those that wait too long marked. */
import { type ReturnedDesk, useCommand, type WaitingAgreement } from '../../backend';
import { formatRoute } from '../../route';
import { TODAY } from '../../text';
import { TODAY_RETURNED } from '../returned/text';
import { Board, Line } from './Board';

/** Lines shown before one is sent to the list. */
const MOST = 60;

/** How the signed pages stand. */
export function useReturned() {
  return useCommand('returned_show', null);
}

/** The board. */
export function WaitingLines({ desk }: { desk: ReturnedDesk | undefined }) {
  const waiting = desk?.waiting ?? [];
  const overdue = waiting.filter((row) => row.overdue).length;
  return (
    <Board
      title={TODAY_RETURNED.title}
      hint={TODAY_RETURNED.hint}
      empty={TODAY_RETURNED.none}
      count={desk?.waiting.length}
      aside={
        <>
          {overdue > 0 && (
            <b className="today-overdue figures" data-testid="today-overdue">
              {TODAY_RETURNED.overdue(overdue)}
            </b>
          )}
          <a href={formatRoute({ at: 'returned' })} data-testid="today-returned">
            {TODAY_RETURNED.open}
          </a>
        </>
      }
      testId="today-waiting"
    >
      {desk && desk.unplaced.length > 0 && (
        <li>
          <a className="today-unplaced" href={formatRoute({ at: 'returned' })}>
            {TODAY_RETURNED.unplaced(desk.unplaced.length)}
          </a>
        </li>
      )}
      {waiting.slice(0, MOST).map((row) => (
        <WaitingLine key={row.line.number} row={row} />
      ))}
      {waiting.length > MOST && (
        <li className="today-more">{TODAY_RETURNED.more(waiting.length - MOST)}</li>
      )}
    </Board>
  );
}

function WaitingLine({ row: { line, days, overdue } }: { row: WaitingAgreement }) {
  return (
    <Line
      route={{ at: 'agreement', number: line.number }}
      company={line.company}
      number={line.number_400}
      facts={
        <>
          <span>{line.number}</span>
          <span className="today-age" data-late={overdue}>
            {TODAY.age(days)}
          </span>
        </>
      }
      testId={`waiting-${line.number}`}
    />
  );
}
