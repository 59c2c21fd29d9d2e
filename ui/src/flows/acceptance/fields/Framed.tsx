import { createContext, type ReactNode, useContext } from 'react';
import type { Business, Finding } from '../../../backend';
import { Field } from '../../../parts/Field';
import { useDraftState, useFindings, useLeave, useValue } from '../draft/hooks';
import { focusedField } from '../form/focus';
import { isToCheck } from '../form/problems';
import { fieldLabel } from '../form/sections';
import { isOpenAt, isStated } from '../form/stated';
import { ChangedMark } from '../later/Cited';
import { ReadAround, ReadAside } from '../reading/ReadAround';
import { FIELD } from '../text';
import styles from './field.module.css';

/** How much of the form's width a field takes. */
export type Width = 'third' | 'half' | 'most' | 'whole';

/** Whether the form can still be changed. */
export const ReadOnly = createContext(false);

/** What every field of the form needs to know. */
export interface Place {
  /** Width on the form; a third unless told otherwise. */
  width?: Width | undefined;
  /** Label, where it is not the one of the list of problems. */
  label?: string | undefined;
}

/** Whether something required is still empty here, told or not. */
export function useRequired(path: string): boolean {
  return useDraftState(
    (state) =>
      state.problems.byPath
        .get(path)
        ?.some((finding) => finding.gravity === 'missing' && !isToCheck(finding)) ?? false,
  );
}

/**
 * Whether a field is on the screen: the business states it, or something stands
 * open there; and while one stands in it, so that nothing vanishes under the caret.
 */
export function useShown(path: string): boolean {
  const wanted = useDraftState(
    ({ form, problems }) => isStated(form.business, path) || isOpenAt(problems.byPath, path),
  );
  return wanted || focusedField() === path;
}

/** The short label of a field, as it stands beside the field itself. */
export function shortLabel(path: string, business: Business): string {
  const [head = '', second = ''] = path.split('.');
  const person = head === 'handler' || head === 'legal_representative';
  return (person ? FIELD[`person.${second}`] : undefined) ?? fieldLabel(path, business);
}

/** What a field of the form wears: label, width and findings. */
export function Framed(props: Place & { path: string; hint?: ReactNode; children: ReactNode }) {
  const findings = useFindings(props.path).filter((finding) => !isToCheck(finding));
  const required = useRequired(props.path);
  const business = useValue('business');
  if (!useShown(props.path)) {
    return null;
  }
  return (
    <ReadAround path={props.path}>
      <Field
        label={props.label ?? shortLabel(props.path, business)}
        findings={findings}
        required={required}
        hint={props.hint}
        aside={
          <>
            <ChangedMark path={props.path} />
            <ReadAside path={props.path} />
          </>
        }
        bare={props.hint === undefined}
        className={styles[props.width ?? 'third'] ?? ''}
      >
        {props.children}
      </Field>
    </ReadAround>
  );
}

/** The word a control may wear for a finding. */
export function statusOf(findings: readonly Finding[]): 'error' | 'warning' | undefined {
  if (findings.some((f) => f.gravity === 'wrong')) {
    return 'error';
  }
  return findings.length > 0 ? 'warning' : undefined;
}

/** What a control is called by those who test it. */
function testIdOf(path: string): string {
  const [head, ...rest] = path.split('.');
  return head === 'later' ? `later-${rest.join('-')}` : `field-${path}`;
}

/** What every control of the form does alike. */
export function useControl(path: string) {
  const onBlur = useLeave(path);
  const disabled = useContext(ReadOnly);
  return { onBlur, disabled, 'data-testid': testIdOf(path), 'data-field': path };
}
