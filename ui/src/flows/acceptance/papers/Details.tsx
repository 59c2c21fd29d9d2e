import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { useContext, useState } from 'react';
import { type Failure, type PaperView, toFailure } from '../../../backend';
import { ConfirmReason } from '../../../parts/ConfirmReason';
import { ARRIVAL, VERIFICATION } from '../../../text';
import { ReadOnly } from '../fields/Framed';
import { useReadings } from '../reading/readings';
import { PAPER_SHORT, PAPERS } from '../text';
import { KINDS } from './missing';
import styles from './tray.module.css';
import type { Papers } from './usePapers';
import { Verify } from './Verify';

const KIND_OPTIONS = KINDS.map((kind, place) => ({
  value: kind,
  label: place < 9 ? `${place + 1} ${PAPER_SHORT[kind]}` : PAPER_SHORT[kind],
}));

/** What is known of the paper in the viewer. */
export function Details({ paper, acts }: { paper: PaperView; acts: Papers }) {
  const readOnly = useContext(ReadOnly);
  const [asking, setAsking] = useState<'verify' | 'remove'>();
  return (
    <div className={styles.details}>
      <Select
        size="small"
        value={paper.kind}
        onChange={(kind) => acts.update(paper.id, { kind })}
        options={KIND_OPTIONS}
        disabled={readOnly}
        popupMatchSelectWidth={false}
        aria-label={PAPERS.kind}
        className={styles.detailsKind ?? ''}
        listHeight={320}
        data-testid="paper-kind"
      />
      <Select
        size="small"
        value={paper.arrival}
        onChange={(arrival) => acts.update(paper.id, { arrival })}
        options={Object.entries(ARRIVAL).map(([value, label]) => ({ value, label }))}
        disabled={readOnly}
        aria-label={PAPERS.arrival}
        className={styles.detailsArrival ?? ''}
        data-testid="paper-arrival"
      />
      <Checkbox
        checked={paper.sealed}
        onChange={(event) => acts.update(paper.id, { sealed: event.target.checked })}
        disabled={readOnly}
        data-testid="paper-sealed"
      >
        {PAPERS.sealed}
      </Checkbox>
      <Button
        size="small"
        onClick={() => setAsking('verify')}
        disabled={readOnly}
        data-testid="paper-verify"
      >
        {paper.verification === 'unverified' ? PAPERS.verify : VERIFICATION[paper.verification]}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        onClick={() => setAsking('remove')}
        disabled={readOnly}
        className={styles.remove ?? ''}
        aria-label={PAPERS.remove}
        title={PAPERS.remove}
        data-testid="paper-remove"
      />
      {!paper.sealed && !readOnly && (
        <SealSeen paper={paper} onSealed={() => acts.update(paper.id, { sealed: true })} />
      )}
      {paper.verified && (
        <span
          className={styles.verified}
          data-verification={paper.verification}
          title={paper.verified}
          data-testid="paper-verified"
        >
          {paper.verified}
        </span>
      )}
      {asking === 'verify' && (
        <Verify paper={paper} acts={acts} onClose={() => setAsking(undefined)} />
      )}
      <Remove
        open={asking === 'remove'}
        paper={paper}
        acts={acts}
        onClose={() => setAsking(undefined)}
      />
    </div>
  );
}

/** A red seal was seen on it: a hint, for a person to confirm. */
function SealSeen({ paper, onSealed }: { paper: PaperView; onSealed: () => void }) {
  const documents = useReadings().pages.of(paper.id)?.documents ?? [];
  if (!documents.some(({ seals }) => seals.length > 0)) {
    return null;
  }
  return (
    <span className={styles.sealSeen} data-testid="seal-seen">
      {PAPERS.sealSeen}
      <Button size="small" type="link" onClick={onSealed} data-testid="seal-confirm">
        {PAPERS.sealYes}
      </Button>
    </span>
  );
}

function Remove(props: { open: boolean; paper: PaperView; acts: Papers; onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async (reason: string) => {
    setBusy(true);
    setFailure(null);
    try {
      await props.acts.remove(props.paper.id, reason);
      props.onClose();
    } catch (refusal) {
      setFailure(toFailure(refusal));
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmReason
      open={props.open}
      title={PAPERS.removeTitle}
      confirm={PAPERS.remove}
      usual={PAPERS.removeUsual}
      danger
      busy={busy}
      failure={failure}
      onConfirm={(reason) => void remove(reason)}
      onClose={props.onClose}
      testId="paper-remove-reason"
    />
  );
}
