import { Input, type InputRef } from 'antd';
import { type ChangeEvent, useLayoutEffect, useRef, useState } from 'react';
import { useDraft, useValue } from '../draft/hooks';
import type { TextPath } from '../form/path';
import { Framed, type Place, useControl } from './Framed';
import styles from './field.module.css';
import { caretAfter, type Groups, grouped, ungrouped } from './grouping';

/** Long digits on the form. */
export interface GroupedFieldProps extends Place {
  path: TextPath;
  groups: Groups;
  placeholder?: string;
}

/** Digits shown in groups while they are typed; the form keeps them without gaps. */
export function GroupedField({ path, groups, placeholder, ...place }: GroupedFieldProps) {
  const draft = useDraft();
  const value = useValue(path) ?? '';
  const input = useRef<InputRef>(null);
  const caret = useRef<number | undefined>(undefined);
  // What an input method is composing is shown as it is until it is done.
  const [composing, setComposing] = useState<string>();
  const shown = composing ?? grouped(value, groups);

  useLayoutEffect(() => {
    const field = input.current?.input;
    if (caret.current !== undefined && field && document.activeElement === field) {
      const place = caretAfter(shown, caret.current);
      field.setSelectionRange(place, place);
    }
    caret.current = undefined;
  });

  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const { value: typed, selectionStart } = event.target;
    if (composing !== undefined) {
      setComposing(typed);
      return;
    }
    caret.current = ungrouped(typed.slice(0, selectionStart ?? typed.length)).length;
    draft.set(path, ungrouped(typed));
  };

  return (
    <Framed path={path} {...place}>
      <Input
        {...useControl(path)}
        ref={input}
        value={shown}
        onChange={take}
        onCompositionStart={() => setComposing(shown)}
        onCompositionEnd={(event) => {
          setComposing(undefined);
          draft.set(path, ungrouped(event.currentTarget.value));
        }}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        className={styles.figures}
      />
    </Framed>
  );
}
