/** The state of an order, an agreement, a number, an account or a dispute: a word with a colour and a shape of its own. */
import type {
  AccountState,
  AgreementState,
  DisputeState,
  NumberState,
  OrderState,
} from '../backend';
import { ACCOUNT_STATE, AGREEMENT_STATE, DISPUTE_STATE, NUMBER_STATE, ORDER_STATE } from '../text';
import './StateTag.css';

type Tone = 'quiet' | 'ready' | 'waiting' | 'good' | 'bad' | 'held';

const ORDER_TONE: Record<OrderState, Tone> = {
  draft: 'quiet',
  ready: 'ready',
  printed: 'waiting',
  signed: 'held',
  in_force: 'good',
  void: 'bad',
};

const AGREEMENT_TONE: Record<AgreementState, Tone> = {
  printed: 'waiting',
  signed: 'held',
  in_force: 'good',
  void: 'bad',
  ended: 'quiet',
};

const NUMBER_TONE: Record<NumberState, Tone> = {
  free: 'ready',
  reserved: 'held',
  in_use: 'good',
  suspended: 'waiting',
  closed: 'quiet',
  returned: 'quiet',
};

const ACCOUNT_TONE: Record<AccountState, Tone> = {
  open: 'good',
  suspended: 'waiting',
  closing: 'held',
  closed: 'quiet',
};

const DISPUTE_TONE: Record<DisputeState, Tone> = {
  open: 'waiting',
  upheld: 'good',
  rejected: 'quiet',
};

/** Whose state it is. */
export type StateTagProps =
  | { of: 'order'; state: OrderState }
  | { of: 'agreement'; state: AgreementState }
  | { of: 'number'; state: NumberState }
  | { of: 'account'; state: AccountState }
  | { of: 'dispute'; state: DisputeState };

/** A state in a word. */
export function StateTag(props: StateTagProps) {
  const [tone, word] = look(props);
  return (
    <span className="state-tag" data-tone={tone} data-state={props.state}>
      {word}
    </span>
  );
}

function look(props: StateTagProps): [Tone, string] {
  switch (props.of) {
    case 'order':
      return [ORDER_TONE[props.state], ORDER_STATE[props.state]];
    case 'agreement':
      return [AGREEMENT_TONE[props.state], AGREEMENT_STATE[props.state]];
    case 'number':
      return [NUMBER_TONE[props.state], NUMBER_STATE[props.state]];
    case 'account':
      return [ACCOUNT_TONE[props.state], ACCOUNT_STATE[props.state]];
    case 'dispute':
      return [DISPUTE_TONE[props.state], DISPUTE_STATE[props.state]];
  }
}
