import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MonthFigures, MonthSheet } from '../../backend';
import { type Answers, refusalOf, showAt } from '../../testDesk';
import { closingOf, linesWith } from './lines';
import { Sheet } from './Sheet';
import { Summary } from './Summary';

/** April of the worked account: 280 minutes at 0.12 against a minimum of 40. */
const APRIL: MonthFigures = {
  calls: 150,
  minutes: 280,
  rated: 3360,
  minimum: 4000,
  top_up: 640,
  fees: 0,
  opening: 47_640,
  payments: 0,
  corrections: 0,
  closing: 43_640,
};

const SHEET: MonthSheet = {
  month: '2026-04',
  closed: false,
  hindrances: [],
  lines: [
    {
      account: 1,
      shown: '400-820-8820',
      customer: 7,
      company: '福州青禾农业有限公司',
      figures: APRIL,
      oddities: [],
    },
    {
      account: 2,
      shown: '400-600-1234',
      customer: 8,
      company: '厦门海沧智联科技有限公司',
      figures: { ...APRIL, opening: 0, closing: -4000 },
      oddities: [{ code: 'OddNegativeBalance', message: '结账后余额为负，欠 40.00 元。' }],
    },
  ],
  total: { ...APRIL, rated: 6720, top_up: 1280, closing: 39_640 },
  not_rated: 0,
  quarantined: 0,
};

function show(more: Partial<MonthSheet> = {}, answers: Answers = {}) {
  return showAt(<Sheet month="2026-04" />, { month_show: { ...SHEET, ...more }, ...answers });
}

beforeEach(() => {
  window.location.hash = '';
});

describe('a month', () => {
  it('says what closing it will charge, and charges only once that is confirmed', async () => {
    const { user, requests } = show({}, { month_close: { ...SHEET, closed: true } });
    await user.click(await screen.findByTestId('month-close'));
    const dialog = screen.getByTestId('close-dialog');
    expect(dialog).toHaveTextContent('将为 2 个号码记账');
    expect(dialog).toHaveTextContent('合计应收80.00');
    expect(within(dialog).getByTestId('close-negative')).toHaveTextContent('1 个号码');
    expect(requests('month_close')).toEqual([]);
    await user.click(within(dialog).getByTestId('close-confirm'));
    await waitFor(() => expect(requests('month_close')).toEqual([{ month: '2026-04' }]));
    await waitFor(() => expect(screen.queryByTestId('close-dialog')).toBeNull());
  });

  it('with rows set aside says so before closing, and wants that agreed to', async () => {
    const { user } = show({ quarantined: 12, not_rated: 3 });
    expect(await screen.findByTestId('month-left')).toHaveTextContent('12 行话单还没处理');
    expect(screen.getByTestId('month-quarantine')).toHaveAttribute('href', '#/quarantine/');
    await user.click(screen.getByTestId('month-close'));
    expect(screen.getByTestId('close-left')).toHaveTextContent(
      '12 行话单还没处理，3 条通话没有资费',
    );
    expect(screen.getByTestId('close-confirm')).toBeDisabled();
    await user.click(screen.getByText('我知道，仍要结账'));
    expect(screen.getByTestId('close-confirm')).toBeEnabled();
  });

  it('that cannot be closed yet says why', async () => {
    show({ hindrances: [refusalOf('MonthNotOver', '2026-04 还没有过完。')] });
    expect(await screen.findByTestId('month-hindrances')).toHaveTextContent('还没有过完');
    expect(screen.getByTestId('month-close')).toBeDisabled();
  });

  it('whose closing is refused stays as it was, with the reason', async () => {
    const refuse = () => Promise.reject(refusalOf('StoreBusy', '数据正忙，请稍候重试。'));
    const { user } = show({}, { month_close: refuse });
    await user.click(await screen.findByTestId('month-close'));
    await user.click(screen.getByTestId('close-confirm'));
    expect(await screen.findByTestId('failure')).toHaveTextContent('数据正忙');
    expect(screen.getByTestId('close-dialog')).toBeInTheDocument();
  });

  it('shows what is odd by a word, the sentence read out with it', async () => {
    const { user } = show();
    await user.click(await screen.findByTestId('month-odd'));
    const line = screen.getByTestId('month-line-2');
    expect(line).toHaveTextContent('余额为负');
    expect(line).toHaveTextContent('欠 40.00 元');
    expect(screen.queryByTestId('month-line-1')).toBeNull();
  });

  it.each([
    [false, '#/call-list/1/2026-04//'],
    [true, '#/statement/7/2026-04/1/'],
  ])('leads from a line to what there is of it (closed: %s)', async (closed, place) => {
    const { user } = show({ closed });
    await user.click(await screen.findByTestId('month-line-1'));
    expect(window.location.hash).toBe(place);
  });
});

describe('lines of a month', () => {
  it.each(['青禾', '8208820', '820-88'])('are found by %s', (text) => {
    expect(linesWith(SHEET.lines, text, false).map(({ account }) => account)).toEqual([1]);
  });

  it('come to what closing will do', () => {
    expect(closingOf({ ...SHEET, not_rated: 1 })).toEqual({
      numbers: 2,
      charged: 8000,
      negative: 1,
      odd: 1,
      leavesOut: true,
    });
  });
});

it('the summary says in figures what its chart shows', async () => {
  const point = (month: string) => ({ month, rated: 3360, top_up: 640, fees: 0, payments: 48_000 });
  const { user } = showAt(<Summary month="2026-04" />, {
    month_summary: {
      month: '2026-04',
      total: APRIL,
      kinds: [{ leg: 'landline', caller_class: 'local', calls: 150, minutes: 280, charge: '33.6' }],
      course: [point('2026-03'), point('2026-04')],
    },
  });
  expect(await screen.findByTestId('chart-2026-04')).toHaveAccessibleName(
    '2026 年 4 月：应收 40.00 元，收款 480.00 元',
  );
  expect(screen.getByTestId('summary-kinds')).toHaveTextContent('固话 · 市话15028033.60');
  await user.click(screen.getByTestId('summary-figures'));
  expect(screen.getByTestId('month-course')).toHaveTextContent('2026 年 4 月33.606.400.00480.00');
});
