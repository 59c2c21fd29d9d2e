import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AccountLine } from '../../backend';
import { showAt } from '../../testDesk';
import { Accounts } from '.';

const MANY = 10_000;

function line(account: number): AccountLine {
  return {
    account,
    number: `400${String(account).padStart(7, '0')}`,
    shown: `400-${account}`,
    customer: account,
    company: `客户 ${account}`,
    agreement: `QF-2026-${account}`,
    state: 'open',
    plan: '畅聊 40',
    plan_known: true,
    minimum: 4000,
    balance: MANY - account,
    opened: '2026-03-12',
    closed: null,
  };
}

describe('very many accounts', () => {
  it('are drawn a page at a time, and put in order over all pages', async () => {
    const lines = Array.from({ length: MANY }, (_, at) => line(at + 1));
    const { user } = showAt(<Accounts state={null} text="" />, { account_list: lines });
    expect(await screen.findByTestId('account-1')).toBeInTheDocument();
    expect(screen.getAllByTestId(/^account-\d+$/)).toHaveLength(50);
    expect(screen.getByText(`共 ${MANY} 个账户`)).toBeInTheDocument();
    await user.click(screen.getByText('余额（元）'));
    expect(await screen.findByTestId(`account-${MANY}`)).toBeInTheDocument();
    expect(screen.getAllByTestId(/^account-\d+$/)).toHaveLength(50);
  });
});
