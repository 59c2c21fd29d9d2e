/** Asks for a reason before something that stays on record. */
import { Button, Input } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Failure } from '../backend';
import { REASON } from '../text';
import { Dialog } from './Dialog';
import { DialogFoot } from './DialogFoot';
import { FailureNote } from './FailureNote';
import { Field } from './Field';
import { saysWhy } from './reason';
import './ConfirmReason.css';

/** What is to be confirmed. */
export interface ConfirmReasonProps {
  open: boolean;
  title: string;
  /** What will happen. */
  children?: ReactNode;
  /** Word on the button; 确定 unless told otherwise. */
  confirm?: string;
  danger?: boolean;
  /** Reasons often given; one click takes them over. */
  usual?: readonly string[];
  busy?: boolean;
  failure?: Failure | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
  testId?: string;
}

/** A dialog that asks why. */
export function ConfirmReason(props: ConfirmReasonProps) {
  const testId = props.testId ?? 'reason';
  if (!props.open) {
    return null;
  }
  return (
    <Dialog title={props.title} onClose={props.onClose} testId={`${testId}-dialog`}>
      <ReasonForm {...props} testId={testId} />
    </Dialog>
  );
}

function ReasonForm(props: ConfirmReasonProps & { testId: string }) {
  const [reason, setReason] = useState('');
  const enough = saysWhy(reason);
  const submit = () => {
    if (enough && !props.busy) {
      props.onConfirm(reason.trim());
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <div className="confirm-reason">
      {props.children}
      <Field label={REASON.label} required hint={REASON.hint}>
        <Input.TextArea
          rows={3}
          maxLength={200}
          value={reason}
          placeholder={REASON.placeholder}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={onKeyDown}
          data-testid={`${props.testId}-text`}
        />
      </Field>
      {props.usual && (
        <div className="confirm-reason-usual">
          {props.usual.map((text) => (
            <Button key={text} size="small" onClick={() => setReason(text)}>
              {text}
            </Button>
          ))}
        </div>
      )}
      <FailureNote failure={props.failure} />
      <DialogFoot
        submit={props.confirm ?? REASON.confirm}
        busy={props.busy ?? false}
        disabled={!enough}
        danger={props.danger ?? false}
        onClose={props.onClose}
        onSubmit={submit}
        testId={`${props.testId}-confirm`}
      />
    </div>
  );
}
