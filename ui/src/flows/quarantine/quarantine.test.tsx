import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CallFileLine, QuarantineLine } from '../../backend';
import { type Answers, refusalOf, showAt } from '../../testDesk';
import { Quarantine } from '.';
import { faultyColumns } from './faulty';

const row = (id: number, more: Partial<QuarantineLine> = {}): QuarantineLine => ({
  id,
  file: 7,
  file_name: '十月.csv',
  row: 117 + id,
  heads: ['主叫号码', '时长'],
  cells: ['1.38E+10', '95'],
  reason: 'CallDigitsLost',
  message: '“主叫号码”的后几位已丢失。',
  state: 'waiting',
  ...more,
});

function show(answers: Answers = {}) {
  return showAt(<Quarantine file={null} />, {
    quarantine_list: [row(1), row(2, { cells: ['', '60'] })],
    calls_files: [],
    ...answers,
  });
}

describe('a row set aside', () => {
  it('is mended under its heads and put back by Enter', async () => {
    const { user, requests } = show({ quarantine_mend: [] });
    const cell = await screen.findByTestId('quarantine-cell-1-0');
    expect(cell).toHaveAccessibleName('主叫号码');
    await user.clear(cell);
    await user.type(cell, '13859120011{Enter}');
    await waitFor(() =>
      expect(requests('quarantine_mend')).toEqual([{ id: 1, cells: ['13859120011', '95'] }]),
    );
    await waitFor(() => expect(screen.getByTestId('quarantine-cell-2-0')).toHaveFocus());
  });

  it('that is refused says why where it stands, and keeps what was typed', async () => {
    const refuse = () => Promise.reject(refusalOf('CallMissingDigits', '“主叫号码”少了几位。'));
    const { user } = show({ quarantine_mend: refuse });
    await user.type(await screen.findByTestId('quarantine-cell-1-0'), '0{Enter}');
    expect(await screen.findByTestId('quarantine-refused-1')).toHaveTextContent('少了几位');
    expect(screen.getByTestId('quarantine-cell-1-0')).toHaveValue('1.38E+100');
    expect(screen.queryByTestId('quarantine-refused-2')).toBeNull();
  });

  it('shows which column is faulty, and after a refusal the one it is about', async () => {
    const refuse = () => Promise.reject(refusalOf('CallBadDuration', '“时长”的时长读不懂。'));
    const { user } = show({ quarantine_mend: refuse });
    const caller = await screen.findByTestId('quarantine-cell-1-0');
    const seconds = screen.getByTestId('quarantine-cell-1-1');
    expect(caller).toBeInvalid();
    expect(seconds).toBeValid();
    await user.type(caller, '{Enter}');
    await waitFor(() => expect(seconds).toBeInvalid());
    expect(caller).toBeValid();
  });

  it('that has too many cells shows those beyond the heads', () => {
    const told = '这一行有 3 格，比表头的 2 列多，后面的内容可能错位。请对照原文件改正。';
    expect([...faultyColumns(told, ['主叫号码', '时长'], ['1', '2', '3'])]).toEqual([2]);
    expect(faultyColumns('这个 400 号码不在本公司的号码库里。', ['号码'], ['400']).size).toBe(0);
  });

  it('is given up only with a reason', async () => {
    const { user, requests } = show({ quarantine_give_up: [] });
    await user.click(await screen.findByTestId('quarantine-give-up-1'));
    expect(screen.getByTestId('give-up-confirm')).toBeDisabled();
    await user.type(screen.getByTestId('give-up-text'), '运营商确认此条无效{Enter}');
    await waitFor(() =>
      expect(requests('quarantine_give_up')).toEqual([{ id: 1, reason: '运营商确认此条无效' }]),
    );
  });
});

it('many rows are tried again together, and those refused are counted', async () => {
  const { user, requests } = show({
    quarantine_mend: ({ id }) =>
      id === 1 ? [] : Promise.reject(refusalOf('CallNumberMissing', '没有号码。')),
  });
  await user.click(await screen.findByTestId('all-rows-mend'));
  expect(await screen.findByTestId('all-rows-over')).toHaveTextContent(
    '1 行已处理，1 行还有问题。',
  );
  expect(requests('quarantine_mend')).toHaveLength(2);
});

it('more rows than are listed are told of', async () => {
  show({ calls_files: [{ id: 7, waiting: 620, quarantined: 620 } as CallFileLine] });
  expect(await screen.findByText(/先列出 2 行，共 620 行/)).toBeInTheDocument();
});

it('nothing set aside is said in a sentence', async () => {
  show({ quarantine_list: [] });
  expect(await screen.findByTestId('quarantine-empty')).toHaveTextContent('没有待处理的行');
});
