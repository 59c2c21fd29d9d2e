/** Statements into the export folder: in which forms, for whom, how far, and where they lie. */
import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Radio } from 'antd';
import { useState } from 'react';
import {
  answerKey,
  type ExportRun,
  type Failure,
  type StatementExport,
  type StatementFormat,
  useAct,
  useCommand,
} from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { FailureNote } from '../../parts/FailureNote';
import { ExportProgress } from './ExportProgress';
import { EXPORT } from './text';
import './statement.css';

const EVERY_MS = 400;
const FORMS: readonly StatementFormat[] = ['pdf', 'xlsx', 'csv'];

/** What the dialog needs. */
export interface ExportDialogProps {
  month: string;
  /** Whose statement was looked at; everybody's otherwise. */
  customer: { id: number; name: string } | null;
  onClose: () => void;
}

/** The dialog. One that was left while writing goes on and is found here again. */
export function ExportDialog({ month, customer, onClose }: ExportDialogProps) {
  const client = useQueryClient();
  const begin = useAct('statement_export');
  const [begun, setBegun] = useState(false);
  const state = useCommand('export_state', null, {
    every: (run) => (run && !run.over ? EVERY_MS : false),
  });
  const run = state.data;
  const start = (wanted: StatementExport) =>
    begin.mutate(wanted, {
      onSuccess: (first: ExportRun) => {
        client.setQueryData(answerKey('export_state'), first);
        setBegun(true);
      },
    });
  return (
    <Dialog title={EXPORT.title(month)} width={460} onClose={onClose} testId="export-dialog">
      {run && (begun || !run.over) ? (
        <ExportProgress run={run} onAgain={() => setBegun(false)} onClose={onClose} />
      ) : (
        <ExportForm
          month={month}
          customer={customer}
          busy={begin.isPending}
          failure={begin.error}
          onStart={start}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface ExportFormProps extends ExportDialogProps {
  busy: boolean;
  failure: Failure | null;
  onStart: (wanted: StatementExport) => void;
}

function ExportForm({ month, customer, busy, failure, onStart, onClose }: ExportFormProps) {
  const [all, setAll] = useState(customer === null);
  const [formats, setFormats] = useState<StatementFormat[]>(['pdf']);
  return (
    <form
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault();
        onStart({ month, customer: all ? null : (customer?.id ?? null), formats });
      }}
    >
      {customer && (
        <fieldset>
          <legend>{EXPORT.who}</legend>
          <Radio.Group
            vertical
            value={all}
            onChange={(event) => setAll(event.target.value)}
            options={[
              { value: false, label: customer.name },
              { value: true, label: <span data-testid="export-all">{EXPORT.all}</span> },
            ]}
          />
        </fieldset>
      )}
      <fieldset>
        <legend>{EXPORT.forms}</legend>
        <Checkbox.Group<StatementFormat>
          value={formats}
          onChange={setFormats}
          options={FORMS.map((value) => ({
            value,
            label: <span data-testid={`export-${value}`}>{EXPORT[value as 'pdf']}</span>,
          }))}
        />
      </fieldset>
      <FailureNote failure={failure} />
      <DialogFoot
        submit={EXPORT.submit}
        busy={busy}
        disabled={formats.length === 0}
        onClose={onClose}
        testId="export-start"
      />
    </form>
  );
}
