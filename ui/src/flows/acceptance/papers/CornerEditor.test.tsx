import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Corners } from '../../../parts/reading/types';
import { CornerEditor, type OnPage, wholePage } from './CornerEditor';

const PAGE = { width: 1600, height: 800 };
const FOUND: Corners = [
  [100, 100],
  [900, 100],
  [900, 600],
  [100, 600],
];

const SECOND: Corners = [
  [1000, 100],
  [1500, 100],
  [1500, 400],
  [1000, 400],
];

const PORTRAIT = { name: '人像面', corners: FOUND };
const EMBLEM = { name: '国徽面', corners: SECOND };

function stand(documents: readonly OnPage[] = [PORTRAIT]) {
  const acts = { onSave: vi.fn(), onCancel: vi.fn() };
  render(<CornerEditor source="paper://1" page={PAGE} documents={documents} {...acts} />);
  return acts;
}

describe('the corner editor', () => {
  beforeEach(() => {
    // Nothing is laid out here; a box without a size would show no page.
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(480);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(440);
  });

  it('saves by Enter what was moved by keys', async () => {
    const { onSave } = stand();
    screen.getByTestId('corner-1').focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(onSave).toHaveBeenCalledWith([FOUND[0], [904, 100], FOUND[2], FOUND[3]]);
  });

  it('takes the whole page, and leaves all as it was', async () => {
    const { onSave, onCancel } = stand();
    await userEvent.click(screen.getByTestId('corners-whole'));
    await userEvent.click(screen.getByTestId('corners-save'));
    expect(onSave).toHaveBeenCalledWith(wholePage(PAGE));
    screen.getByTestId('corner-0').focus();
    await userEvent.keyboard('{Escape}');
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('puts the second document of a page right, chosen by its name', async () => {
    const { onSave } = stand([PORTRAIT, EMBLEM]);
    await userEvent.click(screen.getByTestId('corners-document-1'));
    screen.getByTestId('corner-1').focus();
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    expect(onSave).toHaveBeenCalledWith([SECOND[0], [1496, 100], SECOND[2], SECOND[3]], 1);
  });

  it('goes from document to document by keys and by a click, and forgets no corner', async () => {
    const { onSave } = stand([PORTRAIT, EMBLEM]);
    screen.getByTestId('corner-0').focus();
    await userEvent.keyboard('{ArrowRight}{Alt>}{ArrowDown}{/Alt}');
    expect(screen.getByRole('button', { name: '人像面' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '人像面' }));
    screen.getByTestId('corner-0').focus();
    await userEvent.keyboard('{Enter}');
    expect(onSave).toHaveBeenCalledWith([[104, 100], FOUND[1], FOUND[2], FOUND[3]], 0);
  });

  it('begins with the whole page where nothing was found', async () => {
    const { onSave } = stand([]);
    screen.getByTestId('corner-0').focus();
    await userEvent.keyboard('{Enter}');
    expect(onSave).toHaveBeenCalledWith(wholePage(PAGE));
    expect(screen.queryByTestId('corners-document-0')).toBeNull();
  });
});
