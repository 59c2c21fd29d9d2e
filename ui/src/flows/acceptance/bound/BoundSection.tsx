import { Button } from 'antd';
import { useContext } from 'react';
import { STRATEGY } from '../../../text';
import { useDraft, useDraftState, useFindings } from '../draft/hooks';
import { SegmentField } from '../fields/ChoiceField';
import { ReadOnly } from '../fields/Framed';
import { FindingLines } from '../problems/FindingLines';
import { Section } from '../sections/Section';
import { BOUND, FIELD } from '../text';
import { BoundRow } from './BoundRow';
import styles from './bound.module.css';
import { type Extra, useExtra } from './useExtra';
import { useRows } from './useRows';

function Head({ extra }: { extra: Extra }) {
  return (
    <div className={styles.head} aria-hidden="true">
      <span />
      <span>{BOUND.order}</span>
      <span>{FIELD['row.number']}</span>
      <span>{FIELD['row.owner']}</span>
      <span>{FIELD['row.proof']}</span>
      <span>{FIELD['row.proof_date']}</span>
      {extra.area && <span>{FIELD['row.area']}</span>}
      {extra.windows && <span>{FIELD['row.windows']}</span>}
      <span>{FIELD['row.concurrent']}</span>
      <span />
    </div>
  );
}

/** 绑定号码: the strategy, and under it the numbers in the order they ring. */
export function BoundSection() {
  const draft = useDraft();
  const count = useDraftState((state) => state.form.bound.length);
  const findings = useFindings('bound');
  const readOnly = useContext(ReadOnly);
  const rows = useRows(draft);
  const extra = useExtra();
  return (
    <Section id="bound" aside={readOnly ? undefined : `${BOUND.paste}；${BOUND.move}`}>
      <SegmentField path="strategy" words={STRATEGY} width="whole" />
      <FindingLines findings={findings} />
      <div
        className={styles.table}
        data-extra={Number(extra.area) + Number(extra.windows)}
        data-testid="field-bound"
      >
        {count > 0 && <Head extra={extra} />}
        {Array.from({ length: count }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in ringing order, and has no state of its own
          <BoundRow key={place} place={place} extra={extra} rows={rows} />
        ))}
        {count === 0 && <p className={styles.empty}>{BOUND.empty}</p>}
        {!readOnly && (
          <Button
            size="small"
            type={count === 0 ? 'default' : 'text'}
            className={styles.add ?? ''}
            onClick={() => rows.add(count)}
            data-testid="bound-add"
          >
            {count === 0 ? BOUND.addFirst : BOUND.add}
          </Button>
        )}
      </div>
    </Section>
  );
}
