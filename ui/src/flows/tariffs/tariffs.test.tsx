import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from 'antd';
import { describe, expect, it, vi } from 'vitest';
import {
  type Backend,
  BackendProvider,
  newQueryClient,
  type Permission,
  type TariffPlanView,
  type TariffTry,
} from '../../backend';
import { DeskProvider } from '../../desk';
import { Tariffs } from '.';
import { NEW_TERMS, withRate } from './terms';

const TERMS = withRate(withRate(NEW_TERMS, 'landline', 'local', '0.12'), 'mobile', 'local', '0.15');

const PLAN: TariffPlanView = {
  plan: '畅聊 40',
  accounts: 3,
  versions: [
    {
      id: 1,
      effective: '2025-01-01',
      terms: TERMS,
      in_force: true,
      set_at: '2024-12-28 09:00',
      set_by: '周敏',
    },
  ],
};

function show(permissions: Permission[], plan = '') {
  const asked = vi.fn();
  const tried = { old: call('0.24'), new: call('0.22') };
  const answers: Record<string, unknown> = {
    tariff_list: [PLAN],
    tariff_try: tried,
    tariff_save: [PLAN],
    month_list: [{ month: '2026-10', closed: true }],
  };
  const backend = {
    call: async (name: string, request: unknown) => {
      asked(name, request);
      return answers[name] as never;
    },
    addPaper: async () => [],
    picture: (path: string) => path,
  } as unknown as Backend;
  const desk = { may: (wanted: Permission) => permissions.includes(wanted) } as never;
  render(
    <App>
      <BackendProvider value={backend}>
        <QueryClientProvider client={newQueryClient()}>
          <DeskProvider value={desk}>
            <Tariffs plan={plan} />
          </DeskProvider>
        </QueryClientProvider>
      </BackendProvider>
    </App>,
  );
  return asked;
}

function call(charge: string) {
  return { increments: 2, rate: '0.12', charge, rounded: 24 };
}

describe('tariffs', () => {
  it('are read by accounts staff and set by managers', async () => {
    show(['keep_accounts']);
    expect(await screen.findByTestId('tariff-version-1')).toHaveTextContent('现行');
    expect(screen.queryByTestId('tariff-edit')).toBeNull();
    expect(screen.queryByTestId('tariff-new')).toBeNull();
  });

  it('clause_4_2_2: a new version begins as a copy of the last and in no closed month', async () => {
    const asked = show(['keep_accounts', 'keep_prices']);
    await userEvent.click(await screen.findByTestId('tariff-edit'));
    expect(screen.getByTestId('tariff-rate-landline-local')).toHaveValue('0.12');
    expect(await screen.findByText(/2026-10 及以前已结账/)).toBeInTheDocument();
    await userEvent.type(screen.getByTestId('tariff-rate-international-local'), '2.4');
    await userEvent.click(screen.getByTestId('tariff-save'));
    const saved = asked.mock.calls.find(([name]) => name === 'tariff_save')?.[1];
    expect(saved.plan).toBe('畅聊 40');
    expect(saved.terms.rates).toContainEqual({
      leg: 'international',
      caller_class: 'local',
      rate: '2.4',
    });
    expect(PLAN.versions[0]?.terms).toEqual(TERMS);
  });

  it('shows what a sample call costs before and after, as one types', async () => {
    const asked = show(['keep_accounts', 'keep_prices']);
    await userEvent.click(await screen.findByTestId('tariff-edit'));
    const rate = screen.getByTestId('tariff-rate-landline-local');
    await userEvent.clear(rate);
    await userEvent.type(rate, '0.11');
    await waitFor(() => {
      const last = asked.mock.calls.filter(([name]) => name === 'tariff_try').at(-1)?.[1];
      expect((last as TariffTry).terms.rates).toContainEqual({
        leg: 'landline',
        caller_class: 'local',
        rate: '0.11',
      });
    });
    expect(await screen.findByTestId('tariff-differs')).toHaveTextContent('−0.02');
  });

  it('a plan that accounts have and nobody has priced is priced under its own name', async () => {
    show(['keep_accounts', 'keep_prices'], '旗舰 888');
    await userEvent.click(await screen.findByTestId('tariff-set'));
    expect(screen.getByTestId('tariff-name')).toHaveValue('旗舰 888');
    expect(screen.getByTestId('tariff-save')).toBeDisabled();
  });
});
