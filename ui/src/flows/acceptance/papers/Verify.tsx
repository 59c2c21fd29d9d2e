import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { type Failure, type PaperView, toFailure, type Verification } from '../../../backend';
import { Dialog } from '../../../parts/Dialog';
import { DialogFoot } from '../../../parts/DialogFoot';
import { FailureNote } from '../../../parts/FailureNote';
import { Field } from '../../../parts/Field';
import { COMMON, PAPER_KIND, VERIFICATION } from '../../../text';
import { PAPERS } from '../text';
import type { Papers } from './usePapers';
import styles from './verify.module.css';

interface VerifyProps {
  paper: PaperView;
  acts: Papers;
  onClose: () => void;
}

/** Records that a paper was checked against the world, and how. */
export function Verify(props: VerifyProps) {
  return (
    <Dialog
      title={`${PAPERS.verifyTitle}：${PAPER_KIND[props.paper.kind]}`}
      onClose={props.onClose}
      testId="verify-dialog"
    >
      <VerifyForm {...props} />
    </Dialog>
  );
}

function VerifyForm({ paper, acts, onClose }: VerifyProps) {
  const [found, setFound] = useState<Verification>('verified');
  const [how, setHow] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ready = how.trim() !== '' && !busy;
  const record = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await acts.verify(paper.id, found, how.trim());
      onClose();
    } catch (refusal) {
      setFailure(toFailure(refusal));
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) {
          void record();
        }
      }}
    >
      <Radio.Group
        value={found}
        onChange={(event) => setFound(event.target.value as Verification)}
        optionType="button"
        buttonStyle="solid"
        options={(['verified', 'found_untrue'] as const).map((value) => ({
          value,
          label: VERIFICATION[value],
        }))}
        data-testid="verify-found"
      />
      <Field label={PAPERS.verifyHow} required bare>
        <Input
          value={how}
          onChange={(event) => setHow(event.target.value)}
          placeholder={PAPERS.verifyHowHint}
          maxLength={200}
          data-testid="verify-how"
        />
      </Field>
      <div className={styles.usual}>
        {PAPERS.verifyUsual.map((text) => (
          <Button key={text} size="small" onClick={() => setHow(text)}>
            {text}
          </Button>
        ))}
      </div>
      <FailureNote failure={failure} />
      <DialogFoot
        submit={COMMON.confirm}
        busy={busy}
        disabled={!ready}
        onClose={onClose}
        testId="verify-save"
      />
    </form>
  );
}
