/** Takes a number out of service for a reason of the agreement. */
import { Radio } from 'antd';
import { useState } from 'react';
import { type AccountLine, type SuspensionReason, useAct } from '../../../backend';
import { DeedForm } from '../../../parts/DeedForm';
import { Dialog } from '../../../parts/Dialog';
import { Field } from '../../../parts/Field';
import { saysWhy } from '../../../parts/reason';
import { SUSPENSION_REASON } from '../../../text';
import { SUSPEND } from '../text';
import { WordsField } from './fields';
import { useDone } from './useDone';

const REASONS = Object.keys(SUSPENSION_REASON) as SuspensionReason[];

/** Reasons with which the balance is frozen (协议四（一）4、5). */
const FREEZING: readonly SuspensionReason[] = ['forbidden_business', 'forbidden_content'];

/** What the dialog needs. */
export interface SuspendDialogProps {
  line: AccountLine;
  onClose: () => void;
}

/** Asks for the reason and what happened. */
export function SuspendDialog({ line, onClose }: SuspendDialogProps) {
  const [reason, setReason] = useState<SuspensionReason>('arrears');
  const [note, setNote] = useState('');
  const suspend = useAct('account_suspend');
  const done = useDone(SUSPEND.done, onClose);
  return (
    <Dialog title={SUSPEND.title(line.shown)} width={560} onClose={onClose}>
      <DeedForm
        lead={
          <>
            {SUSPEND.lead}
            {FREEZING.includes(reason) && <b>{SUSPEND.freezes}</b>}
          </>
        }
        failure={suspend.error}
        submit={SUSPEND.submit}
        busy={suspend.isPending}
        ready={saysWhy(note)}
        danger
        onSubmit={() => suspend.mutate({ account: line.account, reason, note: note.trim() }, done)}
        onClose={onClose}
        testId="suspend"
      >
        <Field label={SUSPEND.reason} className="deed-reasons" bare>
          <Radio.Group
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            options={REASONS.map((value) => ({ value, label: <Reason reason={value} /> }))}
          />
        </Field>
        <WordsField
          label={SUSPEND.note}
          hint={SUSPEND.noteHint}
          value={note}
          onChange={setNote}
          {...(reason === 'arrears' && { usual: [SUSPEND.usualArrears] })}
          testId="suspend-note"
        />
      </DeedForm>
    </Dialog>
  );
}

function Reason({ reason }: { reason: SuspensionReason }) {
  const { word, clause } = SUSPENSION_REASON[reason];
  return (
    <span data-testid={`suspend-${reason}`}>
      {word}
      <small>{clause}</small>
    </span>
  );
}
