import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Backend, BackendProvider, newQueryClient } from '../../backend';
import type { NewOrderStart } from '../../desk';
import { NO_FILES } from '../../testDesk';
import { BUSINESS, BUSINESS_PRINTS } from '../../text';
import { NewOrder } from '.';

const ASKED: [string, unknown][] = [];

const QINGHE = { company: '福州青禾农业有限公司', number_400: '400-820-8820' };

const AGREEMENTS = [
  { ...QINGHE, number: 'QF-2026-000012', business: 'renewal', state: 'in_force' },
  { ...QINGHE, number: 'QF-2026-000009', business: 'new', state: 'in_force' },
  { ...QINGHE, number: 'QF-2026-000003', business: 'new', state: 'void' },
];

const ANSWERS: Record<string, unknown> = {
  order_new: { id: 41 },
  desk_search: {
    customers: [{ id: 7, name: '福州青禾农业有限公司', code: '', numbers: [] }],
    numbers: [],
    orders: [],
    agreements: [],
  },
  customer_show: { id: 7, orders: [], agreements: AGREEMENTS },
  agreement_list: AGREEMENTS,
};

const BACKEND: Backend = {
  ...NO_FILES,
  call: async (name, request) => {
    ASKED.push([name, request]);
    return ANSWERS[name] as never;
  },
  picture: (path) => path,
};

function show(start: NewOrderStart = {}) {
  render(
    <BackendProvider value={BACKEND}>
      <QueryClientProvider client={newQueryClient()}>
        <NewOrder start={start} onClose={() => undefined} />
      </QueryClientProvider>
    </BackendProvider>,
  );
  return userEvent.setup();
}

function begun() {
  return ASKED.filter(([name]) => name === 'order_new').map(([, request]) => request);
}

beforeEach(() => {
  ASKED.length = 0;
  window.location.hash = '';
});

describe('a new acceptance', () => {
  it('begins blank by Enter alone', async () => {
    const user = show();
    await user.type(await screen.findByTestId('new-order-search'), '{Enter}');
    await waitFor(() => expect(window.location.hash).toBe('#/acceptance/41'));
    expect(begun()).toEqual([{ business: 'new', customer: null, cites: null }]);
  });

  it('begins with the customer that fits what was typed', async () => {
    const user = show();
    const box = await screen.findByTestId('new-order-search');
    await user.type(box, '青禾');
    const hit = await screen.findByTestId('new-order-customer-7');
    await waitFor(() => expect(hit).toHaveAttribute('aria-pressed', 'true'));
    await user.type(box, '{Enter}');
    await waitFor(() => expect(begun()).toHaveLength(1));
    expect(begun()).toEqual([{ business: 'new', customer: 7, cites: null }]);
  });

  it('of a later kind waits for the agreement it refers to, and offers no void one', async () => {
    const user = show({ customer: { id: 7, name: '福州青禾农业有限公司' }, business: 'renewal' });
    const cited = await screen.findByTestId('new-order-cites-QF-2026-000009');
    expect(screen.queryByTestId('new-order-cites-QF-2026-000003')).toBeNull();
    expect(screen.getByTestId('new-order-start')).toBeDisabled();
    await user.click(cited);
    await user.click(screen.getByTestId('new-order-start'));
    await waitFor(() => expect(begun()).toHaveLength(1));
    expect(begun()).toEqual([{ business: 'renewal', customer: null, cites: 'QF-2026-000009' }]);
  });

  it('is offered in every kind, each with what it prints', async () => {
    show();
    for (const business of Object.keys(BUSINESS) as (keyof typeof BUSINESS)[]) {
      const kind = await screen.findByTestId(`new-order-${business}`);
      expect(kind).toHaveTextContent(BUSINESS[business] + BUSINESS_PRINTS[business]);
    }
  });

  it('of a later kind finds its agreement by what is typed, and begins by Enter', async () => {
    const user = show({ business: 'supplement' });
    const box = await screen.findByTestId('new-order-search');
    await user.type(box, '青禾');
    const hit = await screen.findByTestId('new-order-cites-QF-2026-000009');
    await waitFor(() => expect(hit).toHaveAttribute('aria-pressed', 'true'));
    expect(screen.queryByTestId('new-order-cites-QF-2026-000012')).toBeNull();
    await user.type(box, '{Enter}');
    await waitFor(() => expect(begun()).toHaveLength(1));
    expect(begun()).toEqual([{ business: 'supplement', customer: null, cites: 'QF-2026-000009' }]);
  });

  it('of a transfer names who takes the number over, if that customer is known', async () => {
    const user = show({ cites: 'QF-2026-000003', business: 'transfer' });
    await user.type(await screen.findByTestId('new-order-owner'), '青禾');
    const hit = await screen.findByTestId('new-order-customer-7');
    await waitFor(() => expect(hit).toHaveAttribute('aria-pressed', 'true'));
    await user.click(screen.getByTestId('new-order-start'));
    await waitFor(() => expect(begun()).toHaveLength(1));
    expect(begun()).toEqual([{ business: 'transfer', customer: 7, cites: 'QF-2026-000003' }]);
  });

  it('from an agreement is never its beginning', async () => {
    show({ cites: 'QF-2026-000009' });
    await screen.findByTestId('new-order-change');
    expect(screen.queryByTestId('new-order-new')).toBeNull();
    expect(screen.queryByTestId('new-order-search')).toBeNull();
  });
});
