/** From the archive to the printer, until the paper is out. */
import { ReloadOutlined } from '@ant-design/icons';
import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { type PrinterView, type Settings, useAct, useCommand } from '../backend';
import { PRINT } from '../text';
import { Dialog } from './Dialog';
import { EmptyState } from './EmptyState';
import { FailureNote } from './FailureNote';
import { Field } from './Field';
import './DialogFoot.css';
import './PrintDialog.css';
import { JobState } from './JobState';

/** What the dialog needs. */
export interface PrintDialogProps {
  number: string;
  onClose: () => void;
}

/** Picks the printer; shows the job. */
export function PrintDialog({ number, onClose }: PrintDialogProps) {
  const printers = useCommand('printer_list', null);
  const settings = useCommand('setting_show', null);
  return (
    <Dialog title={PRINT.title} width={460} onClose={onClose}>
      <div className="print-dialog" data-testid="print-dialog">
        <FailureNote
          failure={printers.error ?? settings.error}
          onRetry={() => void Promise.all([printers.refetch(), settings.refetch()])}
        />
        {printers.data?.length === 0 && (
          <EmptyState
            text={PRINT.noPrinter}
            hint={PRINT.noPrinterHint}
            action={
              <Button icon={<ReloadOutlined />} onClick={() => void printers.refetch()}>
                {PRINT.refresh}
              </Button>
            }
          />
        )}
        {printers.data && printers.data.length > 0 && settings.data && (
          <PrintForm
            number={number}
            printers={printers.data}
            settings={settings.data}
            onClose={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}

interface PrintFormProps {
  number: string;
  printers: PrinterView[];
  settings: Settings;
  onClose: () => void;
}

function PrintForm({ number, printers, settings, onClose }: PrintFormProps) {
  const [name, setName] = useState(() => firstChoice(printers, settings.printer)?.name ?? '');
  const [copies, setCopies] = useState(1);
  const printer = printers.find((known) => known.name === name);
  const [duplex, setDuplex] = useState(settings.duplex);
  const send = useAct('agreement_send');
  const bothSides = duplex && (printer?.duplex ?? false);
  const submit = () => send.mutate({ number, printer: name, copies, duplex: bothSides });
  return (
    <form
      className="print-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={PRINT.printer} hint={printer && !printer.ready && printer.message}>
        <Select
          value={name}
          onChange={setName}
          options={printers.map((known) => ({ value: known.name, label: printerWord(known) }))}
          data-testid="print-printer"
        />
      </Field>
      <div className="print-row">
        <Field label={PRINT.copies} hint={PRINT.copiesHint}>
          <InputNumber
            min={1}
            max={20}
            precision={0}
            value={copies}
            onChange={(wanted) => setCopies(wanted ?? 1)}
            data-testid="print-copies"
          />
        </Field>
        <Checkbox
          checked={bothSides}
          disabled={!printer?.duplex}
          onChange={(event) => setDuplex(event.target.checked)}
          data-testid="print-duplex"
        >
          {PRINT.duplex}
        </Checkbox>
      </div>
      <FailureNote failure={send.error} />
      {send.data && <JobState job={send.data} />}
      <div className="dialog-foot">
        <Button onClick={onClose} data-testid="print-close">
          {PRINT.close}
        </Button>
        <Button type="primary" htmlType="submit" loading={send.isPending} data-testid="print-send">
          {send.data ? PRINT.again : PRINT.send}
        </Button>
      </div>
    </form>
  );
}

function firstChoice(printers: readonly PrinterView[], last: string): PrinterView | undefined {
  return (
    printers.find((printer) => printer.name === last) ??
    printers.find((printer) => printer.default) ??
    printers[0]
  );
}

function printerWord(printer: PrinterView): string {
  const name = printer.description || printer.name;
  const marks = [printer.default && PRINT.usual, !printer.ready && PRINT.notReady].filter(Boolean);
  return marks.length > 0 ? `${name}（${marks.join('，')}）` : name;
}
