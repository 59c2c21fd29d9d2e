import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { PaperView, ReturnedDesk } from '../../backend';
import { type Answers, showAt } from '../../testDesk';
import { MoveDialog } from './MoveDialog';

const PAPER = {
  id: 31,
  file_name: '扫描.jpg',
  page: 1,
  pages: 1,
  rotation: 'upright',
  crop: null,
} as PaperView;
const PLACE = { agreement: 'QF-2026-000007', original: 'firm', page: 2 } as const;
const DESK = {
  waiting: [
    {
      line: { number: 'QF-2026-000007', company: '福州青禾农业有限公司', number_400: '' },
      copies: [{ original: 'firm', pages: 4 }],
    },
  ],
} as unknown as ReturnedDesk;

function open(answers: Answers = {}) {
  return showAt(
    <MoveDialog
      agreement={PLACE.agreement}
      paper={PAPER}
      place={PLACE}
      onClose={() => undefined}
    />,
    { returned_show: DESK, returned_place: DESK, returned_take_out: DESK, ...answers },
    ['take_orders'],
  );
}

describe('a page that was filed wrong', () => {
  it('stays where it is until somebody says why', async () => {
    open();
    expect(await screen.findByTestId('page-move')).toBeDisabled();
    expect(screen.getByTestId('page-take-out')).toBeDisabled();
    expect(screen.getByTestId('page-move-dialog')).toHaveTextContent(
      '现在归在 QF-2026-000007 甲方存第 2 页',
    );
  });

  it('is taken out with a reason', async () => {
    const { user, requests } = open();
    await user.type(await screen.findByTestId('page-move-reason'), '这一页看不清');
    // Where it lies already is no other place.
    expect(screen.getByTestId('page-move')).toBeDisabled();
    await user.click(screen.getByTestId('page-take-out'));
    await waitFor(() => expect(requests('returned_take_out')).toHaveLength(1));
    expect(requests('returned_take_out')).toEqual([{ paper: 31, reason: '这一页看不清' }]);
  });

  it('goes to another page of the agreement', async () => {
    const { user, requests } = open();
    const page = await screen.findByTestId('returned-place-page');
    await user.clear(page);
    await user.type(page, '3');
    await user.type(screen.getByTestId('page-move-reason'), '页码认错了');
    await user.click(screen.getByTestId('page-move'));
    await waitFor(() => expect(requests('returned_place')).toHaveLength(1));
    expect(requests('returned_place')).toEqual([
      { paper: 31, ...PLACE, page: 3, reason: '页码认错了' },
    ]);
  });
});
