import type { RunArgs } from '../use-case/use-case.ts';

export interface Delivered {
  id: string;
  name: string;
  payload: Record<string, unknown>;
  at: string;
}

type Handler = (
  args: Omit<RunArgs<Delivered>, 'scope' | 'may' | 'input' | 'locale'> & { event: Delivered },
) => Promise<void>;

export interface Subscriber {
  subscriber: string;
  event: string;
  run: Handler;
}

/**
 * Declares a receiver of an event. It runs in its own transaction together with its receipt, so it happens
 * exactly once; `subscriber` is its lasting name.
 */
export const subscribe = (event: string, subscriber: string, run: Handler): Subscriber => ({
  event,
  subscriber,
  run,
});

export const isSubscriber = (value: unknown): value is Subscriber =>
  typeof value === 'object' && value !== null && 'subscriber' in value && 'event' in value;
