/** The manager's summary of a closed month: sums, kinds of call, the year's course. */
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { type KindLine, type MonthSummary, useCommand } from '../../backend';
import { EmptyState } from '../../parts/EmptyState';
import { Equation } from '../../parts/Equation';
import { FailureNote } from '../../parts/FailureNote';
import { yuan } from '../../parts/money';
import { PageHead } from '../../parts/PageHead';
import { count, exactYuan } from '../../parts/quantity';
import { go } from '../../route';
import { CALLER_CLASS, COMMON, LEG } from '../../text';
import { ExportDialog } from '../statement/ExportDialog';
import { CourseChart, CourseTable } from './CourseChart';
import { SHEET, SUMMARY } from './text';
import './months.css';

/** The screen. */
export function Summary({ month }: { month: string }) {
  const summary = useCommand('month_summary', { month });
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <PageHead title={SUMMARY.title(month)} onBack={() => go({ at: 'month', month })}>
        <Button
          icon={<DownloadOutlined />}
          disabled={!summary.data}
          onClick={() => setExporting(true)}
          data-testid="summary-export"
        >
          {SHEET.export}
        </Button>
      </PageHead>
      <div className="month-sheet">
        <FailureNote failure={summary.error} onRetry={() => void summary.refetch()} />
        {summary.isPending && <p className="month-loading">{COMMON.loading}</p>}
        {summary.data && <Board summary={summary.data} />}
      </div>
      {exporting && (
        <ExportDialog month={month} customer={null} onClose={() => setExporting(false)} />
      )}
    </>
  );
}

function Board({ summary }: { summary: MonthSummary }) {
  const { total, kinds, course, month } = summary;
  const [figures, setFigures] = useState(false);
  const tiles: [string, string][] = [
    [SUMMARY.charged, yuan(total.rated + total.top_up + total.fees)],
    [SUMMARY.calls, count(total.calls)],
    [SUMMARY.minutes, count(total.minutes)],
  ];
  return (
    <>
      <dl className="summary-tiles">
        {tiles.map(([word, value]) => (
          <div key={word} className="panel">
            <dt>{word}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
      </dl>
      <Equation figures={total} testId="summary-total" />
      <div className="summary-board">
        <section className="panel">
          <header className="month-filter">
            <h2>{SUMMARY.course}</h2>
            <Button
              size="small"
              aria-pressed={figures}
              onClick={() => setFigures(!figures)}
              data-testid="summary-figures"
            >
              {figures ? SUMMARY.asChart : SUMMARY.asTable}
            </Button>
          </header>
          {figures ? (
            <CourseTable course={course} />
          ) : (
            <CourseChart course={course} month={month} />
          )}
        </section>
        <Kinds kinds={kinds} />
      </div>
    </>
  );
}

function Kinds({ kinds }: { kinds: readonly KindLine[] }) {
  return (
    <section className="panel">
      <header className="month-filter">
        <h2>{SUMMARY.kinds}</h2>
      </header>
      {kinds.length === 0 ? (
        <EmptyState text={SUMMARY.noKinds} />
      ) : (
        <table className="plain-table" data-testid="summary-kinds">
          <thead>
            <tr>
              {[SUMMARY.kind, SUMMARY.calls, SUMMARY.minutes, SUMMARY.charge].map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((line) => (
              <tr key={`${line.leg}${line.caller_class}`}>
                <th scope="row">{`${LEG[line.leg]} · ${CALLER_CLASS[line.caller_class]}`}</th>
                <td>{count(line.calls)}</td>
                <td>{count(line.minutes)}</td>
                <td>{exactYuan(line.charge)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
