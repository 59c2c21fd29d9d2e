/** Files that were imported, newest first. */
import { Tooltip } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { CallFileLine } from '../../backend';
import { shortTime } from '../../parts/dates';
import { EmptyState } from '../../parts/EmptyState';
import { ListTable } from '../../parts/ListTable';
import { count } from '../../parts/quantity';
import { useNarrow } from '../../parts/useNarrow';
import { formatRoute } from '../../route';
import { CALLS, FILES } from './text';

const PER_PAGE = 20;

function columnsOf(now: Date): ColumnsType<CallFileLine> {
  return [
    { key: 'name', title: FILES.name, dataIndex: 'name', ellipsis: true },
    { key: 'carrier', title: FILES.carrier, dataIndex: 'carrier', width: 110, ellipsis: true },
    { key: 'days', title: FILES.days, width: 168, render: (_, line) => daysOf(line) },
    figures('imported', 86),
    figures('duplicate', 76),
    {
      key: 'waiting',
      title: FILES.waiting,
      width: 70,
      align: 'right',
      render: (_, line) =>
        line.waiting > 0 && (
          <a
            className="calls-todo"
            href={formatRoute({ at: 'quarantine', file: line.id })}
            data-testid={`file-waiting-${line.id}`}
          >
            {count(line.waiting)}
          </a>
        ),
    },
    { ...figures('not_rated', 70), title: FILES.notRated, className: 'calls-not-rated' },
    { key: 'sums', title: FILES.sums, width: 60, render: (_, line) => <Sums line={line} /> },
    { key: 'at', title: FILES.at, width: 112, render: (_, line) => shortTime(line.at, now) },
    { key: 'by', title: FILES.by, dataIndex: 'by', width: 72, ellipsis: true },
  ];
}

function figures(name: 'imported' | 'duplicate' | 'not_rated', width: number) {
  return {
    key: name,
    title: name === 'not_rated' ? FILES.notRated : FILES[name],
    width,
    align: 'right' as const,
    render: (_: unknown, line: CallFileLine) => (line[name] > 0 ? count(line[name]) : ''),
  };
}

function daysOf({ from, to }: CallFileLine): string {
  if (!from || !to || from === to) {
    return from ?? '';
  }
  return `${from} – ${to.slice(from.slice(0, 4) === to.slice(0, 4) ? 5 : 0)}`;
}

/** Whether the sums the file itself gives come to its rows. */
function Sums({ line }: { line: CallFileLine }) {
  if (line.sums_differ.length === 0) {
    return line.skipped_totals > 0 ? FILES.sumsAgree : '';
  }
  return (
    <Tooltip title={line.sums_differ.join('；')} trigger={['hover', 'focus']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason is read by keyboard too. */}
      <span className="calls-todo" tabIndex={0}>
        {FILES.sumsDiffer}
      </span>
    </Tooltip>
  );
}

/** The table. */
export function FileTable({ files }: { files: readonly CallFileLine[] | undefined }) {
  const narrow = useNarrow();
  const columns = columnsOf(new Date());
  return (
    <ListTable<CallFileLine>
      rows={files}
      loading={files === undefined}
      rowKey={(line) => line.id}
      columns={narrow ? columns.filter(({ key }) => key !== 'by' && key !== 'carrier') : columns}
      empty={<EmptyState text={CALLS.noFiles} hint={CALLS.noFilesHint} />}
      pagination={{
        size: 'small',
        pageSize: PER_PAGE,
        showSizeChanger: false,
        hideOnSinglePage: true,
        showTotal: FILES.total,
      }}
      testId="call-file"
    />
  );
}
