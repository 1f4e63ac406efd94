import { createORPCClient } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { type UseQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, newCommandId, watchedFetch } from './http.ts';

interface Context {
  commandId?: string;
}

type Client<C extends AnyContractRouter> = JsonifiedClient<ContractRouterClient<C, Context>>;

/** A client typed by one room's own contract: `const api = apiOf(contract)`, then `api.listLines({ … })`. */
export function apiOf<C extends AnyContractRouter>(contract: C): Client<C> {
  const link = new OpenAPILink<Context>(contract, {
    url: `${globalThis.location?.origin ?? 'http://localhost'}/api`,
    headers: ({ context }) => ({ 'command-id': context.commandId ?? newCommandId() }),
    fetch: (request, init) => watchedFetch(request, { ...init, credentials: 'same-origin' }),
    customErrorResponseBodyDecoder: (body, response) => {
      throw new ApiError(response.status, (body ?? {}) as ConstructorParameters<typeof ApiError>[1]);
    },
  });
  return createORPCClient(link);
}

type Reading<I, A> = (input: I, options?: { context?: Context; signal?: AbortSignal }) => Promise<A>;

/** Reads by a client's function: `useRead(['needs', 'lines'], api.listLines, filter)` gives `{ data, can }` in `data`. */
export function useRead<I, A>(
  key: readonly unknown[],
  read: Reading<I, A>,
  input: I,
  options: Omit<UseQueryOptions<A, ApiError>, 'queryKey' | 'queryFn'> = {},
) {
  return useQuery<A, ApiError>({
    queryKey: [...key, input],
    queryFn: ({ signal }) => read(input, { signal }),
    ...options,
  });
}

/**
 * Changes by a client's function. One command id belongs to one intention: a repeat after a lost answer sends the
 * same id and gets the stored answer. `touches` names the keys to be read again afterwards.
 */
export function useChange<I, A>(change: Reading<I, A>, touches: readonly (readonly unknown[])[] = []) {
  const client = useQueryClient();
  return useMutation<A, ApiError, I>({
    mutationFn: (input) => {
      const commandId = newCommandId();
      return change(input, { context: { commandId } });
    },
    retry: false,
    onSuccess: () => Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
