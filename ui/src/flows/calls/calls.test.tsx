import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CallFileLine, CallsMeaning, CallsRun, CallsSurvey } from '../../backend';
import { type Answers, showAt } from '../../testDesk';
import { Calls } from '.';
import { CallQueueProvider } from './CallQueueProvider';
import { cellsOf, sameBefore, withMeaning } from './layout';

const MEANINGS: CallsMeaning[] = [
  { meaning: 'caller', shown: '主叫号码', units: [] },
  {
    meaning: 'duration',
    shown: '通话时长',
    units: [
      ['second', '秒'],
      ['minute', '分'],
    ],
  },
  { meaning: 'ignored', shown: '不使用', units: [] },
];

const SURVEY: CallsSurvey = {
  upload: 1,
  file_name: '十月.csv',
  format: 'csv',
  encoding: 'GB18030',
  carrier: '联通话单',
  columns: [
    { head: '主叫', meaning: 'caller', unit: '', unsure: false },
    { head: '时长', meaning: 'duration', unit: 'second', unsure: false },
  ],
  sample: [['13859120011', '95']],
  doubts: [],
  known_file: false,
};

const DONE: CallFileLine = {
  id: 7,
  name: '十月.csv',
  carrier: '联通话单',
  at: '2026-11-20 09:12',
  by: '林晓',
  rows: 12_846,
  imported: 12_345,
  duplicate: 480,
  waiting: 12,
  quarantined: 19,
  skipped_totals: 1,
  sums_differ: ['合计行写 1,204.32 元，明细相加 1,198.20 元'],
  not_rated: 3,
  from: '2026-10-01',
  to: '2026-10-31',
};

const RUN: CallsRun = {
  file_name: '十月.csv',
  part: 1,
  rows: 12_846,
  over: true,
  done: DONE,
  failure: null,
};

function show(answers: Answers = {}) {
  return showAt(
    <CallQueueProvider active>
      <Calls />
    </CallQueueProvider>,
    {
      calls_files: [],
      calls_state: null,
      calls_meanings: MEANINGS,
      calls_survey: SURVEY,
      calls_import: RUN,
      ...answers,
    },
  );
}

const FILE = new File(['x'], '十月.csv');

describe('a file of call records', () => {
  it('that is recognised is imported by Enter alone, and says what became of it', async () => {
    const { user, requests } = show();
    await user.upload(await screen.findByTestId('calls-input'), FILE);
    (document.activeElement as HTMLElement | null)?.blur();
    const button = await screen.findByTestId('calls-import');
    await waitFor(() => expect(button).toBeInTheDocument());
    button.focus();
    await user.keyboard('{Enter}');
    const result = await screen.findByTestId('result-7');
    expect(result).toHaveTextContent('新增 12,345 条通话');
    expect(result).toHaveTextContent('480 条以前已导入，没有再计');
    expect(result).toHaveTextContent('12 行有问题');
    expect(result).toHaveTextContent('3 条没有适用的资费');
    expect(result).toHaveTextContent('跳过 1 行合计，与明细不符：合计行写 1,204.32 元');
    expect(screen.getByTestId('result-waiting-7')).toHaveAttribute('href', '#/quarantine/7');
    expect(requests('calls_import')).toEqual([
      { upload: 1, carrier: '联通话单', columns: SURVEY.columns },
    ]);
  });

  it('imported before is no reproach', async () => {
    const { user } = show({ calls_survey: { ...SURVEY, known_file: true } });
    await user.upload(await screen.findByTestId('calls-input'), FILE);
    expect(await screen.findByText(/再导一次不会有变化/)).toBeInTheDocument();
    expect(screen.getByTestId('calls-import')).toBeEnabled();
  });

  it('of an unknown layout is confirmed once, under a name to be remembered', async () => {
    const survey: CallsSurvey = {
      ...SURVEY,
      carrier: null,
      doubts: ['“时长”可能是秒，也可能是分钟。'],
      columns: SURVEY.columns.map((column) => ({ ...column, unsure: column.unit !== '' })),
    };
    const { user, requests } = show({ calls_survey: survey });
    await user.upload(await screen.findByTestId('calls-input'), FILE);
    await user.click(await screen.findByTestId('queued-check-1'));
    expect(screen.getByTestId('layout-doubts')).toHaveTextContent('可能是分钟');
    expect(screen.getByTestId('layout-column-1')).toHaveTextContent('请核对');
    expect(screen.getByTestId('layout-confirm')).toBeDisabled();
    await user.type(screen.getByLabelText(/版式名称/), '新运营商{Enter}');
    await waitFor(() => expect(requests('calls_import')).toHaveLength(1));
    expect(requests('calls_import')[0]).toMatchObject({ upload: 1, carrier: '新运营商' });
  });
});

describe('columns', () => {
  it('have the first unit of what they are taken for, or none', () => {
    const [caller] = withMeaning(SURVEY.columns, 0, 'duration', MEANINGS);
    expect(caller).toMatchObject({ meaning: 'duration', unit: 'second', unsure: false });
    const [, duration] = withMeaning(SURVEY.columns, 1, 'caller', MEANINGS);
    expect(duration).toMatchObject({ meaning: 'caller', unit: '' });
  });

  it('taken for the same are told of, those of no use are not', () => {
    const column = (meaning: string) => ({ head: '', meaning, unit: '', unsure: false });
    expect(sameBefore([column('caller'), column('caller')], 1)).toBe(0);
    expect(sameBefore([column('ignored'), column('ignored')], 1)).toBeNull();
  });

  it('are recognised by cells that hold something', () => {
    expect(cellsOf([[''], ['a'], [' '], ['b'], ['c'], ['d']], 0)).toEqual(['a', 'b', 'c']);
  });
});
