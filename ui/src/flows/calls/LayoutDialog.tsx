/** The columns of a file for a person to confirm once. */
import { Alert, AutoComplete } from 'antd';
import { type FormEvent, useState } from 'react';
import { type CallsColumn, type CallsImport, type CallsSurvey, useCommand } from '../../backend';
import { Dialog } from '../../parts/Dialog';
import { DialogFoot } from '../../parts/DialogFoot';
import { FailureNote } from '../../parts/FailureNote';
import { Field } from '../../parts/Field';
import { ColumnTable } from './ColumnTable';
import type { Step } from './steps';
import { LAYOUT, STEP } from './text';

/** What the dialog needs. */
export interface LayoutDialogProps {
  step: Extract<Step, { survey: CallsSurvey }> & { at: 'layout' | 'ready' };
  /** Names known already. */
  carriers: readonly string[];
  onConfirm: (wanted: CallsImport) => void;
  onClose: () => void;
}

/** The dialog. */
export function LayoutDialog({ step, carriers, onConfirm, onClose }: LayoutDialogProps) {
  const { survey } = step;
  const meanings = useCommand('calls_meanings', null);
  const [carrier, setCarrier] = useState(survey.carrier ?? '');
  const [columns, setColumns] = useState<readonly CallsColumn[]>(survey.columns);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (carrier.trim()) {
      onConfirm({ upload: survey.upload, carrier: carrier.trim(), columns: [...columns] });
    }
  };
  return (
    <Dialog
      title={LAYOUT.title(survey.file_name)}
      width={940}
      onClose={onClose}
      testId="layout-dialog"
    >
      <form className="layout-form" onSubmit={submit}>
        <div className="layout-lead">
          <p>{LAYOUT.lead}</p>
          <span className="figures">{LAYOUT.encoding(survey.format, survey.encoding)}</span>
        </div>
        <Doubts survey={survey} />
        <FailureNote failure={meanings.error} onRetry={() => void meanings.refetch()} />
        <ColumnTable
          columns={columns}
          sample={survey.sample}
          meanings={meanings.data ?? []}
          onChange={setColumns}
        />
        <FailureNote failure={step.at === 'layout' ? step.failure : null} />
        <div className="layout-foot">
          <Field label={LAYOUT.carrier} required hint={LAYOUT.carrierHint}>
            <AutoComplete
              value={carrier}
              onChange={setCarrier}
              options={carriers.map((value) => ({ value }))}
              placeholder={LAYOUT.carrierPlaceholder}
              maxLength={40}
              data-testid="layout-carrier"
            />
          </Field>
          <DialogFoot
            submit={LAYOUT.submit}
            busy={false}
            disabled={!carrier.trim() || !meanings.data}
            onClose={onClose}
            testId="layout-confirm"
          />
        </div>
      </form>
    </Dialog>
  );
}

function Doubts({ survey: { doubts, known_file } }: { survey: CallsSurvey }) {
  return (
    <>
      {known_file && <Alert type="info" showIcon title={STEP.known} data-testid="layout-known" />}
      {doubts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={doubts.length === 1 ? doubts[0] : undefined}
          description={
            doubts.length > 1 && (
              <ul>
                {doubts.map((doubt) => (
                  <li key={doubt}>{doubt}</li>
                ))}
              </ul>
            )
          }
          data-testid="layout-doubts"
        />
      )}
    </>
  );
}
