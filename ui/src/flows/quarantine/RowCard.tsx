/** One row set aside: why, its cells under their heads, and what to do with it. */
import { App, Button, Input } from 'antd';
import { type FormEvent, useId, useRef, useState } from 'react';
import { type QuarantineLine, useAct } from '../../backend';
import { explain } from '../../errors';
import { ConfirmReason } from '../../parts/ConfirmReason';
import { FailureNote } from '../../parts/FailureNote';
import { faultyColumns } from './faulty';
import { QUARANTINE } from './text';

/** A row; Enter in a cell puts it back. */
export function RowCard({ row }: { row: QuarantineLine }) {
  const { message } = App.useApp();
  const mend = useAct('quarantine_mend');
  const [cells, setCells] = useState<readonly string[]>(row.cells);
  const [leaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const waits = row.state === 'waiting';
  // Once it was tried again, the new refusal tells what is wrong now.
  const faulty = faultyColumns(
    mend.error ? explain(mend.error) : row.message,
    row.heads,
    row.cells,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!waits || mend.isPending) {
      return;
    }
    const onSuccess = () => {
      void message.success(QUARANTINE.mended);
      goOn(form.current);
    };
    mend.mutate({ id: row.id, cells: [...cells] }, { onSuccess });
  };
  return (
    <form
      ref={form}
      className="row-card panel"
      data-state={row.state}
      onSubmit={submit}
      data-testid={`quarantine-${row.id}`}
    >
      <header>
        <b>{row.message}</b>
        <span className="row-card-where" title={row.file_name}>
          <span className="figures">{QUARANTINE.row(row.row)}</span> · {row.file_name}
        </span>
        {waits ? (
          <>
            <Button onClick={() => setLeaving(true)} data-testid={`quarantine-give-up-${row.id}`}>
              {QUARANTINE.giveUp}
            </Button>
            <Button
              type="primary"
              htmlType="submit"
              loading={mend.isPending}
              data-testid={`quarantine-mend-${row.id}`}
            >
              {QUARANTINE.mend}
            </Button>
          </>
        ) : (
          <span className="row-card-state">{QUARANTINE.state[row.state]}</span>
        )}
      </header>
      <Cells row={row} cells={cells} faulty={faulty} onChange={setCells} readOnly={!waits} />
      <FailureNote failure={mend.error} testId={`quarantine-refused-${row.id}`} />
      {leaving && <GiveUp row={row} onClose={() => setLeaving(false)} />}
    </form>
  );
}

/** On to the next row, as the one just put back goes away. */
function goOn(form: HTMLFormElement | null): void {
  const next = form?.closest('li')?.nextElementSibling ?? null;
  const first = next?.querySelector<HTMLInputElement>('[data-faulty="true"] input');
  (first ?? next?.querySelector('input'))?.focus();
}

interface CellsProps {
  row: QuarantineLine;
  cells: readonly string[];
  /** Columns that the refusal is about. */
  faulty: ReadonlySet<number>;
  readOnly: boolean;
  onChange: (cells: readonly string[]) => void;
}

function Cells({ row, cells, faulty, readOnly, onChange }: CellsProps) {
  const columns = Math.max(cells.length, row.heads.length);
  return (
    <div className="row-card-cells">
      {Array.from({ length: columns }, (_, at) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is where it stands.
          key={at}
          head={QUARANTINE.cell(row.heads[at] ?? '', at)}
          text={cells[at] ?? ''}
          before={row.cells[at] ?? ''}
          faulty={faulty.has(at)}
          readOnly={readOnly}
          onChange={(text) => onChange(withCell(cells, columns, at, text))}
          testId={`quarantine-cell-${row.id}-${at}`}
        />
      ))}
    </div>
  );
}

interface CellProps {
  head: string;
  text: string;
  before: string;
  faulty: boolean;
  readOnly: boolean;
  onChange: (text: string) => void;
  testId: string;
}

function Cell({ head, text, before, faulty, readOnly, onChange, testId }: CellProps) {
  const id = useId();
  return (
    <div className="row-card-cell" data-changed={text !== before} data-faulty={faulty}>
      <label htmlFor={id} title={head}>
        {head}
      </label>
      <Input
        id={id}
        className="figures"
        value={text}
        aria-invalid={faulty && !readOnly}
        readOnly={readOnly}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        data-testid={testId}
      />
    </div>
  );
}

function withCell(
  cells: readonly string[],
  columns: number,
  at: number,
  text: string,
): readonly string[] {
  return Array.from({ length: columns }, (_, index) =>
    index === at ? text : (cells[index] ?? ''),
  );
}

function GiveUp({ row, onClose }: { row: QuarantineLine; onClose: () => void }) {
  const giveUp = useAct('quarantine_give_up');
  return (
    <ConfirmReason
      open
      title={QUARANTINE.giveUpTitle(row.row)}
      confirm={QUARANTINE.giveUp}
      usual={QUARANTINE.usual}
      danger
      busy={giveUp.isPending}
      failure={giveUp.error}
      onClose={onClose}
      onConfirm={(reason) => giveUp.mutate({ id: row.id, reason }, { onSuccess: onClose })}
      testId="give-up"
    >
      <p>{QUARANTINE.giveUpLead}</p>
    </ConfirmReason>
  );
}
