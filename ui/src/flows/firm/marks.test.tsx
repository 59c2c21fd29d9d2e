import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { FirmMarksView, Settings } from '../../backend';
import { refusalOf, showAt } from '../../testDesk';
import { Marks } from './Marks';
import { choiceOf, isWidth, widthOf } from './width';

const NONE: FirmMarksView = { seal: null, signature: null };
const SEALED: FirmMarksView = { seal: { paper: 5, millimetres: 42 }, signature: null };
const PICTURE = new File(['x'], '公章.png', { type: 'image/png' });

function settings(change: Partial<Settings> = {}): Settings {
  return { unsigned_days: 3, print_seal: false, print_seal_across: false, ...change } as Settings;
}

describe('the firm’s seal', () => {
  it('is put in force with the width it has on paper', async () => {
    const setFirmMark = vi.fn(async () => SEALED);
    const answers = { firm_marks: NONE, setting_show: settings() };
    showAt(<Marks />, answers, ['keep_firm'], { setFirmMark });
    const input = await screen.findByTestId('firm-seal-input');
    fireEvent.change(input, { target: { files: [PICTURE] } });
    const preview = await screen.findByTestId('firm-seal-preview');
    expect(setFirmMark).toHaveBeenCalledExactlyOnceWith('seal', 42, PICTURE);
    expect(preview.style.width).toBe('42mm');
  });

  it('is sent anew in another width while its file is at hand, else the file is asked for', async () => {
    const setFirmMark = vi.fn(async () => SEALED);
    const answers = { firm_marks: SEALED, setting_show: settings() };
    const { user } = showAt(<Marks />, answers, ['keep_firm'], { setFirmMark });
    await user.click(await screen.findByText('40 毫米'));
    expect(screen.getByText('改宽度请重新选择图片')).toBeInTheDocument();
    fireEvent.change(screen.getByTestId('firm-seal-input'), { target: { files: [PICTURE] } });
    await waitFor(() => expect(setFirmMark).toHaveBeenCalledWith('seal', 40, PICTURE));
    await user.click(await screen.findByTestId('firm-seal-resize'));
    await waitFor(() => expect(setFirmMark).toHaveBeenCalledTimes(2));
  });

  it('that is refused says why, and the one before stays', async () => {
    const setFirmMark = () => Promise.reject(refusalOf('MarkEmpty', '图片上看不到印章'));
    const answers = { firm_marks: SEALED, setting_show: settings() };
    showAt(<Marks />, answers, ['keep_firm'], { setFirmMark });
    const input = await screen.findByTestId('firm-seal-input');
    fireEvent.change(input, { target: { files: [PICTURE] } });
    expect(await screen.findByText('图片上看不到印章')).toBeInTheDocument();
    expect(screen.getByTestId('firm-seal-preview')).toBeInTheDocument();
  });

  it('is printed only where there is a picture and the manager has ticked it', async () => {
    const stored = settings();
    const { user, requests } = showAt(
      <Marks />,
      { firm_marks: SEALED, setting_show: stored, setting_save: (next) => next },
      ['keep_firm'],
    );
    const tick = await screen.findByTestId('firm-print-seal');
    await waitFor(() => expect(tick).toBeEnabled());
    expect(screen.getByTestId('firm-print-across')).toBeDisabled();
    await user.click(tick);
    expect(requests('setting_save')).toEqual([{ ...stored, print_seal: true }]);
  });

  it('that is not there cannot be printed', async () => {
    showAt(<Marks />, { firm_marks: NONE, setting_show: settings() }, ['keep_firm']);
    expect(await screen.findByTestId('firm-print-seal')).toBeDisabled();
  });
});

describe('the width of a seal', () => {
  it('is one that seals have', () => {
    expect([37, 38, 45, 46, 41.5].map(isWidth)).toEqual([false, true, true, false, false]);
  });

  it('goes over from one choice to another', () => {
    expect([40, 42, 43].map(choiceOf)).toEqual(['40', '42', 'other']);
    expect(widthOf('40', 42)).toBe(40);
    expect(choiceOf(widthOf('other', 42))).toBe('other');
  });
});
