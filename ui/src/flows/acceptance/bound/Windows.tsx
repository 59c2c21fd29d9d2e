import { CloseOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Popover } from 'antd';
import { useContext, useState } from 'react';
import type { TimeWindow } from '../../../backend';
import { useDraft, useDraftState, useFindings, useLeave, useValue } from '../draft/hooks';
import { ReadOnly, statusOf } from '../fields/Framed';
import { BOUND } from '../text';
import styles from './bound.module.css';
import { nextWindow, readTime, windowsWords } from './windows';

const DAYS = BOUND.weekdays.map((label, place) => ({ label, value: place + 1 }));

function TimeInput(props: {
  path: string;
  value: string;
  label: string;
  onChange: (time: string) => void;
}) {
  const status = statusOf(useFindings(props.path));
  return (
    <Input
      status={status ?? ''}
      className={styles.time}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={() => props.onChange(readTime(props.value))}
      aria-label={props.label}
      autoComplete="off"
      data-testid={`field-${props.path}`}
    />
  );
}

function WindowLine(props: {
  path: string;
  window: TimeWindow;
  onChange: (window: TimeWindow) => void;
  onRemove: () => void;
}) {
  const { window, onChange } = props;
  return (
    <div className={styles.window}>
      <Checkbox.Group
        options={DAYS}
        value={window.weekdays}
        onChange={(days) => onChange({ ...window, weekdays: [...days].sort((a, b) => a - b) })}
      />
      <TimeInput
        path={`${props.path}.from`}
        value={window.from}
        label={BOUND.from}
        onChange={(from) => onChange({ ...window, from })}
      />
      <span>{BOUND.until}</span>
      <TimeInput
        path={`${props.path}.until`}
        value={window.until}
        label={BOUND.until}
        onChange={(until) => onChange({ ...window, until })}
      />
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={BOUND.removeWindow}
        onClick={props.onRemove}
      />
    </div>
  );
}

function Editor({ place }: { place: number }) {
  const path = `bound.${place}.windows` as const;
  const draft = useDraft();
  const windows = useValue(path) ?? [];
  const set = (next: TimeWindow[]) => draft.set(path, next);
  return (
    <div className={styles.editor} data-testid={`bound-windows-${place}`}>
      <p className={styles.everyDay}>{BOUND.noDays}</p>
      {windows.map((window, at) => (
        <WindowLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a window has no name but its place, and no state of its own
          key={at}
          path={`${path}.${at}`}
          window={window}
          onChange={(changed) => set(windows.map((old, i) => (i === at ? changed : old)))}
          onRemove={() => set(windows.filter((_, i) => i !== at))}
        />
      ))}
      <Button
        size="small"
        onClick={() => set([...windows, nextWindow(windows)])}
        data-testid={`bound-window-add-${place}`}
      >
        {BOUND.addWindow}
      </Button>
    </div>
  );
}

/** When a number rings: a line of words that opens an editor. */
export function Windows({ place }: { place: number }) {
  const path = `bound.${place}.windows` as const;
  const windows = useValue(path) ?? [];
  const wrong = useDraftState((state) =>
    [...state.problems.byPath].some(
      ([field, [first]]) => field.startsWith(`${path}.`) && first?.gravity === 'wrong',
    ),
  );
  const leave = useLeave(path);
  const disabled = useContext(ReadOnly);
  const [open, setOpen] = useState(false);
  const words = windowsWords(windows);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={`${BOUND.row(place + 1)} · ${BOUND.windows}`}
      content={<Editor place={place} />}
      open={open && !disabled}
      onOpenChange={(opened) => {
        setOpen(opened);
        if (!opened) {
          leave();
        }
      }}
      destroyOnHidden
    >
      <Button
        className={styles.windows ?? ''}
        danger={wrong}
        disabled={disabled}
        title={words}
        data-testid={`field-${path}`}
        data-field={path}
      >
        {words}
      </Button>
    </Popover>
  );
}
