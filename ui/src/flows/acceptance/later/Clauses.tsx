import { useValue } from '../draft/hooks';
import { LongTextField } from '../fields/TextField';
import styles from './later.module.css';
import { CLAUSES } from './text';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一, 二 … 九十九 as the paper counts; beyond, figures. */
export function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), DIGITS[count % 10] ?? ''];
  if (tens > 9) {
    return String(count);
  }
  return tens === 0 ? ones : `${tens === 1 ? '' : DIGITS[tens]}十${ones}`;
}

/** The clauses of a supplement: paragraphs, without empty ones. */
export function paragraphs(typed: string): string[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** 补充条款: typed at the left, counted as on the paper at the right. */
export function Clauses() {
  const clauses = paragraphs(useValue('later.clauses'));
  return (
    <>
      <LongTextField
        path="later.clauses"
        width="half"
        placeholder={CLAUSES.placeholder}
        minRows={12}
        maxRows={24}
      />
      <div className={styles.preview}>
        <div className={styles.previewHead}>
          {CLAUSES.preview}
          <span>{CLAUSES.count(clauses.length + CLAUSES.fixed.length)}</span>
        </div>
        <ol data-testid="later-clauses-preview">
          {clauses.map((clause, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a clause is its place, and two may read alike
            <li key={place}>
              <b>{numeral(place + 1)}、</b>
              {clause}
            </li>
          ))}
          {CLAUSES.fixed.map((clause, place) => (
            <li key={clause} data-fixed title={CLAUSES.fixedHint}>
              <b>{numeral(clauses.length + place + 1)}、</b>
              {clause}
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
