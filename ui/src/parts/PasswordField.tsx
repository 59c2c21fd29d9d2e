/** A password: hidden, with a word about caps lock, and never remembered by the webview. */
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { PASSWORD } from '../text';
import { Field } from './Field';

/** What a password field shows. */
export interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** A refusal of this field, already a sentence. */
  refusal?: string | undefined;
  disabled?: boolean;
  autoFocus?: boolean;
  size?: 'middle' | 'large';
  testId: string;
  ref?: Ref<InputRef>;
}

/** A field for a password. */
export function PasswordField(props: PasswordFieldProps) {
  const [caps, setCaps] = useState(false);
  const watch = (event: KeyboardEvent) => setCaps(event.getModifierState?.('CapsLock') ?? false);
  return (
    <Field label={props.label} refusal={props.refusal} hint={caps && PASSWORD.caps}>
      <Input.Password
        ref={props.ref}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={watch}
        onKeyUp={watch}
        onBlur={() => setCaps(false)}
        disabled={props.disabled ?? false}
        autoFocus={props.autoFocus ?? false}
        size={props.size ?? 'middle'}
        maxLength={200}
        autoComplete="off"
        data-testid={props.testId}
      />
    </Field>
  );
}
