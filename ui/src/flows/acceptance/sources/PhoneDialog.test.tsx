import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneDialog, type PhoneDialogProps } from './PhoneDialog';

function stand(change: Partial<PhoneDialogProps> = {}) {
  const acts = { onNetwork: vi.fn(), onAgain: vi.fn(), onClose: vi.fn() };
  const page = {
    qr: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    address: 'http://192.168.1.8:40123/u/3f9c',
    until: Date.now() + 5 * 60_000,
    encrypted: false,
  };
  render(
    <PhoneDialog
      page={page}
      networks={[]}
      network={undefined}
      received={0}
      refused={[]}
      failure={null}
      {...acts}
      {...change}
    />,
  );
  return acts;
}

describe('the upload by telephone', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows the code as a picture, and says that the connection is not encrypted', () => {
    stand();
    expect(screen.getByTestId('phone-qr').getAttribute('src')).toMatch(/^data:image\/svg\+xml,%3C/);
    expect(screen.getByTestId('phone-privacy')).toHaveTextContent('没有加密');
    expect(screen.getByText('http://192.168.1.8:40123/u/3f9c')).toBeInTheDocument();
  });

  it('claims no danger where it is encrypted', () => {
    const until = Date.now() + 60_000;
    stand({ page: { qr: '<svg/>', address: 'https://x', until, encrypted: true } });
    expect(screen.getByTestId('phone-privacy')).toHaveTextContent('已加密');
  });

  it('counts five minutes down, then takes the code away and offers another', () => {
    const acts = stand();
    expect(screen.getByTestId('phone-left')).toHaveTextContent('5:00');
    act(() => {
      vi.advanceTimersByTime(61_000);
    });
    expect(screen.getByTestId('phone-left')).toHaveTextContent('3:59');
    act(() => {
      vi.advanceTimersByTime(240_000);
    });
    expect(screen.queryByTestId('phone-qr')).toBeNull();
    fireEvent.click(screen.getByTestId('phone-again'));
    expect(acts.onAgain).toHaveBeenCalledOnce();
  });

  it('tells what came and what could not be taken', () => {
    stand({ received: 2, refused: ['“合同.docx”不是图片。'] });
    expect(screen.getByTestId('phone-received')).toHaveTextContent('已收到 2 张');
    expect(screen.getByText('“合同.docx”不是图片。')).toBeInTheDocument();
  });
});
