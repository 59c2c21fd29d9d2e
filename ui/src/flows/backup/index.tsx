/** Backups, and the great check. */
import { DatabaseOutlined, SafetyOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useAct } from '../../backend';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { BACKUP } from '../../text';
import { Report } from './Report';
import './backup.css';

/** The screen. */
export function Backup() {
  const make = useAct('backup_make');
  const verify = useAct('store_verify');
  return (
    <>
      <PageHead title={BACKUP.title} />
      <div className="backup">
        <section className="panel">
          <h2>{BACKUP.make}</h2>
          <p>{BACKUP.makeLead}</p>
          <Button
            type="primary"
            icon={<DatabaseOutlined />}
            loading={make.isPending}
            onClick={() => make.mutate(null)}
            data-testid="backup-make"
          >
            {make.isPending ? BACKUP.making : BACKUP.make}
          </Button>
          <FailureNote failure={make.error} />
          {make.data && (
            <Alert
              type="success"
              showIcon
              title={BACKUP.made}
              description={<span className="backup-path">{make.data.path}</span>}
              data-testid="backup-made"
            />
          )}
        </section>
        <section className="panel">
          <h2>{BACKUP.verify}</h2>
          <p>{BACKUP.verifyLead}</p>
          <Button
            icon={<SafetyOutlined />}
            loading={verify.isPending}
            onClick={() => verify.mutate(null)}
            data-testid="backup-verify"
          >
            {verify.isPending ? BACKUP.verifying : BACKUP.verify}
          </Button>
          <FailureNote failure={verify.error} />
          {verify.data && <Report report={verify.data} />}
        </section>
      </div>
    </>
  );
}
