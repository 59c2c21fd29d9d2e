import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ArticleChange, TextImport, TextSave } from '../../backend';
import { showAt } from '../../testDesk';
import { Texts } from '.';
import { Compare } from './Compare';
import { answers, checked, TEXT, view } from './testTexts';

afterEach(() => {
  window.location.hash = '';
});

describe('an import', () => {
  it('shows what was found before anything is kept', async () => {
    const { requests, user } = showAt(
      <Texts />,
      {
        ...answers(view('draft')),
        text_import: {
          text: TEXT,
          checked: checked(TEXT),
          found: [
            {
              kind: 'unnamed_blank',
              source_line: 9,
              line: 6,
              text: '最低消费',
              blank: null,
              confidence: 'unsure',
            },
            {
              kind: 'article',
              source_line: 8,
              line: 5,
              text: '第一条　费用',
              blank: null,
              confidence: 'certain',
            },
          ],
        },
      },
      ['keep_firm'],
    );
    await user.click(await screen.findByTestId('texts-import'));
    await user.upload(screen.getByTestId('text-input'), new File(['协议'], '协议.txt'));
    const found = await screen.findByTestId('found');
    expect(found).toHaveTextContent('待指定空格');
    expect(found).toHaveTextContent('请核对');
    expect(requests('text_save')).toHaveLength(0);
    const [asked] = requests('text_import') as TextImport[];
    expect(asked?.bytes).toEqual([...new TextEncoder().encode('协议')]);
    await user.click(screen.getByTestId('found-doubtful'));
    expect(within(found).queryByText('第一条　费用')).toBeNull();
    await user.click(screen.getByTestId('import-keep'));
    await waitFor(() => expect(window.location.hash).toBe('#/text/3'));
    expect((requests('text_save') as TextSave[])[0]?.text).toMatch(/^edition: \d{4}-\d{2}\n/);
  });
});

describe('a comparison', () => {
  const run = (text: string, changed = false) => ({ text, changed });
  const CHANGES: ArticleChange[] = [
    {
      kind: 'same',
      old_head: '第一条　范围',
      new_head: '第一条　范围',
      lines: [{ kind: 'same', old: [run('服务范围如下')], new: [run('服务范围如下')] }],
    },
    {
      kind: 'changed',
      old_head: '第二条　期限',
      new_head: '第二条　期限',
      lines: [
        {
          kind: 'changed',
          old: [run('应在'), run('三', true), run('个月内提出')],
          new: [run('应在'), run('六', true), run('个月内提出')],
        },
      ],
    },
  ];

  it('marks what differs on both sides and folds what does not', async () => {
    const { user } = showAt(
      <Compare old={0} fresh={3} />,
      { ...answers(view('draft')), text_compare: CHANGES },
      ['take_orders'],
    );
    expect((await screen.findByText('三')).tagName).toBe('DEL');
    expect(screen.getByText('六').tagName).toBe('INS');
    expect(screen.queryByText('服务范围如下')).toBeNull();
    await user.click(screen.getByRole('button', { name: /未变.*第一条/ }));
    expect(screen.getAllByText('服务范围如下')).toHaveLength(2);
  });
});
