import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from 'antd';
import { describe, expect, it, vi } from 'vitest';
import {
  type AccountView,
  type Backend,
  BackendProvider,
  type LedgerLine,
  newQueryClient,
  type Permission,
  type SessionView,
} from '../../backend';
import { DeskProvider } from '../../desk';
import { Account } from './Account';
import { noticesOf } from './Actions';
import { isFrozen } from './deeds/EntryDialog';
import { newPayment } from './deeds/PayDone';

function entry(id: number, part: Partial<LedgerLine> = {}): LedgerLine {
  return {
    id,
    on: '2026-03-12',
    month: null,
    kind: 'first_payment',
    amount: 48_000,
    balance: 48_000,
    note: '',
    by: '陈账',
    receipt: null,
    reverses: null,
    reversible: false,
    ...part,
  };
}

function account(part: Partial<AccountView['line']> = {}): AccountView {
  return {
    line: {
      account: 1,
      number: '4008208820',
      shown: '400-820-8820',
      customer: 7,
      company: '厦门海沧鑫盛机电设备有限公司',
      agreement: 'QF-2026-000001',
      state: 'open',
      plan: '畅聊 40',
      plan_known: true,
      minimum: 4000,
      balance: 38_432,
      opened: '2026-03-12',
      closed: null,
      ...part,
    },
    contract_amount: 48_000,
    renewal_floor: 48_000,
    entries: [entry(1, { receipt: 'SJ-1', reversible: true })],
    suspensions: [],
    former: [],
    plans: ['畅聊 40', '企业 100'],
  };
}

const KEEPS: Permission[] = ['keep_accounts'];
const MANAGES: Permission[] = ['keep_accounts', 'keep_prices', 'override'];

function show(view: AccountView, permissions: Permission[], answers: Record<string, unknown> = {}) {
  const asked = vi.fn();
  const known: Record<string, unknown> = {
    account_show: view,
    dispute_list: [],
    month_list: [],
    ...answers,
  };
  const backend = {
    call: async (name: string, request: unknown) => {
      asked(name, request);
      return known[name] as never;
    },
    addPaper: async () => [],
    picture: (path: string) => path,
  } as unknown as Backend;
  const may = (permission: Permission) => permissions.includes(permission);
  const desk = { session: {} as SessionView, may } as never;
  render(
    <App>
      <BackendProvider value={backend}>
        <QueryClientProvider client={newQueryClient()}>
          <DeskProvider value={desk}>
            <Account account={1} />
          </DeskProvider>
        </QueryClientProvider>
      </BackendProvider>
    </App>,
  );
  return asked;
}

describe('money received', () => {
  it('clause_4_2_8: the floor of a renewal is said before an amount is typed', async () => {
    show(account(), KEEPS);
    await userEvent.click(await screen.findByTestId('account-pay'));
    expect(await screen.findByTestId('pay-rule')).toHaveTextContent('不低于 480.00 元');
    expect(screen.getByTestId('pay-submit')).toBeDisabled();
  });

  it('clause_4_2_8: below the floor only a manager may go on, and with a reason', async () => {
    const asked = show(account(), MANAGES, { payment_add: account() });
    await userEvent.click(await screen.findByTestId('account-pay'));
    await userEvent.type(await screen.findByTestId('pay-amount'), '300');
    expect(screen.getByTestId('pay-below')).toHaveTextContent('480.00');
    expect(screen.getByTestId('pay-submit')).toBeDisabled();
    await userEvent.type(screen.getByTestId('pay-override'), '老客户分两次交');
    await userEvent.click(screen.getByTestId('pay-submit'));
    expect(asked).toHaveBeenCalledWith('payment_add', {
      account: 1,
      kind: 'renewal',
      amount: '300',
      means: 'transfer',
      note: '',
      override_reason: '老客户分两次交',
    });
  });

  it('clause_4_2_8: accounts staff cannot go below the floor at all', async () => {
    show(account(), KEEPS);
    await userEvent.click(await screen.findByTestId('account-pay'));
    await userEvent.type(await screen.findByTestId('pay-amount'), '479.99');
    expect(screen.getByTestId('pay-submit')).toBeDisabled();
    expect(screen.queryByTestId('pay-override')).toBeNull();
  });

  it('is told with the balance it leads to, then offers its receipt', async () => {
    const paid = account({ balance: 86_432 });
    paid.entries = [entry(2, { kind: 'renewal', receipt: 'SJ-2' }), ...paid.entries];
    const asked = show(account(), KEEPS, {
      payment_add: paid,
      receipt_save: { path: '/导出/收据-SJ-2.pdf' },
    });
    await userEvent.click(await screen.findByTestId('account-pay'));
    await userEvent.type(await screen.findByTestId('pay-amount'), '480');
    expect(screen.getByTestId('pay-lead')).toHaveTextContent('由 384.32 元变为 864.32 元');
    await userEvent.click(screen.getByTestId('pay-submit'));
    expect(await screen.findByTestId('pay-done')).toHaveTextContent('SJ-2');
    await userEvent.click(screen.getByTestId('pay-receipt'));
    expect(asked).toHaveBeenCalledWith('receipt_save', { entry: 2 });
    expect(await screen.findByTestId('receipt-saved')).toHaveTextContent('/导出/收据-SJ-2.pdf');
  });

  it('finds the payment that is new', () => {
    const before = account();
    const after = { ...before, entries: [entry(9, { receipt: 'SJ-9' }), ...before.entries] };
    expect(newPayment(before, after)?.id).toBe(9);
    expect(newPayment(before, before)).toBeUndefined();
  });
});

