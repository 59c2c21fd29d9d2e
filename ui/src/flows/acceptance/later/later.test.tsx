import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Finding, Form } from '../../../backend';
import { emptyForm } from '../form/emptyForm';
import { stand } from '../testStand';

const hands = userEvent.setup({ delay: null });

/** Several answers one after the other, on a machine that has other things to do. */
const SOON = { timeout: 8_000 };

const CITES = 'QF-2026-000009';

function agreed(): Form {
  const form = emptyForm();
  form.company = { ...form.company, name: '福州青禾农业有限公司', address: '软件大道1号' };
  form.tariff = { ...form.tariff, contract_amount: '1200', end: '2026-12-31' };
  form.handler = { ...form.handler, name: '林晓' };
  return form;
}

const LINE = { number: CITES, company: '福州青禾农业有限公司', business: 'new', state: 'in_force' };

function later(form: Partial<Form>, more: Partial<Parameters<typeof stand>[0]> = {}) {
  return stand({
    form: { ...agreed(), cites: CITES, ...form },
    ...more,
    answers: {
      agreement_show: () => ({ line: LINE, order: 3, cited_by: [], cites: null }),
      order_show: (({ id }: { id: number }) => ({
        id,
        revision: 1,
        state: id === 3 ? 'in_force' : 'draft',
        form: id === 3 ? agreed() : { ...agreed(), cites: CITES, ...form },
        review: { findings: more.review?.(agreed()) ?? [], capitals: {} },
        papers: [],
        customer: 1,
        agreement: null,
        saved_at: '2026-11-22 14:05:09',
      })) as never,
      account_list: () => [{ account: 5, number: '4008201234', closed: null }],
      ...more.answers,
    },
  });
}

const UNSETTLED: Finding = {
  field: 'later',
  code: 'ClosingStillOwed',
  details: { owed: '20.00' },
  gravity: 'wrong',
};

describe('a change', () => {
  it('lists what it changes while one types, and marks the field', async () => {
    later({ business: 'change' });
    const list = await screen.findByTestId('later-changes');
    await waitFor(() => expect(list).toHaveTextContent('还没有变更'), SOON);
    const address = screen.getByTestId('field-company.address');
    await hands.clear(address);
    await hands.type(address, '江滨路2号');
    await waitFor(() => expect(list).toHaveTextContent('住所软件大道1号江滨路2号'), SOON);
    expect(list).toHaveTextContent('1 项');
    expect(screen.getByTestId('changed-company.address')).toHaveAttribute(
      'title',
      '原为：软件大道1号',
    );
  });
});

describe('a supplement', () => {
  it('asks for clauses, handler and number, and counts the clauses as the paper does', async () => {
    const stored = later({ business: 'supplement' });
    await hands.type(
      await screen.findByTestId('later-clauses'),
      '资费下调。{Enter}{Enter}另赠彩铃。',
    );
    const preview = screen.getByTestId('later-clauses-preview');
    expect(preview).toHaveTextContent('一、资费下调。二、另赠彩铃。三、本补充协议与原协议不一致的');
    expect(screen.queryByTestId('section-company')).toBeNull();
    expect(screen.queryByTestId('field-number.purpose')).toBeNull();
    expect(screen.getByTestId('field-handler.name')).toHaveValue('林晓');
    await waitFor(() => expect(stored.form.later.clauses).toContain('另赠彩铃'));
  });
});

describe('a transfer', () => {
  it('names the former owner and asks what becomes of the balance', async () => {
    const stored = later({ business: 'transfer', company: emptyForm().company });
    expect(await screen.findByTestId('later-former-owner', {}, SOON)).toHaveTextContent(
      '原用户福州青禾农业有限公司',
    );
    await hands.click(screen.getByTestId('rest-refunded'));
    await waitFor(() => expect(stored.form.later.rest).toBe('refunded'));
    expect(screen.getByTestId('section-company')).toHaveTextContent('新用户：企业信息');
  });
});

describe('a renewal', () => {
  it('says how low it may be, and fills that in', async () => {
    const stored = later({ business: 'renewal' });
    expect(await screen.findByTestId('renewal-floor', {}, SOON)).toHaveTextContent(
      '不低于 1,200.00 元',
    );
    await hands.click(screen.getByTestId('renewal-floor-fill'));
    await waitFor(() => expect(stored.form.tariff.contract_amount).toBe('1200.00'));
    expect(screen.queryByTestId('field-tariff.minimum')).toBeNull();
  });
});

describe('a suspension', () => {
  it('is asked for by the customer unless a reason of the agreement is chosen', async () => {
    const stored = later({ business: 'suspension' });
    expect(await screen.findByTestId('later-day')).toBeInTheDocument();
    await hands.click(screen.getByTestId('reason-forbidden_content'));
    await waitFor(() => expect(stored.form.later.reason).toBe('forbidden_content'));
    expect(screen.getByTestId('section-later')).toHaveTextContent('余额自停机之日起冻结');
    await hands.click(screen.getByTestId('reason-asked'));
    await waitFor(() => expect(stored.form.later.reason).toBeNull());
  });
});

describe('a closing', () => {
  const number = { ...emptyForm().number, number: '4008201234' };

  it('that is not settled says so at once and leads to the account', async () => {
    later(
      { business: 'closing', number },
      { review: () => [UNSETTLED], permissions: ['take_orders', 'view_papers', 'keep_accounts'] },
    );
    expect(await screen.findByText(/还欠 20.00 元，不能销户/)).toBeInTheDocument();
    expect(await screen.findByTestId('later-account', {}, SOON)).toHaveAttribute(
      'href',
      '#/account/5',
    );
    expect(screen.getByTestId('field-payment.collection.account')).toBeInTheDocument();
  });

  it('sends those who keep no accounts to those who do', async () => {
    later({ business: 'closing', number }, { review: () => [UNSETTLED] });
    expect(await screen.findByText('请账务员先在“账户”里结清。')).toBeInTheDocument();
    expect(screen.queryByTestId('later-account')).toBeNull();
  });
});
