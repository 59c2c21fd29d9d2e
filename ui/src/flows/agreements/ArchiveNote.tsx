/** What checking the archived file found, as a plain sentence. */
import { Alert } from 'antd';
import type { ArchiveCheck, ArchiveState, Failure } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { ARCHIVE } from '../../text';

const LOUD: Record<ArchiveState, 'success' | 'info' | 'warning' | 'error'> = {
  intact: 'success',
  unsigned: 'info',
  other_key: 'warning',
  foreign: 'warning',
  extended: 'warning',
  altered: 'error',
};

/** A line; nothing before anything was checked. */
export function ArchiveNote(props: {
  found: ArchiveCheck | undefined;
  failure: Failure | null;
  onClose: () => void;
}) {
  const { found, failure, onClose } = props;
  if (!found) {
    return <FailureNote failure={failure} onClose={onClose} />;
  }
  const facts = [
    found.signed_by && ARCHIVE.by(found.signed_by),
    found.signed_at && ARCHIVE.at(found.signed_at),
  ].filter(Boolean);
  return (
    <Alert
      type={LOUD[found.state]}
      showIcon
      title={ARCHIVE.state[found.state]}
      description={
        facts.length > 0 && (
          <span className="figures" title={found.fingerprint ? ARCHIVE.key(found.fingerprint) : ''}>
            {facts.join('，')}
          </span>
        )
      }
      closable={{ onClose }}
      data-state={found.state}
      data-testid="agreement-verified"
    />
  );
}
