import type { z } from 'zod';
import type { Tx } from '../database/index.ts';
import type { Subject } from '../history/subject.ts';
import type { Scope } from '../rights/index.ts';
import type { Actor } from './actor.ts';
import type { Entry } from './contract.ts';

/** What a change leaves in the history; values go to the erasable side table, the entry keeps their hash. */
export interface Change {
  subject: Subject;
  before?: unknown;
  after?: unknown;
}

/** All that `run` may touch. Clock, ids and the database come in from here and from nowhere else. */
export interface RunArgs<I> {
  input: I;
  tx: Tx;
  actor: Actor;
  /** How far the use case's own right reaches for this actor. */
  scope: Scope;
  /** The day in the region's time zone, YYYY-MM-DD. */
  today: string;
  now: string;
  newId(): string;
  /** Puts an event into the outbox, in the same transaction. Ids only, no names. */
  emit(event: string, payload: Record<string, unknown>): void;
  /** Writes what was changed into the history, in the same transaction. */
  change(change: Change): void;
  /** Whether this actor holds a permission at all. */
  may(permission: string): boolean;
  locale: 'ru' | 'en';
}

export interface Definition<I extends z.ZodType, O extends z.ZodType, P = undefined> {
  right: string;
  /**
   * Slow work that asks nothing of the database, such as reading a file: done after the right is checked and before
   * the connection and the transaction are taken. What it gives reaches `run` as `prepared`; what it refuses is
   * refused. It is done again for a repeated command, so it must change nothing. Stands before `run`, whose types
   * follow from it.
   */
  prepare?(args: { input: z.output<I>; actor: Actor }): P | Promise<P>;
  run(args: RunArgs<z.output<I>> & { prepared: NoInfer<P> }): Promise<z.input<O>>;
  /** What this person may do next with the answer. */
  can?(args: { data: z.input<O>; actor: Actor; may(permission: string): boolean }): Record<string, boolean>;
  /** A read of a personal card, or an export: it is written into the history under this subject. */
  reads?(args: { input: z.output<I>; data: z.input<O> }): Subject | null;
}

export interface UseCase {
  entry: Entry;
  kind: 'query' | 'command';
  right: string;
  /** The answer is given once and not stored for a repeat. */
  once: boolean;
  prepare: ((args: { input: unknown; actor: Actor }) => unknown) | null;
  run(args: RunArgs<unknown> & { prepared: unknown }): Promise<unknown>;
  can:
    | ((args: { data: unknown; actor: Actor; may(permission: string): boolean }) => Record<string, boolean>)
    | null;
  reads: ((args: { input: unknown; data: unknown }) => Subject | null) | null;
}

/**
 * Declares a use case: from this one object come the HTTP route, the OpenAPI operation, the permission check,
 * the transaction, the history entry and the outbox events.
 */
export function useCase<I extends z.ZodType, O extends z.ZodType, P = undefined>(
  entry: Entry<I, O>,
  definition: Definition<I, O, P>,
): UseCase {
  return {
    entry: entry as unknown as Entry,
    kind: entry['~orpc'].meta.kind ?? 'query',
    right: definition.right,
    once: entry['~orpc'].meta.once ?? false,
    prepare: (definition.prepare as UseCase['prepare']) ?? null,
    run: definition.run as UseCase['run'],
    can: (definition.can as UseCase['can']) ?? null,
    reads: (definition.reads as UseCase['reads']) ?? null,
  };
}

export const isUseCase = (value: unknown): value is UseCase =>
  typeof value === 'object' && value !== null && 'entry' in value && 'run' in value && 'right' in value;
