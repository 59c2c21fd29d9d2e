import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Masked } from './Masked';

const WHOLE = '11010519491231002X';

it('asks for the whole number only when the eye is pressed, and forgets it when hidden', async () => {
  const reveal = vi.fn(() => Promise.resolve(WHOLE));
  render(<Masked number="1101**********002X" reveal={reveal} />);
  expect(screen.getByText('1101**********002X')).toBeInTheDocument();
  expect(reveal).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '显示' }));
  expect(await screen.findByText(WHOLE)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '隐藏' }));
  expect(screen.queryByText(WHOLE)).toBeNull();
});
