import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Masked, masked } from './Masked';

it('hides the middle, and all of what is short', () => {
  expect(masked('11010519491231002X')).toBe('1101**********002X');
  expect(masked('E1234567')).toBe('********');
});

it('shows the number only when asked', async () => {
  render(<Masked number="11010519491231002X" />);
  expect(screen.queryByText('11010519491231002X')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '显示' }));
  expect(screen.getByText('11010519491231002X')).toBeInTheDocument();
});
