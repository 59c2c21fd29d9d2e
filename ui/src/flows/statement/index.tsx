/** A customer's month: the balance as a sum, and behind every figure what it comes from. */
import { DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { type StatementView, useCommand } from '../../backend';
import type { Figure, MonthRoute } from '../../monthRoute';
import { Equation } from '../../parts/Equation';
import { FailureNote } from '../../parts/FailureNote';
import { yuan } from '../../parts/money';
import { PageHead } from '../../parts/PageHead';
import { monthAfter } from '../../parts/quantity';
import { formatRoute, go, goInstead } from '../../route';
import { COMMON } from '../../text';
import { Behind } from './Behind';
import { ExportDialog } from './ExportDialog';
import { NumberTable } from './NumberTable';
import { STATEMENT } from './text';
import './statement.css';

/** Where on a statement one is. */
type Place = Extract<MonthRoute, { at: 'statement' }>;

/** The screen. */
export function Statement({ place }: { place: Place }) {
  const { customer, month } = place;
  const view = useCommand('statement_show', { customer, month });
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <PageHead
        title={view.data?.company ?? STATEMENT.title}
        onBack={() => go({ at: 'month', month })}
        aside={<MonthSwitch place={place} />}
      >
        {view.data && (
          <span className="statement-last-day figures">
            {STATEMENT.lastDay(view.data.last_day_to_dispute)}
          </span>
        )}
        <Button
          type="primary"
          icon={<DownloadOutlined />}
          disabled={!view.data}
          onClick={() => setExporting(true)}
          data-testid="statement-export"
        >
          {STATEMENT.export}
        </Button>
      </PageHead>
      <div className="statement">
        <FailureNote failure={view.error} onRetry={() => void view.refetch()} />
        {view.isPending && <p>{COMMON.loading}</p>}
        {view.data && <Sheet view={view.data} place={place} />}
      </div>
      {view.data && exporting && (
        <ExportDialog
          month={month}
          customer={{ id: customer, name: view.data.company }}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  );
}

function Sheet({ view, place }: { view: StatementView; place: Place }) {
  const { total, numbers } = view;
  const figure = place.figure ?? 'rated';
  const account = numbers.some((number) => number.account === place.account) ? place.account : null;
  // The way back leads away from the statement, not through every figure looked at.
  const look = (of: number | null, at: Figure) => goInstead({ ...place, account: of, figure: at });
  const beside = (by: number) =>
    formatRoute({ ...place, month: monthAfter(view.month, by), figure: null });
  return (
    <>
      <Equation
        figures={total}
        chosen={account === null || numbers.length === 1 ? figure : null}
        onChoose={(term) => look(null, term)}
        opening={beside(-1)}
        closing={beside(1)}
        testId="equation"
      />
      <p className="statement-charged">
        {STATEMENT.charged}
        <b className="figures">{yuan(total.rated + total.top_up + total.fees)}</b>
        {STATEMENT.yuan}
        <span data-testid="statement-capitals">{view.capitals}</span>
      </p>
      {numbers.length > 1 && (
        <NumberTable numbers={numbers} account={account} figure={figure} onChoose={look} />
      )}
      <Behind
        numbers={numbers.filter((number) => account === null || number.account === account)}
        month={view.month}
        figure={figure}
      />
    </>
  );
}

function MonthSwitch({ place }: { place: Place }) {
  const to = (by: number) =>
    goInstead({ ...place, month: monthAfter(place.month, by), figure: null });
  return (
    <span className="statement-month">
      <Button
        type="text"
        icon={<LeftOutlined />}
        aria-label={STATEMENT.previous}
        title={STATEMENT.previous}
        onClick={() => to(-1)}
        data-testid="statement-previous"
      />
      <b>{STATEMENT.of(place.month)}</b>
      <Button
        type="text"
        icon={<RightOutlined />}
        aria-label={STATEMENT.next}
        title={STATEMENT.next}
        onClick={() => to(1)}
        data-testid="statement-next"
      />
    </span>
  );
}
