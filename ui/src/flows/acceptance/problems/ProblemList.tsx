import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Finding } from '../../../backend';
import { sentence } from '../../../errors';
import { useDraftState, useValue } from '../draft/hooks';
import { fieldLabel } from '../form/sections';
import { PROBLEM } from '../text';
import styles from './problemList.module.css';
import { wordFor } from './words';

/** The next or previous button of the list. */
function stepTo(event: KeyboardEvent, step: 1 | -1): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(here + step + buttons.length) % buttons.length]?.focus();
}

/** Everything that is open, one line each; a press goes to the field. */
export function ProblemList({ onGo }: { onGo: (finding: Finding) => void }) {
  const list = useDraftState((state) => state.problems.list);
  const business = useValue('business');
  const ref = useRef<HTMLUListElement>(null);
  useEffect(() => ref.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      stepTo(event, event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  return (
    <>
      <p className={styles.keys}>{PROBLEM.keys}</p>
      <ul ref={ref} className={styles.list} onKeyDown={onKeyDown} data-testid="order-problems">
        {list.map((finding) => (
          <li key={`${finding.field} ${finding.code}`}>
            <button
              type="button"
              className={styles.problem}
              data-gravity={finding.gravity}
              onClick={() => onGo(finding)}
              data-testid={`problem-${finding.field}`}
            >
              <span className={styles.gravity}>{wordFor(finding)}</span>
              <span className={styles.name}>{fieldLabel(finding.field, business)}</span>
              <span className={styles.sentence}>{sentence(finding.code, finding.details)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
