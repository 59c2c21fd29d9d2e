/** The agreement that is changed or renewed. */
import { useCommand } from '../../backend';
import { AGREEMENT_STATE, NEW_ORDER } from '../../text';
import { Choice, type Known } from './CustomerPick';

/** What the choice needs. */
export interface CitesPickProps {
  /** Settled by where one comes from. */
  fixed: string | undefined;
  customer: Known | null;
  cites: string | null;
  onPick: (number: string) => void;
}

/** The customer's agreements that stand. */
export function CitesPick({ fixed, customer, cites, onPick }: CitesPickProps) {
  const answer = useCommand(
    'customer_show',
    { id: customer?.id ?? 0 },
    { enabled: customer !== null && fixed === undefined },
  );
  if (fixed !== undefined) {
    return (
      <p>
        {NEW_ORDER.cites} <b className="figures">{fixed}</b>
      </p>
    );
  }
  if (!customer) {
    return null;
  }
  const agreements = (answer.data?.agreements ?? []).filter(
    ({ state }) => state === 'in_force' || state === 'signed',
  );
  return (
    <div className="new-order-pick">
      <p className="new-order-label">
        {NEW_ORDER.cites}　<small>{NEW_ORDER.citesHint}</small>
      </p>
      <div className="new-order-choices">
        {agreements.map((line) => (
          <Choice
            key={line.number}
            title={line.number}
            detail={`${line.number_400}　${AGREEMENT_STATE[line.state]}`}
            picked={cites === line.number}
            onClick={() => onPick(line.number)}
            testId={`new-order-cites-${line.number}`}
          />
        ))}
        {answer.isSuccess && agreements.length === 0 && (
          <p className="new-order-none">{NEW_ORDER.noCites}</p>
        )}
      </div>
    </div>
  );
}
