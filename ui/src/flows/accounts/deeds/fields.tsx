/** Fields that several of the dialogs have. */
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { AmountField } from '../../../parts/AmountField';
import { capitals } from '../../../parts/capitals';
import { Field } from '../../../parts/Field';
import { readYuan, typedYuan, yuan } from '../../../parts/money';
import { PAY } from '../text';
import '../accounts.css';

/** An amount with its capitals. */
export function SumField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  testId: string;
}) {
  const fen = readYuan(props.value);
  return <AmountField {...props} required capitals={fen === undefined ? '' : capitals(fen)} />;
}

/** One click types an amount. */
export function FillButton(props: { fen: number; word?: string; onFill: (typed: string) => void }) {
  return (
    <Button
      size="small"
      onClick={() => props.onFill(typedYuan(props.fen))}
      data-testid={`fill-${props.fen}`}
    >
      {props.word ?? PAY.fill(yuan(props.fen))}
    </Button>
  );
}

/** Words that stay on record, with those often said one click away. */
export function WordsField(props: {
  label: string;
  hint: ReactNode;
  value: string;
  onChange: (value: string) => void;
  usual?: readonly string[];
  required?: boolean;
  rows?: number;
  testId: string;
}) {
  return (
    <>
      <Field label={props.label} hint={props.hint} required={props.required ?? true}>
        <Input.TextArea
          rows={props.rows ?? 2}
          maxLength={200}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          data-testid={props.testId}
        />
      </Field>
      {props.usual && (
        <div className="deed-usual">
          {props.usual.map((text) => (
            <Button key={text} size="small" onClick={() => props.onChange(text)}>
              {text}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
