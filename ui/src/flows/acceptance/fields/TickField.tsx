import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { sentence } from '../../../errors';
import { useDraft, useFindings, useValue } from '../draft/hooks';
import type { TickPath } from '../form/path';
import { useControl, useShown } from './Framed';
import styles from './tick.module.css';

/** A tick with the sentence it stands for. */
export function TickField(props: {
  path: TickPath;
  children: ReactNode;
  onTicked?: (ticked: boolean) => void;
}) {
  const draft = useDraft();
  const ticked = useValue(props.path);
  const findings = useFindings(props.path);
  const { onBlur, ...control } = useControl(props.path);
  const [first] = findings;
  if (!useShown(props.path)) {
    return null;
  }
  return (
    <div className={styles.tick} data-gravity={first?.gravity}>
      <Checkbox
        {...control}
        checked={ticked}
        onBlur={onBlur}
        onChange={(event) => {
          draft.set(props.path, event.target.checked);
          props.onTicked?.(event.target.checked);
        }}
      >
        {props.children}
      </Checkbox>
      {first && (
        <div className={styles.note} role="alert">
          {sentence(first.code, first.details)}
        </div>
      )}
    </div>
  );
}
