import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { App as AntApp } from 'antd';
import {
  type Backend,
  BackendProvider,
  type Finding,
  type Form,
  newQueryClient,
  type OrderView,
  type Permission,
} from '../../backend';
import { type Desk, DeskProvider } from '../../desk';
import { NO_FILES } from '../../testDesk';
import { Acceptance } from '.';
import { emptyForm } from './form/emptyForm';

/** A desk with one order on it, whose review is `review` of the form. */
export function stand(options: {
  form?: Partial<Form>;
  review?: (form: Form) => Finding[];
  permissions?: Permission[];
  /** Answers of the desk beside those about the order itself. */
  answers?: Record<string, (request: never) => unknown>;
}) {
  const stored = { form: { ...emptyForm(), ...options.form }, revision: 1 };
  const review = () => ({ findings: options.review?.(stored.form) ?? [], capitals: {} });
  const view = (): OrderView => ({
    id: 7,
    revision: stored.revision,
    state: 'draft',
    form: stored.form,
    review: review(),
    papers: [],
    customer: null,
    agreement: null,
    saved_at: '2026-11-22 14:05:09',
  });
  const answers: Record<string, (request: never) => unknown> = {
    order_show: view,
    order_save: ({ form }: { form: Form }) => {
      stored.form = form;
      stored.revision += 1;
      const { revision } = stored;
      return { revision, state: 'draft', review: review(), saved_at: '2026-11-22 14:06:00' };
    },
    number_list: () => ({ lines: [], total: 0, counts: [] }),
    reading_show: () => ({ papers: [], proposals: [] }),
    scan_state: () => null,
    ...options.answers,
  };
  const backend: Backend = {
    ...NO_FILES,
    call: async (name, request) => answers[name]?.(request as never) as never,
    addPaper: (_order, file) =>
      Promise.reject({
        code: 'FileKindRefused',
        message: `${file.name} 不能作为资料`,
        field: null,
        details: {},
      }),
    picture: (path) => path,
  };
  const permissions = options.permissions ?? ['take_orders', 'view_papers'];
  const desk: Desk = {
    session: {
      staff: 1,
      name: '王敏',
      role: 'front_desk',
      permissions,
      idle_minutes: 10,
      firm_name: '甲方',
    },
    may: (permission) => permissions.includes(permission),
    newOrder: () => undefined,
    lock: () => undefined,
    beforeLock: () => () => undefined,
  };
  render(
    <AntApp>
      <BackendProvider value={backend}>
        <QueryClientProvider client={newQueryClient()}>
          <DeskProvider value={desk}>
            <Acceptance orderId={7} />
          </DeskProvider>
        </QueryClientProvider>
      </BackendProvider>
    </AntApp>,
  );
  return stored;
}
