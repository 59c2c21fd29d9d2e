import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { type Backend, BackendProvider, newQueryClient, type SavedFile } from '../../backend';
import { NO_FILES } from '../../testDesk';
import { Backup } from '.';

it('a backup goes on while one is elsewhere, and is found again', async () => {
  let finish: (file: SavedFile) => void = () => undefined;
  const backend: Backend = {
    ...NO_FILES,
    call: () =>
      new Promise((done) => {
        finish = done as never;
      }),
    picture: (path) => path,
  };
  const client = newQueryClient();
  const screenOf = (there: boolean) => (
    <BackendProvider value={backend}>
      <QueryClientProvider client={client}>{there && <Backup />}</QueryClientProvider>
    </BackendProvider>
  );
  const { rerender } = render(screenOf(true));
  await userEvent.click(screen.getByTestId('backup-make'));
  expect(await screen.findByTestId('backup-making')).toHaveTextContent('请不要关闭程序');
  rerender(screenOf(false));
  rerender(screenOf(true));
  expect(screen.getByTestId('backup-making')).toBeInTheDocument();
  finish({ path: '/备份/2026-11-22' });
  expect(await screen.findByTestId('backup-made')).toHaveTextContent('/备份/2026-11-22');
  expect(screen.queryByTestId('backup-making')).toBeNull();
});