describe('the ledger', () => {
  it('offers to take an entry back to managers only', async () => {
    show(account(), KEEPS);
    expect(await screen.findByTestId('receipt-1')).toBeInTheDocument();
    expect(screen.queryByTestId('reverse-1')).toBeNull();
  });

  it('leads from the charge of a month down to its calls', async () => {
    const view = account();
    view.entries = [entry(3, { kind: 'calls', month: '2026-04', amount: -3360 })];
    show(view, KEEPS);
    const link = await screen.findByTestId('entry-month-3');
    expect(link).toHaveAttribute('href', '#/call-list/1/2026-04//');
  });

  it('says what a reversal does before it is confirmed', async () => {
    show(account(), MANAGES);
    await userEvent.click(await screen.findByTestId('reverse-1'));
    expect(await screen.findByTestId('reverse-lead')).toHaveTextContent('−480.00 元的冲正');
    expect(screen.getByTestId('reverse-lead')).toHaveTextContent('变为 −95.68 元');
  });
});

describe('an account', () => {
  it('whose plan nobody has priced says so, and a manager can mend it', async () => {
    show(account({ plan_known: false }), MANAGES);
    expect(await screen.findByTestId('account-unpriced')).toHaveTextContent('还没有资费');
    expect(screen.getByTestId('account-change-plan')).toBeInTheDocument();
  });

  it('clause_5_1: ends only when its last month is charged and nothing is left', async () => {
    const closing = account({ state: 'closing', closed: '2026-10-15', balance: 0 });
    show(closing, KEEPS, { month_list: [{ month: '2026-10', closed: true }] });
    await waitFor(() => expect(screen.getByTestId('account-end')).toBeEnabled());
  });

  it('clause_5_1: does not end while its last month is open', async () => {
    show(account({ state: 'closing', closed: '2026-11-30', balance: 0 }), KEEPS);
    expect(await screen.findByTestId('account-end')).toBeDisabled();
  });

  it('clause_4_1_4: is frozen while suspended for a violation, and no longer', () => {
    const stretch = { from: '2026-11-10', note: '', reason: 'forbidden_business' as const };
    const view = account({ state: 'suspended' });
    expect(isFrozen({ ...view, suspensions: [{ ...stretch, until: null }] })).toBe(true);
    expect(isFrozen({ ...view, suspensions: [{ ...stretch, until: '2026-11-12' }] })).toBe(false);
  });

  it('has the notices that fit its state', () => {
    expect(noticesOf(account())).toEqual(['arrears']);
    expect(noticesOf(account({ state: 'suspended' }))).toContain('termination');
    expect(noticesOf(account({ state: 'closed' }))).toEqual(['closing']);
  });
});
