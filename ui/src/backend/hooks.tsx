/** Asking and doing, for screens: typed by the name of the command. */
import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { AFTERWARDS } from './afterwards';
import type { Backend, CommandName, Request, Response } from './door';
import { type Failure, toFailure } from './failure';

const BackendContext = createContext<Backend | null>(null);

/** Stands a desk behind the screens below. */
export const BackendProvider = BackendContext.Provider;

/** The desk behind this screen. */
export function useBackend(): Backend {
  const backend = useContext(BackendContext);
  if (!backend) {
    throw new Error('no BackendProvider above this screen');
  }
  return backend;
}

/** The memory of answers: nothing is retried by itself, as every refusal has a reason. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Where the answer to a question is remembered. */
export function answerKey<N extends CommandName>(name: N, request?: Request<N>): unknown[] {
  return request === undefined || request === null ? [name] : [name, request];
}

/** How a question is asked. */
export interface Asking {
  /** Do not ask while false. */
  enabled?: boolean;
  /** Ask again after so many milliseconds. */
  every?: number | false;
  /** Keep showing the last answer while the next one comes. */
  keep?: boolean;
}

/** Asks the desk and remembers the answer. */
export function useCommand<N extends CommandName>(
  name: N,
  request: Request<N>,
  asking: Asking = {},
): UseQueryResult<Response<N>, Failure> {
  const backend = useBackend();
  return useQuery<Response<N>, Failure>({
    queryKey: answerKey(name, request),
    queryFn: () => refusing(backend.call(name, request)),
    enabled: asking.enabled ?? true,
    refetchInterval: asking.every ?? false,
    ...(asking.keep && { placeholderData: (previous) => previous as never }),
  });
}

/** Does something at the desk; what is out of date afterwards is asked anew. */
export function useAct<N extends CommandName>(
  name: N,
): UseMutationResult<Response<N>, Failure, Request<N>> {
  const backend = useBackend();
  const client = useQueryClient();
  return useMutation<Response<N>, Failure, Request<N>>({
    mutationKey: [name],
    mutationFn: (request) => refusing(backend.call(name, request)),
    onSuccess: () => {
      for (const stale of AFTERWARDS[name] ?? []) {
        void client.invalidateQueries({ queryKey: [stale] });
      }
    },
  });
}

async function refusing<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw toFailure(error);
  }
}
