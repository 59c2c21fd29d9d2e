import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { CopyState, ReturnedDesk, ReturnedPage, WaitingAgreement } from '../../backend';
import { refusalOf, showAt } from '../../testDesk';
import { Returned } from '.';

const FRONT = ['take_orders', 'view_papers'] as const;

function copy(original: CopyState['original'], back: number): CopyState {
  const missing = Array.from({ length: 4 - back }, (_, index) => back + index + 1);
  return { original, pages: 4, back, missing, twice: [], other_print: [], red_seal: false };
}

function waits(number: string, change: Partial<WaitingAgreement> = {}): WaitingAgreement {
  return {
    line: { number, company: '晋江安海恒发鞋业有限公司', number_400: '400-820-8820' },
    days: 5,
    overdue: true,
    copies: [copy('firm', 4), copy('customer', 3)],
    loose: 0,
    on_screen: false,
    enough: false,
    ...change,
  } as WaitingAgreement;
}

function stray(id: number): ReturnedPage {
  const paper = { id, file_name: '扫描.pdf', page: 1, pages: 1, rotation: 'upright', crop: null };
  return { paper, mark: null, place: null, why: 'no_mark' } as ReturnedPage;
}

function desk(change: Partial<ReturnedDesk> = {}): ReturnedDesk {
  return {
    unseen: 0,
    looked: 0,
    waiting: [waits('QF-2026-000007')],
    unplaced: [],
    patience_days: 3,
    ...change,
  };
}

describe('signed pages', () => {
  it('clause_8_3: that are missing are told of each original, and of the seal only a hint', async () => {
    showAt(<Returned />, { returned_show: desk(), scan_state: null }, [...FRONT]);
    const row = await screen.findByTestId('returned-waiting-QF-2026-000007');
    expect(row).toHaveTextContent('5 天逾期');
    expect(row).toHaveTextContent('4 页齐');
    expect(row).toHaveTextContent('3/4 页，缺第 4 页');
    expect(row).toHaveTextContent('未见红章（仅供提醒）');
  });

  it('are looked at again and again until none is unseen', async () => {
    let unseen = 9;
    const { requests } = showAt(
      <Returned />,
      {
        returned_show: () => desk({ unseen }),
        returned_look: () => {
          unseen = Math.max(0, unseen - 4);
          return desk({ unseen, looked: 4 });
        },
        scan_state: null,
      },
      [...FRONT],
    );
    expect(await screen.findByText('9 页都已辨认')).toBeInTheDocument();
    expect(requests('returned_look')).toHaveLength(3);
  });

  it('are looked at on and on while as many come as were looked at', async () => {
    let left = 12;
    const { requests } = showAt(
      <Returned />,
      {
        returned_show: () => desk({ unseen: Math.min(left, 3) }),
        returned_look: () => {
          left -= 1;
          return desk({ unseen: Math.min(left, 3), looked: 1 });
        },
        scan_state: null,
      },
      [...FRONT],
    );
    await waitFor(() => expect(requests('returned_look')).toHaveLength(12));
    expect(screen.queryByTestId('looking-go-on')).not.toBeInTheDocument();
  });

  it('that came while the last ones were looked at are asked for', async () => {
    let unseen = 2;
    let come = 1;
    const { requests } = showAt(
      <Returned />,
      {
        returned_show: () => desk({ unseen }),
        returned_look: () => {
          unseen = come;
          come = 0;
          // The answer was on its way when one more came.
          return desk({ unseen: 0, looked: 2 });
        },
        scan_state: null,
      },
      [...FRONT],
    );
    await waitFor(() => expect(requests('returned_look')).toHaveLength(2));
  });

  it('of which nothing comes wait for a person', async () => {
    const look = vi.fn(() => desk({ unseen: 3 }));
    showAt(
      <Returned />,
      { returned_show: desk({ unseen: 3 }), returned_look: look, scan_state: null },
      [...FRONT],
    );
    expect(await screen.findByTestId('looking-go-on')).toBeInTheDocument();
    expect(look).toHaveBeenCalledTimes(3);
  });

  it('that were dropped are handed in one file after the other', async () => {
    const addReturned = vi.fn(async () => desk());
    showAt(<Returned />, { returned_show: desk(), scan_state: null }, [...FRONT], { addReturned });
    const files = ['甲.pdf', '乙.pdf'].map((name) => new File(['x'], name));
    fireEvent.change(await screen.findByTestId('returned-input'), { target: { files } });
    await waitFor(() => expect(addReturned.mock.calls).toHaveLength(2));
    expect(addReturned).toHaveBeenLastCalledWith(files[1], 'scan');
  });

  it('are not looked at any more after a refusal, until a person says so', async () => {
    const look = vi.fn(() => Promise.reject(refusalOf('DiskFailed', '硬盘读写出错')));
    const { user } = showAt(
      <Returned />,
      { returned_show: desk({ unseen: 3 }), returned_look: look, scan_state: null },
      [...FRONT],
    );
    expect(await screen.findByText('硬盘读写出错')).toBeInTheDocument();
    expect(look).toHaveBeenCalledOnce();
    await user.click(screen.getByTestId('looking-go-on'));
    await waitFor(() => expect(look).toHaveBeenCalledTimes(2));
  });

  it('without a mark are filed by hand with Enter, one after the other', async () => {
    let unplaced = [stray(31), stray(32)];
    const { user, requests } = showAt(
      <Returned />,
      {
        returned_show: () => desk({ unplaced }),
        returned_place: ({ paper }) => {
          unplaced = unplaced.filter((page) => page.paper.id !== paper);
          return desk({ unplaced });
        },
        scan_state: null,
      },
      [...FRONT],
    );
    await user.click(await screen.findByTestId('returned-unplaced-31'));
    expect(screen.getByTestId('returned-place')).toBeDisabled();
    await user.type(screen.getByRole('combobox', { name: '属于哪份协议' }), '8820');
    await user.click(await screen.findByTitle(/QF-2026-000007/));
    await waitFor(() => expect(screen.getByTestId('returned-place')).toBeEnabled());
    await user.type(screen.getByRole('spinbutton'), '{Enter}');
    await waitFor(() => expect(requests('returned_place')).toHaveLength(1));
    expect(await screen.findByText('第 1 张，共 1 张')).toBeInTheDocument();
    await user.type(screen.getByRole('spinbutton'), '{Enter}');
    await waitFor(() => expect(requests('returned_place')).toHaveLength(2));
    const place = { agreement: 'QF-2026-000007', original: 'firm', reason: null };
    expect(requests('returned_place')).toEqual([
      { paper: 31, ...place, page: 1 },
      { paper: 32, ...place, page: 2 },
    ]);
  });

  it('of which the desk cannot tell say so, and not that nothing waits', async () => {
    const refuse = () => Promise.reject(refusalOf('StoreBusy', '资料正被占用'));
    showAt(<Returned />, { returned_show: refuse, scan_state: null }, [...FRONT]);
    expect(await screen.findByText('资料正被占用')).toBeInTheDocument();
    expect(screen.queryByText('没有等待签署的协议')).toBeNull();
  });
});
