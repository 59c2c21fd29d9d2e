import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { App } from './app';
import { NO_FILES } from './testDesk';

it('says that it is opening while the desk has not answered', async () => {
  const never = { ...NO_FILES, picture: () => '', call: () => new Promise<never>(() => {}) };
  render(<App backend={never} />);
  expect(await screen.findByText('正在打开…')).toBeTruthy();
});
