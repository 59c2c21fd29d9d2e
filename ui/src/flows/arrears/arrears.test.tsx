import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { type ArrearsLine, type Backend, BackendProvider, newQueryClient } from '../../backend';
import { DeskProvider } from '../../desk';
import { Arrears } from '.';
import { TodayArrears } from './TodayArrears';

function line(account: number, due: ArrearsLine['due']): ArrearsLine {
  return {
    account: { account, shown: `400-820-882${account}`, company: '晋江安海恒发鞋业有限公司' },
    average: 4000,
    dry_on: '2026-11-18',
    due,
    suspended_on: null,
    terminate_on: null,
  } as ArrearsLine;
}

function stand(shown: ReactNode, keeps = true) {
  const asked = vi.fn();
  const backend = {
    call: async (name: string, request: unknown) => {
      asked(name, request);
      const answers: Record<string, unknown> = {
        arrears_list: [line(1, 'terminate'), line(2, 'suspend'), line(3, 'remind')],
        month_list: [],
        notice_save: { path: '/导出/催缴.pdf' },
        account_suspend: {},
      };
      return answers[name] as never;
    },
    addPaper: async () => [],
    picture: (path: string) => path,
  } as unknown as Backend;
  render(
    <App>
      <BackendProvider value={backend}>
        <QueryClientProvider client={newQueryClient()}>
          <DeskProvider value={{ may: () => keeps } as never}>{shown}</DeskProvider>
        </QueryClientProvider>
      </BackendProvider>
    </App>,
  );
  return asked;
}

describe('arrears', () => {
  it('clause_4_2_3: the program proposes a suspension and a person confirms it', async () => {
    const asked = stand(<Arrears />);
    await userEvent.click(await screen.findByTestId('arrears-suspend-2'));
    expect(await screen.findByTestId('suspend-lead')).toHaveTextContent('从今天起停机');
    expect(asked).not.toHaveBeenCalledWith('account_suspend', expect.anything());
    await userEvent.type(screen.getByTestId('suspend-note'), '余额不足，催缴未续');
    await userEvent.click(screen.getByTestId('suspend-submit'));
    expect(asked).toHaveBeenCalledWith('account_suspend', {
      account: 2,
      reason: 'arrears',
      note: '余额不足，催缴未续',
    });
  });

  it('clause_5_2: a number due for termination is ended only step by step', async () => {
    stand(<Arrears />);
    await userEvent.click(await screen.findByTestId('arrears-close-1'));
    expect(await screen.findByTestId('close-lead')).toHaveTextContent('第一步');
    expect(screen.getByTestId('close-reason')).toHaveValue('停机满 30 天未续费，终止协议');
  });

  it('writes the notice that fits, and says where it lies', async () => {
    const asked = stand(<Arrears />);
    await userEvent.click(await screen.findByTestId('arrears-notice-1'));
    expect(asked).toHaveBeenCalledWith('notice_save', { account: 1, kind: 'termination' });
    expect(await screen.findByTestId('notice-saved')).toHaveTextContent('/导出/催缴.pdf');
  });

  it('stand on today’s desk for those who keep accounts, and for nobody else', async () => {
    stand(<TodayArrears />);
    expect(await screen.findByText('400-820-8821', { exact: false })).toBeInTheDocument();
  });

  it('are not even asked for by others', () => {
    const asked = stand(<TodayArrears />, false);
    expect(screen.queryByTestId('today-arrears')).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });
});
