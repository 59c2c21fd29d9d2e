/** A form in a dialog that changes something: what will happen, the fields, the two buttons. */
import type { FormEvent, ReactNode } from 'react';
import type { Failure } from '../backend';
import { DialogFoot } from './DialogFoot';
import { FailureNote } from './FailureNote';
import './DeedForm.css';

/** What such a form needs. */
export interface DeedFormProps {
  /** One sentence: what will happen. */
  lead: ReactNode;
  children?: ReactNode;
  failure: Failure | null;
  /** Word on the button. */
  submit: string;
  busy: boolean;
  /** Whether enough was typed. */
  ready: boolean;
  danger?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  /** Name for tests; the button is called `<testId>-submit`. */
  testId: string;
}

/** Enter submits, Esc closes. */
export function DeedForm(props: DeedFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (props.ready && !props.busy) {
      props.onSubmit();
    }
  };
  return (
    <form
      className="deed"
      data-danger={props.danger ?? false}
      onSubmit={submit}
      data-testid={props.testId}
    >
      <p className="deed-lead" data-testid={`${props.testId}-lead`}>
        {props.lead}
      </p>
      {props.children}
      <FailureNote failure={props.failure} />
      <DialogFoot
        submit={props.submit}
        busy={props.busy}
        disabled={!props.ready}
        danger={props.danger ?? false}
        onClose={props.onClose}
        testId={`${props.testId}-submit`}
      />
    </form>
  );
}
