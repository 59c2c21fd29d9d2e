import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { type Failure, type PaperView, toFailure, type Verification } from '../../../backend';
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
export function Verify(props: VerifyProps & { open: boolean }) {
  return (
    <Modal
      open={props.open}
      title={`${PAPERS.verifyTitle}：${PAPER_KIND[props.paper.kind]}`}
      onCancel={props.onClose}
      footer={null}
      width={480}
      destroyOnHidden
    >
      <VerifyForm {...props} />
    </Modal>
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
          autoFocus
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
      <div className={styles.foot}>
        <Button onClick={onClose}>{COMMON.cancel}</Button>
        <Button
          type="primary"
          htmlType="submit"
          disabled={!ready}
          loading={busy}
          data-testid="verify-save"
        >
          {COMMON.confirm}
        </Button>
      </div>
    </form>
  );
}
