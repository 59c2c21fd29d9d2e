import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ReadLook, ReadMark } from './ReadField';
import type { Evidence } from './types';

const EVIDENCE: Evidence = {
  reading: {
    text: '91350100M000100Y43',
    value: '91350100M000100Y43',
    confidence: 0.967,
    witnesses: ['checksum', 'ocr'],
    corners: [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ],
    verify: true,
  },
  paper: 3,
  paperName: '营业执照副本',
  page: { width: 100, height: 100 },
  crop: 'paper://crop',
  doubts: ['二维码里是另一个代码。'],
  settled: false,
};

describe('the mark at a field that was read', () => {
  it('says that it needs a look, and who vouches for it', async () => {
    const onShow = vi.fn();
    render(
      <ReadMark
        path="company.code"
        evidence={EVIDENCE}
        value="91350100M000100Y43"
        onShow={onShow}
      />,
    );
    const mark = screen.getByTestId('read-company.code');
    expect(mark).toHaveAccessibleName('请核对，依据文字、校验位');
    expect(mark).toHaveAttribute('data-standing', 'open');
    await userEvent.click(mark);
    expect(onShow).toHaveBeenCalledOnce();
  });

  it('says that a person has written something else', () => {
    const settled = { ...EVIDENCE, settled: true };
    render(<ReadMark path="company.code" evidence={settled} value="其他" onShow={vi.fn()} />);
    expect(screen.getByTestId('read-company.code')).toHaveAttribute('data-standing', 'corrected');
  });
});

describe('the look at a field', () => {
  it('shows the place, the doubts, and takes an answer', async () => {
    const onSettle = vi.fn();
    const onTakeRead = vi.fn();
    render(
      <ReadLook
        path="company.code"
        evidence={EVIDENCE}
        value="91350100M000100Y44"
        onSettle={onSettle}
        onTakeRead={onTakeRead}
      />,
    );
    const look = screen.getByTestId('look-company.code');
    expect(look).toHaveTextContent('二维码里是另一个代码。');
    expect(look).toHaveTextContent('把握 96%');
    expect(screen.getByRole('img')).toHaveAttribute('src', 'paper://crop');
    await userEvent.click(screen.getByTestId('take-company.code'));
    expect(onTakeRead).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByTestId('settle-company.code'));
    expect(onSettle).toHaveBeenCalledOnce();
  });

  it('offers what was read only while something else is written', () => {
    render(
      <ReadLook
        path="company.code"
        evidence={EVIDENCE}
        value="91350100M000100Y43"
        onSettle={vi.fn()}
        onTakeRead={vi.fn()}
      />,
    );
    expect(screen.queryByTestId('take-company.code')).toBeNull();
  });
});
