import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { type Backend, BackendProvider, type DisputeView, newQueryClient } from '../../backend';
import { Disputes, inOrder } from '.';
import { Settle } from './Settle';

function dispute(part: Partial<DisputeView>): DisputeView {
  return {
    id: 7,
    account: 1,
    shown: '400-820-8820',
    company: '福州鼓楼区老林茶行',
    state: 'open',
    opened: '2026-11-18 15:02',
    opened_by: '陈账',
    claim: '没有打过这些电话',
    calls: [],
    amount: 240,
    settled: null,
    reply: '',
    credit: null,
    ...part,
  };
}

function stand(shown: ReactNode, answer: (name: string, request: unknown) => unknown) {
  const backend = {
    call: async (name: string, request: unknown) => answer(name, request) as never,
    addPaper: async () => [],
    picture: (path: string) => path,
  } as unknown as Backend;
  render(
    <App>
      <BackendProvider value={backend}>
        <QueryClientProvider client={newQueryClient()}>{shown}</QueryClientProvider>
      </BackendProvider>
    </App>,
  );
}

describe('disputes', () => {
  it('that wait for an answer stand first, the longest waiting on top', () => {
    const list = [
      dispute({ id: 4, opened: '2026-11-20 10:12' }),
      dispute({ id: 3, state: 'upheld', opened: '2026-11-19 10:12' }),
      dispute({ id: 2, opened: '2026-11-18 15:02' }),
    ];
    expect(inOrder(list).map(({ id }) => id)).toEqual([2, 4, 3]);
  });

  it('clause_4_1_6: a dispute that comes too late is refused with the day it lapsed', async () => {
    const lapsed = '最早的一条已于 2026-10-31 到期，不能受理。';
    stand(<Disputes opening={{ account: 1, calls: [11, 12, 13] }} />, (name) => {
      if (name === 'dispute_open') {
        throw { code: 'DisputeLapsed', message: lapsed, field: null, details: {} };
      }
      return name === 'account_show' ? { line: { shown: '400-820-8820' } } : [];
    });
    expect(await screen.findByText(/400-820-8820 的 3 条话单/)).toBeInTheDocument();
    await userEvent.type(screen.getByTestId('dispute-claim'), '没有打过');
    await userEvent.click(screen.getByTestId('dispute-open-submit'));
    expect(await screen.findByTestId('failure')).toHaveTextContent(lapsed);
  });
});

describe('an answer', () => {
  it('clause_4_1_6: upholds with the whole charge unless told otherwise', async () => {
    const asked = vi.fn(() => dispute({ state: 'upheld' }));
    stand(<Settle dispute={dispute({})} />, asked);
    await userEvent.click(screen.getByTestId('settle-upheld'));
    expect(screen.getByTestId('settle-lead')).toHaveTextContent('退还 2.40 元');
    expect(screen.getByTestId('settle-submit')).toBeDisabled();
    await userEvent.type(screen.getByTestId('settle-reply'), '已核实');
    await userEvent.click(screen.getByTestId('settle-submit'));
    const request = { dispute: 7, upheld: true, credit: '', reply: '已核实' };
    expect(asked).toHaveBeenCalledWith('dispute_settle', request);
  });

  it('clause_4_1_6: rejects without giving anything back', async () => {
    const asked = vi.fn(() => dispute({ state: 'rejected' }));
    stand(<Settle dispute={dispute({})} />, asked);
    await userEvent.click(screen.getByTestId('settle-upheld'));
    await userEvent.type(screen.getByTestId('settle-credit'), '1');
    await userEvent.click(screen.getByTestId('settle-rejected'));
    await userEvent.type(screen.getByTestId('settle-reply'), '计费无误');
    await userEvent.click(screen.getByTestId('settle-submit'));
    const request = { dispute: 7, upheld: false, credit: '', reply: '计费无误' };
    expect(asked).toHaveBeenCalledWith('dispute_settle', request);
  });
});
