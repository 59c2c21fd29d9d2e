import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallLine, ExportRun, MonthFigures, StatementView } from '../../backend';
import { parseRoute } from '../../route';
import { type Answers, showAt } from '../../testDesk';
import { Statement } from '.';
import { CallList } from './CallList';

const FIGURES: MonthFigures = {
  calls: 150,
  minutes: 280,
  rated: 3360,
  minimum: 4000,
  top_up: 640,
  fees: 0,
  opening: 47_640,
  payments: 48_000,
  corrections: -120,
  closing: 91_520,
};

const VIEW: StatementView = {
  customer: 7,
  company: '福州青禾农业有限公司',
  month: '2026-04',
  total: FIGURES,
  capitals: '人民币肆拾元整',
  last_day_to_dispute: '2026-07-31',
  numbers: [
    {
      account: 1,
      shown: '400-820-8820',
      figures: FIGURES,
      kinds: [
        { leg: 'mobile', caller_class: 'long_distance', calls: 150, minutes: 280, charge: '33.6' },
      ],
      entries: [
        { id: 5, on: '2026-04-06', kind: 'renewal', amount: 48_000, note: '银行转账' },
        { id: 6, on: '2026-04-09', kind: 'debit', amount: -120, note: '漏计一条' },
        { id: 7, on: '2026-04-30', kind: 'calls', amount: -3360, note: '' },
      ],
    },
  ],
};

type Place = Parameters<typeof Statement>[0]['place'];

const PLACE: Place = {
  at: 'statement',
  customer: 7,
  month: '2026-04',
  account: null,
  figure: null,
};

function show(more: Partial<Place> = {}, answers: Answers = {}) {
  return showAt(<Statement place={{ ...PLACE, ...more }} />, {
    statement_show: VIEW,
    export_state: null,
    ...answers,
  });
}

beforeEach(() => {
  window.location.hash = '';
});

describe('a statement', () => {
  it('is a sum that a person can follow, and says the amount in capitals', async () => {
    show();
    const sum = (await screen.findByTestId('equation')).textContent;
    expect(sum).toBe(
      '期初余额476.40+收款480.00−通话费33.60−补足最低消费6.40−功能费0.00−调整1.20=期末余额915.20',
    );
    expect(screen.getByTestId('statement-capitals')).toHaveTextContent('人民币肆拾元整');
  });

  it('leads from a figure to where that is told, and the way back leaves it', async () => {
    const { user } = show();
    await user.click(await screen.findByTestId('equation-payments'));
    expect(parseRoute(window.location.hash)).toEqual({ ...PLACE, figure: 'payments' });
  });

  it.each([
    ['payments', '续费', '+480.00'],
    ['corrections', '漏计一条', '−1.20'],
  ] as const)('shows the entries behind %s and no others', async (figure, word, amount) => {
    show({ figure });
    const behind = await screen.findByTestId(`behind-${figure}`);
    expect(behind).toHaveTextContent(word);
    expect(behind).toHaveTextContent(amount);
    expect(behind).not.toHaveTextContent('33.60');
  });

  it('says how the top-up comes about', async () => {
    show({ figure: 'top_up' });
    expect(await screen.findByTestId('behind-top_up')).toHaveTextContent(
      '最低消费 40.00 元 − 通话费 33.60 元 = 补足 6.40 元',
    );
  });

  it('leads from a kind of call to its calls', async () => {
    const { user } = show();
    await user.click(await screen.findByTestId('kind-mobile-long_distance'));
    expect(window.location.hash).toBe('#/call-list/1/2026-04/mobile/long_distance');
  });
});

describe('statements', () => {
  it('are written for this customer or all, with progress, until the folder is told', async () => {
    const run: ExportRun = {
      done: 0,
      total: 2,
      over: false,
      folder: '/导出/2026-04',
      failure: null,
    };
    let now: ExportRun | null = null;
    const { user, requests } = show(
      {},
      {
        statement_export: () => {
          now = { ...run, done: 1 };
          return run;
        },
        export_state: () => now,
      },
    );
    await user.click(await screen.findByTestId('statement-export'));
    await user.click(await screen.findByTestId('export-xlsx'));
    await user.click(screen.getByTestId('export-start'));
    expect(await screen.findByText('已写出 1 / 2 份')).toBeInTheDocument();
    now = { ...run, done: 2, over: true };
    expect(await screen.findByTestId('export-folder')).toHaveTextContent('/导出/2026-04');
    expect(requests('statement_export')).toEqual([
      { month: '2026-04', customer: 7, formats: ['pdf', 'xlsx'] },
    ]);
  });

  it('being written already are found again, and can be stopped', async () => {
    const run: ExportRun = { done: 5, total: 60, over: false, folder: '/导出', failure: null };
    const { user, requests } = show({}, { export_state: run, export_cancel: run });
    await user.click(await screen.findByTestId('statement-export'));
    await user.click(await screen.findByTestId('export-stop'));
    await waitFor(() => expect(requests('export_cancel')).toHaveLength(1));
  });
});

describe('calls', () => {
  const call = (id: number, more: Partial<CallLine> = {}): CallLine => ({
    id,
    started: '2026-04-01 09:21:33',
    caller: '138****0011',
    delivered_to: '0571****7777',
    leg: 'landline',
    caller_class: 'local',
    seconds: 61,
    answered: true,
    increments: 2,
    rate: '0.12',
    charge: '0.24',
    tariff: '2026-03-01',
    file_name: '四月.csv',
    row: 118,
    dispute: null,
    ...more,
  });

  const place = {
    at: 'call-list' as const,
    account: 1,
    month: '2026-04',
    leg: null,
    callerClass: null,
  };

  it('say how each charge was reached, and those picked go into a dispute', async () => {
    const { user } = showAt(<CallList place={place} />, {
      calls_list: { lines: [call(3), call(4, { dispute: 9 }), call(5)], total: 3 },
    });
    const line = await screen.findByTestId('call-3');
    expect(line).toHaveTextContent('固话市话1:0120.120.242026-03-01第 118 行 · 四月.csv');
    await user.click(screen.getByTestId('call-choose-page'));
    expect(screen.getByTestId('call-chosen')).toHaveTextContent('已选 2 条');
    await user.click(screen.getByTestId('call-dispute'));
    expect(window.location.hash).toBe('#/disputes/new/1/3,5');
  });

  it('that no tariff rates are no free calls', async () => {
    showAt(<CallList place={place} />, {
      calls_list: { lines: [call(3, { rate: '', charge: '', tariff: null })], total: 1 },
    });
    expect(await screen.findByTestId('call-3')).toHaveTextContent('未计费');
  });

  it('are turned over page by page', async () => {
    const { user, requests } = showAt(<CallList place={place} />, {
      calls_list: { lines: [call(3)], total: 250 },
    });
    await screen.findByTestId('call-3');
    await user.click(screen.getByTitle('2'));
    await waitFor(() =>
      expect(requests('calls_list').at(-1)).toMatchObject({ offset: 100, limit: 100 }),
    );
  });
});
