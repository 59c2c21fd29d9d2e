import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { NO_FILES } from '../testDesk';
import {
  answerKey,
  type Backend,
  BackendProvider,
  type Failure,
  type Firm,
  newQueryClient,
  type OrderView,
  useAct,
  useCommand,
  useIsAsking,
} from '.';

const FIRM: Firm = {
  name: '福州启航通信技术有限公司',
  code: '',
  address: '福州市鼓楼区',
  phone: '0591-87654321',
  representative: '林启航',
  number_prefix: 'QF',
};

function stand(call: (name: string, request: unknown) => unknown) {
  const backend: Backend = {
    ...NO_FILES,
    call: async (name, request) => call(name, request) as never,
    picture: (path) => path,
  };
  const client = newQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <BackendProvider value={backend}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </BackendProvider>
  );
  return { client, wrapper };
}

describe('useCommand', () => {
  it('asks the desk and remembers the answer under name and request', async () => {
    const call = vi.fn(() => ({ id: 7 }));
    const { client, wrapper } = stand(call);
    const { result } = renderHook(() => useCommand('order_show', { id: 7 }), { wrapper });
    await waitFor(() => expect(result.current.data).toEqual({ id: 7 }));
    expect(call).toHaveBeenCalledExactlyOnceWith('order_show', { id: 7 });
    expect(client.getQueryData(answerKey('order_show', { id: 7 }))).toEqual({ id: 7 });
  });

  it('says that an answer is still to come while what was known is shown', async () => {
    let tell = (_: { id: number }) => {};
    const second = new Promise<{ id: number }>((told) => {
      tell = told;
    });
    const answers = [Promise.resolve({ id: 1 }), second];
    const { client, wrapper } = stand(() => answers.shift());
    const look = () => ({ asked: useCommand('order_show', { id: 1 }), asking: useIsAsking() });
    const { result } = renderHook(look, { wrapper });
    await waitFor(() => expect(result.current.asking).toBe(false));
    act(() => void client.invalidateQueries());
    await waitFor(() => expect(result.current.asking).toBe(true));
    expect(result.current.asked.data).toEqual({ id: 1 });
    act(() => tell({ id: 2 }));
    await waitFor(() => expect(result.current.asking).toBe(false));
    expect(result.current.asked.data).toEqual({ id: 2 });
  });

  it('turns whatever was rejected into a failure', async () => {
    const { wrapper } = stand(() => Promise.reject('not an object'));
    const { result } = renderHook(() => useCommand('firm_show', null), { wrapper });
    await waitFor(() => expect(result.current.error?.code).toBe('Unexpected'));
  });

  it('takes its types from the name of the command', () => {
    const ask = () => useCommand('order_show', { id: 1 });
    type Asked = ReturnType<typeof ask>;
    expectTypeOf<Asked['data']>().toEqualTypeOf<OrderView | undefined>();
    expectTypeOf<Asked['error']>().toEqualTypeOf<Failure | null>();
    // @ts-expect-error an order is named by a number
    void (() => useCommand('order_show', { id: 'one' }));
    // @ts-expect-error there is no such command
    void (() => useCommand('order_eat', null));
  });
});

describe('useAct', () => {
  it('asks anew for what is out of date afterwards', async () => {
    let name = FIRM.name;
    const { wrapper } = stand((command, request) => {
      if (command === 'firm_save') {
        name = (request as Firm).name;
      }
      return { ...FIRM, name };
    });
    const both = () => ({ firm: useCommand('firm_show', null), save: useAct('firm_save') });
    const { result } = renderHook(both, { wrapper });
    await waitFor(() => expect(result.current.firm.data?.name).toBe(FIRM.name));
    act(() => result.current.save.mutate({ ...FIRM, name: '福州远帆通信有限公司' }));
    await waitFor(() => expect(result.current.firm.data?.name).toBe('福州远帆通信有限公司'));
  });

  it('lets the window learn that the desk is locked', async () => {
    const asked: string[] = [];
    const { wrapper } = stand((command) => {
      asked.push(command);
      return command === 'desk_status'
        ? { state: 'locked', staff: [], session: null, version: '' }
        : Promise.reject({ code: 'SessionLocked', message: '', field: null, details: {} });
    });
    const both = () => ({ status: useCommand('desk_status', null), save: useAct('firm_save') });
    const { result } = renderHook(both, { wrapper });
    await waitFor(() => expect(result.current.status.isSuccess).toBe(true));
    act(() => result.current.save.mutate(FIRM));
    await waitFor(() => expect(asked).toEqual(['desk_status', 'firm_save', 'desk_status']));
  });
});
