import { DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type KeyboardEvent, useContext } from 'react';
import type { Finding } from '../../../backend';
import { OWNER } from '../../../text';
import { useDraft, useDraftState, useFindings, useLeave, useValue } from '../draft/hooks';
import { readDate } from '../fields/date';
import { ReadOnly, statusOf } from '../fields/Framed';
import { FindingLines } from '../problems/FindingLines';
import { BOUND, FIELD, HINT } from '../text';
import styles from './bound.module.css';
import type { Extra } from './useExtra';
import type { Rows } from './useRows';
import { Windows } from './Windows';

type TextKey = 'number' | 'proof' | 'proof_date' | 'area' | 'concurrent';

interface RowProps {
  place: number;
  extra: Extra;
  rows: Rows;
}

function Cell(props: { place: number; name: TextKey; placeholder?: string; rows: Rows }) {
  const path = `bound.${props.place}.${props.name}` as const;
  const draft = useDraft();
  const value = useValue(path) ?? '';
  const status = statusOf(useFindings(path));
  const leave = useLeave(path);
  const isDate = props.name === 'proof_date';
  return (
    <Input
      value={value}
      onChange={(event) => draft.set(path, event.target.value)}
      onBlur={() => {
        draft.set(path, isDate ? readDate(value) : value);
        leave();
      }}
      onPaste={(event) => props.name === 'number' && props.rows.paste(props.place, event)}
      status={status ?? ''}
      disabled={useContext(ReadOnly)}
      placeholder={props.placeholder}
      aria-label={`${BOUND.row(props.place + 1)} ${FIELD[`row.${props.name}`] ?? ''}`}
      autoComplete="off"
      spellCheck={false}
      className={styles.figures}
      data-testid={`field-${path}`}
      data-field={path}
    />
  );
}

function OwnerCell({ place }: { place: number }) {
  const path = `bound.${place}.owner` as const;
  const draft = useDraft();
  return (
    <Select
      value={useValue(path) ?? 'company'}
      onChange={(owner) => draft.set(path, owner)}
      onBlur={useLeave(path)}
      options={Object.entries(OWNER).map(([value, label]) => ({ value, label }))}
      disabled={useContext(ReadOnly)}
      status={statusOf(useFindings(path)) ?? ''}
      popupMatchSelectWidth={false}
      aria-label={`${BOUND.row(place + 1)} ${FIELD['row.owner']}`}
      data-testid={`field-${path}`}
      data-field={path}
    />
  );
}

/** What is found in a row and may be told by now. */
function useRowFindings(place: number): Finding[] {
  const draft = useDraft();
  const told = useDraftState((state) => {
    const head = `bound.${place}`;
    const fields = [...state.problems.byPath.keys()].filter(
      (path) => path === head || path.startsWith(`${head}.`),
    );
    return fields.filter((path) => draft.findingsAt(path).length > 0).join(' ');
  });
  return told === '' ? [] : told.split(' ').flatMap((path) => draft.findingsAt(path));
}

function fieldOf(target: EventTarget): string {
  const field = target instanceof HTMLElement ? target.closest('[data-field]') : null;
  return field instanceof HTMLElement ? (field.dataset.field?.split('.')[2] ?? 'number') : 'number';
}

/** One bound number. */
export function BoundRow({ place, extra, rows }: RowProps) {
  const draft = useDraft();
  const readOnly = useContext(ReadOnly);
  const findings = useRowFindings(place);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      rows.move(place, place + (event.key === 'ArrowUp' ? -1 : 1), fieldOf(event.target));
    } else if (event.key === 'Enter' && isPlainEnter(event)) {
      const isLast = place === draft.state.form.bound.length - 1;
      event.preventDefault();
      if (isLast) {
        rows.add(place + 1);
      } else {
        rows.goTo(place + 1, fieldOf(event.target));
      }
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the fields inside
    <div
      className={styles.row}
      data-dragged={rows.dragged === place}
      onKeyDown={readOnly ? undefined : onKeyDown}
      onDragOver={(event) => rows.dragged !== undefined && event.preventDefault()}
      onDrop={(event) => {
        if (rows.dragged !== undefined) {
          event.preventDefault();
          rows.move(rows.dragged, place, 'number');
          rows.drag(undefined);
        }
      }}
      data-testid={`bound-${place}`}
    >
      <Handle place={place} rows={rows} />
      <span className={styles.order}>{place + 1}</span>
      <Cell place={place} name="number" rows={rows} />
      <OwnerCell place={place} />
      <Cell place={place} name="proof" rows={rows} />
      <Cell place={place} name="proof_date" rows={rows} />
      {extra.area && <Cell place={place} name="area" rows={rows} />}
      {extra.windows && <Windows place={place} />}
      <Cell place={place} name="concurrent" rows={rows} placeholder={HINT.unlimited} />
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        disabled={readOnly}
        aria-label={BOUND.remove}
        title={BOUND.remove}
        tabIndex={-1}
        onClick={() => rows.remove(place)}
        data-testid={`bound-remove-${place}`}
      />
      <div className={styles.findings}>
        <FindingLines findings={findings} />
      </div>
    </div>
  );
}

function isPlainEnter(event: KeyboardEvent): boolean {
  const plain = !event.ctrlKey && !event.shiftKey && !event.nativeEvent.isComposing;
  const { target } = event;
  const isText = target instanceof HTMLInputElement && target.type === 'text';
  // In a choice Enter opens it or takes a word; it must not begin a row as well.
  return plain && isText && !target.closest('[role="combobox"]');
}

function Handle({ place, rows }: { place: number; rows: Rows }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse only; Alt+↑↓ does the same by keyboard
    <span
      className={styles.handle}
      draggable
      title={BOUND.move}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', String(place + 1));
        rows.drag(place);
      }}
      onDragEnd={() => rows.drag(undefined)}
    >
      <HolderOutlined />
    </span>
  );
}
