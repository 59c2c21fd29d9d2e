import { useContext } from 'react';
import { AmountField } from '../../../parts/AmountField';
import { useDraft, useDraftState, useFindings, useLeave, useValue } from '../draft/hooks';
import type { TextPath } from '../form/path';
import { ReadOnly, shortLabel, useRequired, useShown } from './Framed';
import styles from './field.module.css';

/** An amount in yuan on the form, with its capitals. */
export function MoneyField(props: { path: TextPath; unit?: string }) {
  const draft = useDraft();
  const value = useValue(props.path) ?? '';
  const capitals = useDraftState((state) => state.review.capitals[props.path]);
  const findings = useFindings(props.path);
  const leave = useLeave(props.path);
  const disabled = useContext(ReadOnly);
  const business = useValue('business');
  const required = useRequired(props.path);
  if (!useShown(props.path)) {
    return null;
  }
  return (
    <div className={styles.third} data-field={props.path}>
      <AmountField
        label={shortLabel(props.path, business)}
        value={value}
        onChange={(typed) => draft.set(props.path, typed)}
        onBlur={leave}
        capitals={capitals}
        findings={findings}
        required={required}
        disabled={disabled}
        testId={`field-${props.path}`}
        {...(props.unit !== undefined && { unit: props.unit })}
      />
    </div>
  );
}
