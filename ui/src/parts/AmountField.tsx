/** An amount in yuan as typed, with its RMB capitals beneath. Reads no amount itself. */
import { Input } from 'antd';
import type { Finding } from '../backend';
import { COMMON } from '../text';
import { Field } from './Field';
import './AmountField.css';

/** What an amount field shows. */
export interface AmountFieldProps {
  label: string;
  /** The text as typed. */
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** RMB capitals of the amount, from the review. */
  capitals?: string | undefined;
  findings?: readonly Finding[];
  disabled?: boolean;
  /** Marks the label with an asterisk. */
  required?: boolean;
  /** Put after the figure; 元 unless told otherwise. */
  unit?: string;
  testId?: string;
}

/** An amount of money. */
export function AmountField(props: AmountFieldProps) {
  return (
    <Field
      label={props.label}
      findings={props.findings ?? []}
      required={props.required ?? false}
      hint={<span className="amount-capitals">{props.capitals}</span>}
    >
      <Input
        className="amount-input"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={props.onBlur}
        disabled={props.disabled ?? false}
        suffix={props.unit ?? COMMON.yuan}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        data-testid={props.testId}
      />
    </Field>
  );
}
