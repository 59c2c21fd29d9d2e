/** A desk with given answers for tests of screens, and what it was asked. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App as AntApp } from 'antd';
import type { ReactNode } from 'react';
import {
  type Backend,
  BackendProvider,
  type CommandName,
  newQueryClient,
  type Permission,
  type Request,
  type Response,
} from './backend';
import { type Desk, DeskProvider } from './desk';

/** What the desk answers to each command; one that is not there is refused. */
export type Answers = {
  [N in CommandName]?: Response<N> | ((request: Request<N>) => Response<N> | Promise<Response<N>>);
};

/** A desk's ways for files, where a test hands none in. */
export const NO_FILES: Omit<Backend, 'call' | 'picture'> = {
  addPaper: async () => [],
  addReturned: async () => ({ unseen: 0, looked: 0, waiting: [], unplaced: [], patience_days: 3 }),
  setFirmMark: async () => ({ seal: null, signature: null }),
  receiveCalls: async (upload) => ({ upload: upload || 1 }),
};

/** A refusal as a desk would throw it. */
export function refusalOf(code: string, message: string) {
  return { code, message, field: null, details: {} };
}

/** Shows a screen to somebody who may do these things. */
export function showAt(
  screen: ReactNode,
  answers: Answers,
  permissions: Permission[] = ['keep_accounts'],
  files: Partial<typeof NO_FILES> = {},
) {
  const asked: [CommandName, unknown][] = [];
  const backend: Backend = {
    call: async (name, request) => {
      asked.push([name, request]);
      const answer = answers[name] as unknown;
      if (answer === undefined) {
        throw refusalOf('NoAnswer', name);
      }
      return typeof answer === 'function' ? answer(request) : answer;
    },
    ...NO_FILES,
    ...files,
    picture: (path) => path,
  };
  render(
    <AntApp>
      <BackendProvider value={backend}>
        <QueryClientProvider client={newQueryClient()}>
          <DeskProvider value={deskFor(permissions)}>{screen}</DeskProvider>
        </QueryClientProvider>
      </BackendProvider>
    </AntApp>,
  );
  const requests = (name: CommandName) =>
    asked.filter(([asked]) => asked === name).map(([, request]) => request);
  return { requests, user: userEvent.setup() };
}

function deskFor(permissions: Permission[]): Desk {
  return {
    session: {
      staff: 1,
      name: '林晓',
      role: 'accounts',
      permissions,
      idle_minutes: 30,
      firm_name: '福州启帆通信技术有限公司',
    },
    may: (permission) => permissions.includes(permission),
    newOrder: () => undefined,
    lock: () => undefined,
    beforeLock: () => () => undefined,
  };
}
