import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ScanDialog, type ScanDialogProps } from './ScanDialog';

const hands = userEvent.setup({ delay: null });

function stand(change: Partial<ScanDialogProps>) {
  const acts = {
    onLook: vi.fn(),
    onDevice: vi.fn(),
    onAddress: vi.fn(),
    onProfile: vi.fn(),
    onScan: vi.fn(),
    onCancel: vi.fn(),
    onClose: vi.fn(),
  };
  render(
    <ScanDialog
      devices={[{ kind: 'escl', id: 'http://10.0.0.8/eSCL', name: '办公室复合机' }]}
      looking={false}
      device="http://10.0.0.8/eSCL"
      profile="licence"
      compromises={[]}
      state={{ at: 'idle' }}
      failure={null}
      {...acts}
      {...change}
    />,
  );
  return acts;
}

describe('the scan dialog', () => {
  it('says how to lay the paper, and scans', async () => {
    const acts = stand({});
    expect(screen.getByText(/面朝下放在玻璃板上/)).toBeInTheDocument();
    await hands.click(screen.getByTestId('scan-start'));
    expect(acts.onScan).toHaveBeenCalledOnce();
  });

  it('takes an address where no scanner is found', async () => {
    const acts = stand({ devices: [], device: undefined });
    expect(screen.getByTestId('scan-start')).toBeDisabled();
    await hands.type(screen.getByTestId('scan-address'), ' 192.168.1.20 {Enter}');
    expect(acts.onAddress).toHaveBeenCalledWith('192.168.1.20');
  });

  it('shows how far a page is, and stops', async () => {
    const acts = stand({ state: { at: 'scanning', page: 3, part: 0.426, delivered: 2 } });
    expect(screen.getByTestId('scan-state')).toHaveTextContent('正在扫第 3 页');
    expect(screen.getByTestId('scan-state')).toHaveTextContent('42%');
    expect(screen.getByTestId('scan-state')).toHaveTextContent('已收到 2 页');
    await hands.click(screen.getByTestId('scan-cancel'));
    expect(acts.onCancel).toHaveBeenCalledOnce();
  });

  it('promises no measure where the device gives none', () => {
    stand({ state: { at: 'scanning', page: 1, part: undefined, delivered: 0 } });
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('asks for the other side of a card', async () => {
    const acts = stand({ profile: 'id_card', state: { at: 'turn', delivered: 1 } });
    expect(screen.getByTestId('scan-state')).toHaveTextContent('翻面');
    await hands.click(screen.getByTestId('scan-start'));
    expect(acts.onScan).toHaveBeenCalledOnce();
  });

  it('tells a fault in its own sentence, and that earlier pages are safe', () => {
    stand({
      state: { at: 'stopped', delivered: 4 },
      failure: { code: 'ScannerJam', message: '扫描仪卡纸了。', field: null, details: {} },
    });
    expect(screen.getByTestId('failure')).toHaveTextContent('扫描仪卡纸了。');
    expect(screen.getByText(/之前的 4 页已经收好/)).toBeInTheDocument();
  });

  it('stops the device when it is closed meanwhile', async () => {
    const acts = stand({ state: { at: 'waiting', delivered: 0 } });
    await hands.click(screen.getByTestId('scan-close'));
    expect(acts.onCancel).toHaveBeenCalledOnce();
    expect(acts.onClose).toHaveBeenCalledOnce();
  });
});
