import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Corners } from '../../../parts/reading/types';
import { CornerEditor, wholePage } from './CornerEditor';

const PAGE = { width: 1600, height: 800 };
const FOUND: Corners = [
  [100, 100],
  [900, 100],
  [900, 600],
  [100, 600],
];

function stand() {
  const acts = { onSave: vi.fn(), onCancel: vi.fn() };
  render(<CornerEditor source="paper://1" page={PAGE} corners={FOUND} {...acts} />);
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
});
