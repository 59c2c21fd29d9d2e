import { StateTag } from '../../../parts/StateTag';
import { formatRoute } from '../../../route';
import { useValue } from '../draft/hooks';
import grid from '../fields/field.module.css';
import { useTheCited } from './Cited';
import styles from './later.module.css';
import { LATER } from './text';

/** Which agreement a later business is about, in a line. */
export function CitedLine() {
  const { number, first, isLoading } = useTheCited();
  const business = useValue('business');
  if (business === 'new' || number === '') {
    return null;
  }
  return (
    <p className={`${grid.whole} ${styles.cited}`} data-testid="later-cited">
      {first && (
        <>
          <span>{LATER.cited}</span>
          <b>{first.line.number}</b>
          <span>{first.line.company}</span>
          <StateTag of="agreement" state={first.line.state} />
          <a href={formatRoute({ at: 'agreement', number: first.line.number })}>{LATER.open}</a>
        </>
      )}
      {!first && (isLoading ? LATER.citing : LATER.notFound(number))}
    </p>
  );
}
