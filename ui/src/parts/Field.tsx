/**
 * A label, its control and the one line beneath it that says what is wrong.
 * The line's room is always kept, so that nothing moves while one types.
 */
import {
  cloneElement,
  isValidElement,
  type ReactElement,
  type ReactNode,
  type Ref,
  useId,
} from 'react';
import type { Finding, Gravity } from '../backend';
import { sentence } from '../errors';
import { GRAVITY } from '../text';
import './Field.css';

/** Heaviest first. */
const WEIGHT: readonly Gravity[] = ['wrong', 'missing', 'waivable', 'warning'];

/** The finding that weighs most, which is the one to tell. */
export function heaviest(findings: readonly Finding[]): Finding | undefined {
  for (const gravity of WEIGHT) {
    const found = findings.find((finding) => finding.gravity === gravity);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** What a field shows. */
export interface FieldProps {
  label: string;
  /** One control; it is given the label's id and told of its finding. */
  children: ReactNode;
  /** Said beneath while nothing is wrong. */
  hint?: ReactNode;
  /** What the review says of this field. */
  findings?: readonly Finding[];
  /** A refusal of this field, already a sentence. */
  refusal?: string | undefined;
  /** Marks the label with an asterisk. */
  required?: boolean;
  /** At the end of the label's line. */
  aside?: ReactNode;
  /** Do without the line beneath. */
  bare?: boolean;
  className?: string;
  ref?: Ref<HTMLDivElement>;
}

/** A labelled control. */
export function Field(props: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const finding = heaviest(props.findings ?? []);
  const gravity = props.refusal ? 'wrong' : finding?.gravity;
  const note = props.refusal ?? (finding && gravity !== 'missing' && told(finding));
  return (
    <div ref={props.ref} className={`field ${props.className ?? ''}`} data-gravity={gravity}>
      <div className="field-head">
        <label className="field-label" htmlFor={id}>
          {props.label}
          {props.required && <span className="field-required">*</span>}
        </label>
        {gravity === 'missing' && <span className="field-mark">{GRAVITY.missing}</span>}
        {props.aside}
      </div>
      {withId(props.children, id, noteId, gravity)}
      {!(props.bare && !note) && (
        <div
          className="field-note"
          id={noteId}
          role={note ? 'alert' : undefined}
          title={typeof note === 'string' ? note : undefined}
        >
          {note || props.hint}
        </div>
      )}
    </div>
  );
}

function told(finding: Finding): string {
  return sentence(finding.code, finding.details);
}

function withId(
  control: ReactNode,
  id: string,
  noteId: string,
  gravity: Gravity | undefined,
): ReactNode {
  if (!isValidElement(control)) {
    return control;
  }
  const element = control as ReactElement<Record<string, unknown>>;
  const status = gravity === 'wrong' ? 'error' : gravity ? 'warning' : undefined;
  return cloneElement(element, {
    id: element.props.id ?? id,
    'aria-describedby': noteId,
    ...(gravity === 'wrong' && { 'aria-invalid': true }),
    // Controls of one's own markup know no such property.
    ...(typeof element.type !== 'string' && { status }),
  });
}
