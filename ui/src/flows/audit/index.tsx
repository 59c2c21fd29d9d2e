/** The audit log, newest first. */
import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { type AuditLine, useCommand } from '../../backend';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { ListTable } from '../../parts/ListTable';
import { PageHead } from '../../parts/PageHead';
import { AUDIT } from '../../text';
import { tellAction, tellDetail, tellSubject } from './tell';
import './audit.css';

const STEP = 100;

const COLUMNS: ColumnsType<AuditLine> = [
  { title: AUDIT.seq, dataIndex: 'seq', width: 72 },
  { title: AUDIT.at, dataIndex: 'at', width: 148 },
  { title: AUDIT.staff, dataIndex: 'staff', width: 90, ellipsis: true },
  { title: AUDIT.action, width: 130, render: (_, line) => tellAction(line.action) },
  {
    title: AUDIT.subject,
    width: 180,
    ellipsis: true,
    render: (_, line) => tellSubject(line.subject),
  },
  {
    title: AUDIT.detail,
    className: 'audit-detail',
    render: (_, line) => tellDetail(line.action, line.detail),
  },
];

/** The screen. */
export function Audit() {
  const [limit, setLimit] = useState(STEP);
  const log = useCommand('audit_list', { before: null, limit }, { keep: true });
  return (
    <>
      <PageHead title={AUDIT.title} aside={AUDIT.lead} />
      <FailureNote failure={log.error} onRetry={() => void log.refetch()} />
      <div className="panel">
        <ListTable
          rows={log.data}
          loading={log.isPending}
          columns={COLUMNS}
          rowKey={(line) => line.seq}
          empty={<EmptyState text={AUDIT.empty} />}
          testId="audit"
        />
      </div>
      {log.data && log.data.length >= limit && (
        <Button type="link" onClick={() => setLimit(limit + STEP)} data-testid="audit-older">
          {AUDIT.older}
        </Button>
      )}
    </>
  );
}
