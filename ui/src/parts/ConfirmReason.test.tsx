import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ConfirmReason } from './ConfirmReason';

it('takes no reason that says nothing, and Enter confirms one that does', async () => {
  const onConfirm = vi.fn();
  const user = userEvent.setup();
  render(<ConfirmReason open title="作废协议" onConfirm={onConfirm} onClose={() => undefined} />);
  const text = await screen.findByTestId('reason-text');
  await user.type(text, '取消{Enter}');
  expect(screen.getByTestId('reason-confirm')).toBeDisabled();
  expect(onConfirm).not.toHaveBeenCalled();
  await user.type(text, '办理 {Enter}');
  expect(onConfirm).toHaveBeenCalledExactlyOnceWith('取消办理');
});
