/** An amount of money in a list: a movement with its sign, or a balance. */
import { signedYuan, yuan } from './money';
import './Amount.css';

/** A movement: what comes in has a plus, what is taken a minus. */
export function Movement({ fen }: { fen: number }) {
  return (
    <span className="amount" data-sign={fen > 0 ? 'plus' : 'minus'}>
      {signedYuan(fen)}
    </span>
  );
}

/** A balance; what is owed stands out. */
export function Balance({ fen }: { fen: number }) {
  return (
    <span className="amount" data-owed={fen < 0}>
      {yuan(fen)}
    </span>
  );
}
