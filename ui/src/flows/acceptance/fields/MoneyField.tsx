import { useContext } from 'react';
import { AmountField } from '../../../parts/AmountField';
import { useDraft, useDraftState, useFindings, useLeave, useValue } from '../draft/hooks';
import type { TextPath } from '../form/path';
import { ReadOnly, shortLabel, useRequired } from './Framed';
import styles from './field.module.css';

/** An amount in yuan on the form, with its capitals. */
export function MoneyField(props: { path: TextPath; unit?: string }) {
  const draft = useDraft();
  const value = useValue(props.path) ?? '';
  const capitals = useDraftState((state) => state.review.capitals[props.path]);
  const findings = useFindings(props.path);
  const leave = useLeave(props.path);
  const disabled = useContext(ReadOnly);
  return (
    <div className={styles.third}>
      <AmountField
        label={shortLabel(props.path)}
        value={value}
        onChange={(typed) => draft.set(props.path, typed)}
        onBlur={leave}
        capitals={capitals}
        findings={findings}
        required={useRequired(props.path)}
        disabled={disabled}
        testId={`field-${props.path}`}
        {...(props.unit !== undefined && { unit: props.unit })}
      />
    </div>
  );
}
