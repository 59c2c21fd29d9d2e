import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { TextSave } from '../../backend';
import { type Answers, refusalOf, showAt } from '../../testDesk';
import { Texts } from '.';
import { Edition } from './Edition';
import { answers, ERROR, TEXT, view, WARNING } from './testTexts';

afterEach(() => {
  window.location.hash = '';
});

describe('the list of editions', () => {
  it('marks the one in force, and lets who takes orders read and compare only', async () => {
    showAt(<Texts />, answers(view('draft')), ['take_orders']);
    const row = await screen.findByTestId('text-0');
    expect(row).toHaveTextContent('现行');
    expect(row).toHaveTextContent('程序自带');
    expect(screen.getByTestId('text-3')).toHaveTextContent('草稿');
    expect(screen.getByTestId('text-compare-3')).toBeInTheDocument();
    expect(screen.queryByTestId('text-draft-0')).toBeNull();
    expect(screen.queryByTestId('texts-import')).toBeNull();
  });

  it('a new draft copies the text under another name and day, then is edited', async () => {
    const { requests, user } = showAt(<Texts />, answers(view('draft')), ['keep_firm']);
    await user.click(await screen.findByTestId('text-draft-0'));
    const name = screen.getByTestId('text-head-name');
    await user.clear(name);
    await user.type(name, '2028-01');
    await user.click(screen.getByTestId('text-draft-create'));
    await waitFor(() => expect(window.location.hash).toBe('#/text/3'));
    const [saved] = requests('text_save') as TextSave[];
    expect(saved?.id).toBeNull();
    expect(saved?.text).toMatch(/^edition: 2028-01\neffective: \d{4}-\d{2}-01\n/);
    expect(saved?.text.split('\n').slice(2)).toEqual(TEXT.split('\n').slice(2));
  });

  it('a name that is taken is refused where it was asked for', async () => {
    const refused = refusalOf(
      'EditionNameTaken',
      '已有一版协议文本叫“2026-01”，请换一个版本名称。',
    );
    const { user } = showAt(
      <Texts />,
      { ...answers(view('draft')), text_save: () => Promise.reject(refused) },
      ['keep_firm'],
    );
    await user.click(await screen.findByTestId('text-draft-0'));
    await waitFor(() => expect(screen.getByTestId('text-draft-create')).toBeEnabled());
    await user.click(screen.getByTestId('text-draft-create'));
    const dialog = screen.getByTestId('text-draft-dialog');
    expect(await within(dialog).findByTestId('failure')).toHaveTextContent('已有一版');
    expect(window.location.hash).toBe('');
  });
});

