/** Rows set aside: mended in place and put back, or given up with a reason. */
import { Pagination, Segmented, Select } from 'antd';
import { useState } from 'react';
import { type QuarantineLine, useCommand } from '../../backend';
import { EmptyState } from '../../parts/EmptyState';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { go, goInstead } from '../../route';
import { COMMON } from '../../text';
import { AllRowsBar } from './AllRowsBar';
import { RowCard } from './RowCard';
import { QUARANTINE } from './text';
import './quarantine.css';

const PER_PAGE = 20;

/** The screen, for one file or for all. */
export function Quarantine({ file }: { file: number | null }) {
  const [all, setAll] = useState(false);
  const [reason, setReason] = useState('');
  const list = useCommand('quarantine_list', { file, all }, { keep: true });
  const rows = list.data ?? [];
  const shown = rows.filter((row) => reason === '' || row.reason === reason);
  const waiting = shown.filter(({ state }) => state === 'waiting');
  const listed = rows.filter(({ state }) => state === 'waiting').length;
  const inAll = Math.max(listed, useWaiting(file));
  return (
    <>
      <PageHead
        title={QUARANTINE.title}
        onBack={() => go({ at: 'calls' })}
        aside={
          <Segmented<boolean>
            value={all}
            onChange={setAll}
            options={[
              {
                value: false,
                label: QUARANTINE.waiting(inAll),
              },
              { value: true, label: QUARANTINE.all },
            ]}
          />
        }
      >
        <FileFilter file={file} />
        <ReasonFilter rows={rows} reason={reason} onChange={setReason} />
      </PageHead>
      <div className="quarantine">
        <FailureNote failure={list.error} onRetry={() => void list.refetch()} />
        {rows.length > 0 && (
          <div className="quarantine-lead">
            <p>
              {QUARANTINE.lead}
              {inAll > listed && QUARANTINE.first(listed, inAll)}
            </p>
            <AllRowsBar rows={waiting} />
          </div>
        )}
        {list.data ? (
          <Rows rows={shown} filtered={rows.length > 0} />
        ) : (
          list.isPending && <EmptyState text={COMMON.loading} />
        )}
      </div>
    </>
  );
}

function Rows({ rows, filtered }: { rows: readonly QuarantineLine[]; filtered: boolean }) {
  const [wanted, setWanted] = useState(1);
  // Rows go away as they are mended; the last page with them.
  const page = Math.min(wanted, Math.max(1, Math.ceil(rows.length / PER_PAGE)));
  if (rows.length === 0) {
    return (
      <div className="panel" data-testid="quarantine-empty">
        <EmptyState
          text={filtered ? QUARANTINE.emptyFiltered : QUARANTINE.empty}
          {...(!filtered && { hint: QUARANTINE.emptyHint })}
        />
      </div>
    );
  }
  return (
    <>
      <ul className="quarantine-rows">
        {rows.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((row) => (
          <li key={row.id}>
            <RowCard row={row} />
          </li>
        ))}
      </ul>
      <Pagination
        size="small"
        align="end"
        current={page}
        pageSize={PER_PAGE}
        total={rows.length}
        showSizeChanger={false}
        hideOnSinglePage
        showTotal={QUARANTINE.total}
        onChange={setWanted}
      />
    </>
  );
}

/** Rows that wait as the files tell it: the desk lists some hundreds at a time. */
function useWaiting(file: number | null): number {
  const files = useCommand('calls_files', null);
  return (files.data ?? [])
    .filter(({ id }) => file === null || id === file)
    .reduce((sum, { waiting }) => sum + waiting, 0);
}

function FileFilter({ file }: { file: number | null }) {
  const files = useCommand('calls_files', null);
  const options = (files.data ?? [])
    .filter(({ id, quarantined }) => quarantined > 0 || id === file)
    .map(({ id, name, waiting }) => ({ value: id, label: `${name}（${waiting}）` }));
  return (
    <Select<number>
      className="quarantine-filter"
      aria-label={QUARANTINE.file}
      value={file ?? 0}
      onChange={(id) => goInstead({ at: 'quarantine', file: id || null })}
      options={[{ value: 0, label: QUARANTINE.allFiles }, ...options]}
      showSearch={{ optionFilterProp: 'label' }}
      data-testid="quarantine-file"
    />
  );
}

interface ReasonFilterProps {
  rows: readonly QuarantineLine[];
  reason: string;
  onChange: (reason: string) => void;
}

function ReasonFilter({ rows, reason, onChange }: ReasonFilterProps) {
  const found = new Map<string, { message: string; count: number }>();
  for (const row of rows) {
    const before = found.get(row.reason);
    found.set(row.reason, {
      message: before?.message ?? row.message,
      count: (before?.count ?? 0) + 1,
    });
  }
  const options = [...found].map(([value, { message, count }]) => ({
    value,
    label: `${message}（${count}）`,
  }));
  return (
    <Select
      className="quarantine-filter"
      aria-label={QUARANTINE.reason}
      value={reason}
      onChange={onChange}
      options={[{ value: '', label: QUARANTINE.allReasons }, ...options]}
      popupMatchSelectWidth={false}
      data-testid="quarantine-reason"
    />
  );
}
