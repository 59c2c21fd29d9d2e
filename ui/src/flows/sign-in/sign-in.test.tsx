import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { App } from '../../app';
import type { Backend, DeskStatus, Failure, SessionView } from '../../backend';
import { NO_FILES } from '../../testDesk';

const SESSION: SessionView = {
  staff: 2,
  name: '王敏',
  role: 'front_desk',
  permissions: ['take_orders', 'view_papers', 'keep_backups'],
  idle_minutes: 15,
  firm_name: '福州启航通信技术有限公司',
};

/** A desk with two people and one right password. */
function desk(refusal: Partial<Failure>, asked: [string, unknown][] = []): Backend {
  let session: SessionView | null = null;
  const status = (): DeskStatus => ({
    state: session ? 'open' : 'locked',
    staff: ['陈雅琴', '王敏'],
    session,
    version: '0.1.0',
  });
  const answers: Record<string, (request: never) => unknown> = {
    desk_status: status,
    session_open: ({ password }: { password: string }) => {
      if (password !== 'blue kettle') {
        throw { message: '', field: null, details: {}, ...refusal };
      }
      session = SESSION;
      return SESSION;
    },
    session_close: () => {
      session = null;
      return null;
    },
    order_list: () => [],
    returned_show: () => ({ unseen: 0, looked: 0, waiting: [], unplaced: [], patience_days: 3 }),
    number_list: () => ({ lines: [], total: 0, counts: [] }),
  };
  return {
    ...NO_FILES,
    call: async (name, request) => {
      asked.push([name, request]);
      return answers[name]?.(request as never) as never;
    },
    picture: (path) => path,
  };
}

async function signIn(password: string) {
  const user = userEvent.setup();
  await user.click(await screen.findByText('王敏'));
  await user.type(screen.getByTestId('sign-in-password'), `${password}{Enter}`);
  return user;
}

beforeEach(() => {
  localStorage.clear();
  window.location.hash = '';
});

describe('signing in', () => {
  it('leads to the desk with the right password', async () => {
    render(<App backend={desk({})} />);
    await signIn('blue kettle');
    expect(await screen.findByTestId('screen-today')).toBeInTheDocument();
    expect(localStorage.getItem('desk400.last-name')).toBe('王敏');
  });

  it('says plainly that the password is wrong, and empties it', async () => {
    render(<App backend={desk({ code: 'WrongPassword', details: { seconds: '0' } })} />);
    await signIn('red kettle');
    expect(await screen.findByTestId('sign-in-failure')).toHaveTextContent('密码不正确');
    expect(screen.getByTestId('sign-in-password')).toHaveValue('');
    expect(screen.queryByTestId('countdown')).toBeNull();
  });

  it('waits after too many tries', async () => {
    const asked: [string, unknown][] = [];
    render(<App backend={desk({ code: 'TooManyAttempts', details: { seconds: '30' } }, asked)} />);
    const user = await signIn('red kettle');
    expect(await screen.findByTestId('countdown')).toHaveTextContent('30');
    await user.type(screen.getByTestId('sign-in-password'), 'blue kettle{Enter}');
    expect(screen.getByTestId('sign-in-submit')).toBeDisabled();
    expect(asked.filter(([name]) => name === 'session_open')).toHaveLength(1);
  });
});

describe('locking', () => {
  it('leads back to the same place', async () => {
    render(<App backend={desk({})} />);
    const user = await signIn('blue kettle');
    await screen.findByTestId('screen-today');
    window.location.hash = '#/password';
    await screen.findByTestId('screen-password');
    await user.keyboard('{Control>}l{/Control}');
    await waitFor(() => expect(screen.queryByTestId('screen-password')).toBeNull());
    expect(await screen.findByText('已锁定，登录后回到原处')).toBeInTheDocument();
    await user.type(screen.getByTestId('sign-in-password'), 'blue kettle{Enter}');
    expect(await screen.findByTestId('screen-password')).toBeInTheDocument();
  });

  it('offers no screen that the role may not enter', async () => {
    render(<App backend={desk({})} />);
    await signIn('blue kettle');
    await screen.findByTestId('screen-today');
    expect(screen.getByTestId('nav-backup')).toBeInTheDocument();
    expect(screen.queryByTestId('nav-staff')).toBeNull();
    expect(screen.queryByTestId('nav-audit')).toBeNull();
  });
});