describe('the editor', () => {
  it('shows the preview of what is typed, asking the desk only when typing pauses', async () => {
    const { requests } = showAt(<Edition id={3} />, answers(view('draft')), ['keep_firm']);
    const area = await screen.findByTestId('markup');
    for (const words of ['甲', '甲方', '甲方收费']) {
      fireEvent.change(area, { target: { value: TEXT.replace('每月', words) } });
    }
    expect(await screen.findByText('甲方收费最低消费为')).toBeInTheDocument();
    expect(requests('text_check')).toHaveLength(1);
  });

  it('keeps the draft by Ctrl+S', async () => {
    const { requests, user } = showAt(<Edition id={3} />, answers(view('draft')), ['keep_firm']);
    const area = await screen.findByTestId('markup');
    expect(screen.getByTestId('text-save')).toBeDisabled();
    fireEvent.change(area, { target: { value: `${TEXT}\n附则` } });
    expect(screen.getByTestId('text-standing')).toHaveTextContent('未保存');
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(requests('text_save')).toEqual([{ id: 3, text: `${TEXT}\n附则` }]));
    await waitFor(() => expect(screen.getByTestId('text-standing')).toHaveTextContent('已保存'));
  });

  it('a blank chosen from the palette takes the place of the unnamed one that was clicked', async () => {
    const { user } = showAt(<Edition id={3} />, answers(view('draft', [ERROR])), ['keep_firm']);
    const area = await screen.findByTestId<HTMLTextAreaElement>('markup');
    const chip = screen.getByTestId('text-preview').querySelector('[data-of="unnamed"]');
    await user.click(chip as Element);
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('{?最低消费}');
    await user.click(screen.getByTestId('palette-open'));
    // The blank of the likeliest name waits for Enter.
    expect(screen.getByTestId('insert-monthly_minimum')).toHaveFocus();
    await user.click(screen.getByTestId('insert-monthly_minimum'));
    expect(area.value).toBe(TEXT.replace('{?最低消费}', '{monthly_minimum}'));
  });

  it('a finding leads to its line', async () => {
    const { user } = showAt(<Edition id={3} />, answers(view('draft', [ERROR])), ['keep_firm']);
    const area = await screen.findByTestId<HTMLTextAreaElement>('markup');
    const finding = screen.getByTestId('finding-blank_unnamed-6');
    expect(finding).toHaveTextContent('错误');
    await user.click(finding);
    expect(area).toHaveFocus();
    expect(area.value.slice(area.selectionStart)).toBe('每月最低消费为{?最低消费}元。');
  });

  it.each(['published', 'retired'] as const)('a %s edition is read only', async (state) => {
    showAt(<Edition id={3} />, answers(view(state)), ['keep_firm']);
    expect(await screen.findByTestId('markup')).toHaveAttribute('readonly');
    expect(screen.queryByTestId('text-save')).toBeNull();
    expect(screen.queryByTestId('palette-open')).toBeNull();
    expect(screen.getByTestId('text-draft')).toBeInTheDocument();
  });

  it('who only takes orders sees the text as it will look, not its markup', async () => {
    showAt(<Edition id={3} />, answers(view('published')), ['take_orders']);
    expect(await screen.findByTestId('text-preview')).toHaveTextContent('每月最低消费为');
    expect(screen.queryByTestId('markup')).toBeNull();
    expect(screen.queryByTestId('text-retire')).toBeNull();
  });
});

describe('publishing', () => {
  it('errors forbid it', async () => {
    const shown = answers(view('draft', [ERROR, WARNING]));
    const { user } = showAt(<Edition id={3} />, shown, ['keep_firm']);
    await user.click(await screen.findByTestId('text-publish'));
    const dialog = await screen.findByTestId('publish-dialog');
    expect(await within(dialog).findByText(/1 处错误/)).toBeInTheDocument();
    expect(screen.getByTestId('publish-confirm')).toBeDisabled();
  });

  it('warnings are listed and do not forbid it; what is typed is kept first', async () => {
    const shown = answers(view('draft', [WARNING]));
    const { requests, user } = showAt(<Edition id={3} />, shown, ['keep_firm']);
    const area = await screen.findByTestId('markup');
    fireEvent.change(area, { target: { value: `${TEXT}\n附则` } });
    await user.click(screen.getByTestId('text-publish'));
    const dialog = await screen.findByTestId('publish-dialog');
    expect(requests('text_save')).toHaveLength(1);
    expect(await within(dialog).findByText(/一式几份/)).toBeInTheDocument();
    expect(dialog).toHaveTextContent('已打印的协议永远保留打印时的那一版');
    await user.click(screen.getByTestId('publish-confirm'));
    await waitFor(() => expect(requests('text_publish')).toEqual([{ id: 3 }]));
  });

  it('is not offered while the draft cannot be kept', async () => {
    const refused = refusalOf('EditionNameTaken', '已有一版协议文本叫“2026-01”。');
    const shown: Answers = {
      ...answers(view('draft')),
      text_save: () => Promise.reject(refused),
    };
    const { user } = showAt(<Edition id={3} />, shown, ['keep_firm']);
    const area = await screen.findByTestId('markup');
    fireEvent.change(area, { target: { value: TEXT.replace('2027-01', '2026-01') } });
    await user.click(screen.getByTestId('text-publish'));
    expect(await screen.findByTestId('failure')).toHaveTextContent('已有一版');
    expect(screen.queryByTestId('publish-dialog')).toBeNull();
  });

  it('is undone by retiring, after a confirmation', async () => {
    const shown = answers(view('published'));
    const { requests, user } = showAt(<Edition id={3} />, shown, ['keep_firm']);
    await user.click(await screen.findByTestId('text-retire'));
    expect(requests('text_retire')).toHaveLength(0);
    await user.click(await screen.findByTestId('retire-confirm'));
    await waitFor(() => expect(requests('text_retire')).toEqual([{ id: 3 }]));
  });
});
