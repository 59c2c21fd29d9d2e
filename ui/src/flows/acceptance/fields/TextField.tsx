import { Input } from 'antd';
import { useDraft, useValue } from '../draft/hooks';
import type { TextPath } from '../form/path';
import { Framed, type Place, useControl } from './Framed';
import styles from './field.module.css';

/** A line of text. */
export interface TextFieldProps extends Place {
  path: TextPath;
  placeholder?: string | undefined;
  /** Figures of one width, for codes and numbers. */
  figures?: boolean;
  /** Put after the text, for example a unit. */
  suffix?: string;
}

/** A line of text on the form. */
export function TextField(props: TextFieldProps) {
  const { path, placeholder, figures, suffix, ...place } = props;
  const draft = useDraft();
  const value = useValue(path);
  return (
    <Framed path={path} {...place}>
      <Input
        {...useControl(path)}
        value={value ?? ''}
        onChange={(event) => draft.set(path, event.target.value)}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        className={figures ? styles.figures : undefined}
        suffix={suffix && <span className={styles.unit}>{suffix}</span>}
      />
    </Framed>
  );
}

/** Several lines of text on the form. */
export interface LongTextFieldProps extends Omit<TextFieldProps, 'figures' | 'suffix'> {
  /** Lines that always have room; one unless told otherwise. */
  minRows?: number;
  /** Lines after which it scrolls. */
  maxRows?: number;
}

/** A text of several lines on the form. */
export function LongTextField(props: LongTextFieldProps) {
  const { path, placeholder, minRows = 1, maxRows = 4, ...place } = props;
  const draft = useDraft();
  const value = useValue(path);
  return (
    <Framed path={path} {...place}>
      <Input.TextArea
        {...useControl(path)}
        value={value ?? ''}
        onChange={(event) => draft.set(path, event.target.value)}
        placeholder={placeholder}
        autoSize={{ minRows, maxRows }}
        autoComplete="off"
        spellCheck={false}
      />
    </Framed>
  );
}
