/** Which business, each with what it prints. */
import { Radio } from 'antd';
import type { Business } from '../../backend';
import { BUSINESS, BUSINESS_PRINTS, NEW_ORDER } from '../../text';

const ALL = Object.keys(BUSINESS) as Business[];

/** What refers to an agreement is never its beginning. */
function offered(refers: boolean): Business[] {
  return refers ? ALL.filter((business) => business !== 'new') : ALL;
}

/** All kinds, one under the other. */
export function KindPick(props: {
  business: Business;
  /** Whether one comes from an agreement. */
  refers: boolean;
  onPick: (business: Business) => void;
}) {
  return (
    <Radio.Group
      className="new-order-kinds"
      aria-label={NEW_ORDER.business}
      value={props.business}
      onChange={(event) => props.onPick(event.target.value)}
      options={offered(props.refers).map((value) => ({
        value,
        label: (
          <span className="new-order-kind" data-testid={`new-order-${value}`}>
            <b>{BUSINESS[value]}</b>
            <small>{BUSINESS_PRINTS[value]}</small>
          </span>
        ),
      }))}
    />
  );
}
