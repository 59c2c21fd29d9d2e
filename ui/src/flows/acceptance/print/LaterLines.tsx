import { SUSPENSION_REASON } from '../../../text';
import { useDraftState } from '../draft/hooks';
import { fieldLabel } from '../form/sections';
import { isStated } from '../form/stated';
import { useTheChanges, useTheCited } from '../later/Cited';
import { paragraphs } from '../later/Clauses';
import { CHANGE, LATER, REST, SUSPENSION, TRANSFER } from '../later/text';
import { Line } from './Line';
import styles from './print.module.css';

/** Changes and clauses read over one by one; the paper has them all. */
const TOLD = 6;

/** What a later business is about, as the customer reads it over. */
export function LaterLines() {
  const form = useDraftState((state) => state.form);
  const { before } = useTheCited();
  const { business, cites, later } = form;
  if (business === 'new') {
    return null;
  }
  const states = (part: keyof typeof later) => isStated(business, `later.${part}`);
  const label = (part: keyof typeof later) => fieldLabel(`later.${part}`, business);
  const reason = later.reason;
  return (
    <>
      <Line name={LATER.cited}>{cites}</Line>
      {business === 'transfer' && before && <Line name={TRANSFER.from}>{before.company.name}</Line>}
      {states('day') && <Line name={label('day')}>{later.day}</Line>}
      {states('rest') && <Line name={label('rest')}>{REST[later.rest]}</Line>}
      {states('reason') && (
        <Line name={label('reason')}>
          {reason === null ? SUSPENSION.asked : SUSPENSION_REASON[reason].word}
        </Line>
      )}
      {business === 'change' && <Changes />}
      {states('clauses') && <Items lines={paragraphs(later.clauses)} name={label('clauses')} />}
    </>
  );
}

function Changes() {
  const lines = useTheChanges().map(
    ({ item, before, after }) =>
      `${item}：${before || CHANGE.nothing} → ${after || CHANGE.nothing}`,
  );
  return <Items lines={lines} name={CHANGE.title} />;
}

function Items({ name, lines }: { name: string; lines: readonly string[] }) {
  return (
    <Line name={name}>
      <ul className={styles.items}>
        {lines.slice(0, TOLD).map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place, and two may read alike
          <li key={place}>{line}</li>
        ))}
        {lines.length > TOLD && <li>{LATER.more(lines.length - TOLD)}</li>}
      </ul>
    </Line>
  );
}
