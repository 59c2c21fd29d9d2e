/** What the great check found. */
import { Alert } from 'antd';
import type { VerifyReport } from '../../backend';
import { Facts } from '../../parts/Facts';
import { BACKUP } from '../../text';

/** The report. */
export function Report({ report }: { report: VerifyReport }) {
  const { faults } = report;
  return (
    <div className="backup-report" data-testid="backup-report" data-faults={faults.length}>
      <Alert
        type={faults.length === 0 ? 'success' : 'error'}
        showIcon
        title={faults.length === 0 ? BACKUP.well : BACKUP.faults(faults.length)}
        description={
          faults.length > 0 && (
            <ol>
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ol>
          )
        }
      />
      <Facts
        facts={[
          [BACKUP.papers, BACKUP.count(report.papers)],
          [BACKUP.agreements, BACKUP.count(report.agreements)],
          [BACKUP.entries, BACKUP.entriesCount(report.audit_entries)],
        ]}
      />
    </div>
  );
}
