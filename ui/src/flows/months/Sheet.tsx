/** A month's sheet: every number's line, what is odd, what hinders, and closing it. */
import { BarChartOutlined, CheckOutlined, DownloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { type MonthSheet, useCommand } from '../../backend';
import { Equation } from '../../parts/Equation';
import { FailureNote } from '../../parts/FailureNote';
import { PageHead } from '../../parts/PageHead';
import { monthName } from '../../parts/quantity';
import { formatRoute, go } from '../../route';
import { COMMON } from '../../text';
import { ExportDialog } from '../statement/ExportDialog';
import { CloseDialog } from './CloseDialog';
import { SheetTable } from './SheetTable';
import { MONTHS, SHEET } from './text';
import './months.css';

/** The screen. */
export function Sheet({ month }: { month: string }) {
  const sheet = useCommand('month_show', { month });
  const [dialog, setDialog] = useState<'close' | 'export' | null>(null);
  const closed = sheet.data?.closed ?? false;
  return (
    <>
      <PageHead
        title={monthName(month)}
        onBack={() => go({ at: 'months' })}
        aside={
          sheet.data && (
            <span className="state-tag" data-tone={closed ? 'good' : 'waiting'}>
              {closed ? MONTHS.closed : SHEET.trial}
            </span>
          )
        }
      >
        {sheet.data && <Actions sheet={sheet.data} onDialog={setDialog} />}
      </PageHead>
      <div className="month-sheet">
        <FailureNote failure={sheet.error} onRetry={() => void sheet.refetch()} />
        {sheet.isPending && <p className="month-loading">{COMMON.loading}</p>}
        {sheet.data && (
          <>
            <Hindrances sheet={sheet.data} />
            <Left sheet={sheet.data} />
            <Equation figures={sheet.data.total} testId="month-total" />
            <SheetTable sheet={sheet.data} />
          </>
        )}
      </div>
      {sheet.data && dialog === 'close' && (
        <CloseDialog sheet={sheet.data} onClose={() => setDialog(null)} />
      )}
      {dialog === 'export' && (
        <ExportDialog month={month} customer={null} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

interface ActionsProps {
  sheet: MonthSheet;
  onDialog: (dialog: 'close' | 'export') => void;
}

function Actions({ sheet, onDialog }: ActionsProps) {
  if (!sheet.closed) {
    return (
      <Button
        type="primary"
        icon={<CheckOutlined />}
        disabled={sheet.hindrances.length > 0}
        onClick={() => onDialog('close')}
        data-testid="month-close"
      >
        {SHEET.close}
      </Button>
    );
  }
  return (
    <>
      <Button
        icon={<BarChartOutlined />}
        onClick={() => go({ at: 'summary', month: sheet.month })}
        data-testid="month-summary"
      >
        {SHEET.summary}
      </Button>
      <Button
        type="primary"
        icon={<DownloadOutlined />}
        onClick={() => onDialog('export')}
        data-testid="month-export"
      >
        {SHEET.export}
      </Button>
    </>
  );
}

function Hindrances({ sheet: { hindrances } }: { sheet: MonthSheet }) {
  return (
    hindrances.length > 0 && (
      <Alert
        type="info"
        showIcon
        title={SHEET.cannotClose}
        description={
          <ul>
            {hindrances.map(({ code, message }) => (
              <li key={`${code}${message}`}>{message}</li>
            ))}
          </ul>
        }
        data-testid="month-hindrances"
      />
    )
  );
}

/** What a month that is still open would leave out. */
function Left({ sheet: { closed, not_rated, quarantined } }: { sheet: MonthSheet }) {
  if (closed || (not_rated === 0 && quarantined === 0)) {
    return null;
  }
  return (
    <ul className="month-left" data-testid="month-left">
      {quarantined > 0 && (
        <li>
          {SHEET.quarantined(quarantined)}
          <a href={formatRoute({ at: 'quarantine', file: null })} data-testid="month-quarantine">
            {SHEET.quarantineLink}
          </a>
        </li>
      )}
      {not_rated > 0 && (
        <li>
          {SHEET.notRated(not_rated)}
          <a href={formatRoute({ at: 'tariffs', plan: '' })} data-testid="month-tariffs">
            {SHEET.tariffs}
          </a>
        </li>
      )}
    </ul>
  );
}
