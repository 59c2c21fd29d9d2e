/** Puts a number back into service. */
import { useState } from 'react';
import { type AccountLine, useAct } from '../../../backend';
import { DeedForm } from '../../../parts/DeedForm';
import { Dialog } from '../../../parts/Dialog';
import { yuan } from '../../../parts/money';
import { RESUME } from '../text';
import { WordsField } from './fields';
import { useDone } from './useDone';

/** Asks what was settled. */
export function ResumeDialog({ line, onClose }: { line: AccountLine; onClose: () => void }) {
  const [note, setNote] = useState('');
  const resume = useAct('account_resume');
  const done = useDone(RESUME.done, onClose);
  return (
    <Dialog title={RESUME.title(line.shown)} onClose={onClose}>
      <DeedForm
        lead={RESUME.lead}
        failure={resume.error}
        submit={RESUME.submit}
        busy={resume.isPending}
        ready={note.trim() !== ''}
        onSubmit={() => resume.mutate({ account: line.account, note: note.trim() }, done)}
        onClose={onClose}
        testId="resume"
      >
        {line.balance < 0 && <p className="deed-warning">{RESUME.owed(yuan(-line.balance))}</p>}
        <WordsField
          label={RESUME.note}
          hint={RESUME.noteHint}
          value={note}
          onChange={setNote}
          testId="resume-note"
        />
      </DeedForm>
    </Dialog>
  );
}
