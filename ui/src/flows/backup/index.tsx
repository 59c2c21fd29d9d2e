/** Backups, and the great check. */
import { DatabaseOutlined, SafetyOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useAct, useLastDeed } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { LongWork } from '../../parts/LongWork';
import { PageHead } from '../../parts/PageHead';
import { BACKUP } from '../../text';
import { Report } from './Report';
import './backup.css';

/** The screen. What was begun goes on while one is elsewhere, and is found here again. */
export function Backup() {
  return (
    <>
      <PageHead title={BACKUP.title} />
      <div className="backup">
        <Make />
        <Verify />
      </div>
    </>
  );
}

function Make() {
  const make = useAct('backup_make');
  const last = useLastDeed('backup_make');
  const busy = last?.since !== undefined;
  return (
    <section className="panel">
      <h2>{BACKUP.make}</h2>
      <p>{BACKUP.makeLead}</p>
      <Button
        type="primary"
        icon={<DatabaseOutlined />}
        loading={busy}
        onClick={() => make.mutate(null)}
        data-testid="backup-make"
      >
        {busy ? BACKUP.making : BACKUP.make}
      </Button>
      {last?.since !== undefined && (
        <LongWork doing={BACKUP.makingLead} since={last.since} testId="backup-making" />
      )}
      <FailureNote failure={last?.error} />
      {last?.data && (
        <Alert
          type="success"
          showIcon
          title={BACKUP.made}
          description={<span className="backup-path">{last.data.path}</span>}
          data-testid="backup-made"
        />
      )}
    </section>
  );
}

function Verify() {
  const verify = useAct('store_verify');
  const last = useLastDeed('store_verify');
  const busy = last?.since !== undefined;
  return (
    <section className="panel">
      <h2>{BACKUP.verify}</h2>
      <p>{BACKUP.verifyLead}</p>
      <Button
        icon={<SafetyOutlined />}
        loading={busy}
        onClick={() => verify.mutate(null)}
        data-testid="backup-verify"
      >
        {busy ? BACKUP.verifying : BACKUP.verify}
      </Button>
      {last?.since !== undefined && (
        <LongWork doing={BACKUP.verifyingLead} since={last.since} testId="backup-verifying" />
      )}
      <FailureNote failure={last?.error} />
      {last?.data && <Report report={last.data} />}
    </section>
  );
}
