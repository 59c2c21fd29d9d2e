/** Asking and doing, for screens: typed by the name of the command. */
import {
  MutationCache,
  QueryCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useIsFetching,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { AFTER_PAPER, AFTERWARDS } from './afterwards';
import type { Arrival, FirmMarksView, MarkKind, PaperKind, PaperView } from './bindings';
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

/**
 * The memory of answers. Nothing is retried by itself, as every refusal has a
 * reason. Whoever is told that the desk is locked, the window learns it too.
 */
export function newQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (toFailure(error).code === 'SessionLocked') {
      void client.invalidateQueries({ queryKey: answerKey('desk_status') });
    }
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

/** Where the answer to a question is remembered. */
export function answerKey<N extends CommandName>(name: N, request?: Request<N>): unknown[] {
  return request === undefined || request === null ? [name] : [name, request];
}

/** How a question is asked. */
export interface Asking<N extends CommandName = CommandName> {
  /** Do not ask while false. */
  enabled?: boolean;
  /** Milliseconds until the next asking, by what is known now; false ends it. */
  every?: (now: Response<N> | undefined) => number | false;
  /** Keep showing the last answer while the next one comes. */
  keep?: boolean;
}

/** Asks the desk and remembers the answer. */
export function useCommand<N extends CommandName>(
  name: N,
  request: Request<N>,
  asking: Asking<N> = {},
): UseQueryResult<Response<N>, Failure> {
  const backend = useBackend();
  return useQuery<Response<N>, Failure>({
    queryKey: answerKey(name, request),
    queryFn: () => refusing(backend.call(name, request)),
    enabled: asking.enabled ?? true,
    refetchInterval: ({ state }) => asking.every?.(state.data) ?? false,
    ...(asking.keep && { placeholderData: (previous) => previous as never }),
  });
}

/** Whether an answer is still to come: what stands on the screen may then change by itself. */
export function useIsAsking(): boolean {
  return useIsFetching() > 0;
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

/** A deed as it stands, wherever in the window it was begun. */
export interface Deed<N extends CommandName> {
  /** When it was begun, in milliseconds of the epoch; while it lasts. */
  since: number | undefined;
  data: Response<N> | undefined;
  error: Failure | null;
}

/** The last time something was done; outlives the screen it was begun on for some minutes. */
export function useLastDeed<N extends CommandName>(name: N): Deed<N> | undefined {
  return useMutationState({
    filters: { mutationKey: [name] },
    select: ({ state }): Deed<N> => ({
      since: state.status === 'pending' ? state.submittedAt : undefined,
      data: state.data as Response<N> | undefined,
      error: state.error as Failure | null,
    }),
  }).at(-1);
}

/** A file to be handed in. */
export interface PaperFile {
  order: number;
  file: File;
  arrival: Arrival;
  kind?: PaperKind;
}

/** Hands a file in. */
export function useAddPaper(): UseMutationResult<PaperView[], Failure, PaperFile> {
  const backend = useBackend();
  const client = useQueryClient();
  return useMutation<PaperView[], Failure, PaperFile>({
    mutationKey: ['paper_add'],
    mutationFn: ({ order, file, arrival, kind }) =>
      refusing(backend.addPaper(order, file, arrival, kind)),
    onSuccess: () => {
      for (const stale of AFTER_PAPER) {
        void client.invalidateQueries({ queryKey: [stale] });
      }
    },
  });
}

/** A picture of the firm's seal or signature. */
export interface FirmMarkFile {
  kind: MarkKind;
  /** Width on paper; 0 for a signature. */
  millimetres: number;
  file: File;
}

/** Puts such a picture in force; the answer takes the place of the one before. */
export function useSetFirmMark(): UseMutationResult<FirmMarksView, Failure, FirmMarkFile> {
  const backend = useBackend();
  const client = useQueryClient();
  return useMutation<FirmMarksView, Failure, FirmMarkFile>({
    mutationKey: ['firm_mark_set'],
    mutationFn: ({ kind, millimetres, file }) =>
      refusing(backend.setFirmMark(kind, millimetres, file)),
    onSuccess: (marks) => {
      client.setQueryData(answerKey('firm_marks'), marks);
      void client.invalidateQueries({ queryKey: answerKey('audit_list') });
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
