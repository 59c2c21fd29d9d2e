import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { CallFileLine, MonthLine, WaitingAgreement } from '../../backend';
import { showAt } from '../../testDesk';
import { Today } from '.';

beforeAll(() => {
  vi.setSystemTime('2026-11-22T09:00:00+08:00');
});

const MONTH: MonthLine = {
  month: '2026-10',
  closed: false,
  next: true,
  numbers: 60,
  calls: 13_145,
  charged: 0,
  top_up: 0,
  closed_at: null,
  closed_by: null,
};

const FILE = { id: 7, name: '十月.csv', carrier: '联通', at: '2026-11-20 09:12', by: '林晓' };

describe('today', () => {
  it('of the accounts staff is the month to close, the rows that wait and the arrears', async () => {
    const { requests } = showAt(<Today />, {
      month_list: [MONTH],
      calls_files: [{ ...FILE, waiting: 12, imported: 800 } as CallFileLine],
      arrears_list: [],
    });
    expect(await screen.findByTestId('today-month-open')).toHaveAttribute(
      'href',
      '#/month/2026-10',
    );
    expect(screen.getByTestId('today-month')).toHaveTextContent('去试算');
    expect(screen.getByTestId('today-rows')).toHaveTextContent('12 行');
    expect(screen.getByTestId('today-arrears')).toBeInTheDocument();
    expect(requests('order_list'), 'orders are none of theirs').toEqual([]);
  });

  it('marks agreements that wait too long for their signed pages, and leads to them', async () => {
    const row = (number: string, days: number) => ({
      line: { number, company: '晋江安海恒发鞋业有限公司', number_400: '400-820-8820' },
      days,
      overdue: days > 3,
    });
    showAt(
      <Today />,
      {
        order_list: [],
        number_list: { lines: [], total: 0, counts: [] },
        returned_show: {
          unseen: 0,
          looked: 0,
          waiting: [row('QF-2026-000001', 9), row('QF-2026-000002', 2)] as WaitingAgreement[],
          unplaced: [],
          patience_days: 3,
        },
      },
      ['take_orders'],
    );
    expect(await screen.findByTestId('today-overdue')).toHaveTextContent('逾期 1');
    expect(screen.getByTestId('today-returned')).toHaveAttribute('href', '#/returned');
    expect(screen.getByTestId('waiting-QF-2026-000001')).toHaveTextContent('9 天');
  });

  it('does not send anybody to close a month that is not over', async () => {
    showAt(<Today />, {
      month_list: [{ ...MONTH, month: '2026-11' }],
      calls_files: [],
      arrears_list: [],
    });
    expect(await screen.findByText('这个月还没过完')).toBeInTheDocument();
  });
});
