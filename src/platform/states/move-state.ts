import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { Subject } from '../history/subject.ts';
import { found, refuse, stale } from '../use-case/refusal.ts';
import type { RunArgs } from '../use-case/use-case.ts';
import type { StateMachine } from './define-states.ts';
import { nextState, type StateFacts, type Step } from './next-state.ts';

/** The part of a use case's arguments a move needs: hand over the whole of them. */
export type MoveArgs = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'emit' | 'change'>;

export interface Move<S extends string, E extends string> {
  machine: StateMachine<S, E>;
  /** `schema.table` with columns `id uuid` and `state text`. */
  table: string;
  id: string;
  event: E;
  facts?: Omit<StateFacts, 'actorId'>;
  /** The state the person saw: another one now means a stale page. */
  expected?: S;
  reason?: string | null;
  /** Whose the thing is, for the history and the scopes of those who read it. */
  subject?: Pick<Subject, 'organisationId' | 'personId'>;
  /** Joins `{ id, from, to }` in the outbox event. Ids only. */
  payload?: Record<string, unknown>;
}

/**
 * Moves one thing by one event: locks its row, checks the way, right, guards and second person, then writes
 * the state, the course of states, the history and the outbox event in the caller's transaction.
 */
export async function moveState<S extends string, E extends string>(
  args: MoveArgs,
  move: Move<S, E>,
): Promise<Step<S, E> & { from: S }> {
  const { tx, actor, now } = args;
  const { machine, table, id, event } = move;
  const { rows } = await sql<{
    state: S;
  }>`select state from ${sql.table(table)} where id = ${id} for update`.execute(tx);
  const from = found(rows[0]).state;
  if (move.expected !== undefined && move.expected !== from) throw stale();
  const step = nextState(machine, from, event, { ...move.facts, actorId: actor.personId });
  if (!step.ok) {
    const fields = step.field ? [{ path: step.field, key: step.messageKey, params: step.params }] : [];
    throw refuse(step.messageKey, step.params, {
      rule: step.rule,
      fields,
      status: step.impossible ? 409 : step.rule === 'two-persons' ? 403 : 422,
    });
  }
  const { right, effect } = step.transition;
  if (right && !(right in actor.rights))
    throw refuse('use-case:error.noRight', { right }, { status: 403, data: { right } });
  await sql`update ${sql.table(table)} set state = ${step.to} where id = ${id}`.execute(tx);
  await noteState(tx, { machine: machine.name, id, from, to: step.to, event, args, reason: move.reason });
  args.change({
    subject: { kind: machine.name, id, ...move.subject },
    before: { state: from },
    after: { state: step.to, ...(move.reason ? { reason: move.reason } : {}) },
  });
  if (effect) args.emit(effect, { id, from, to: step.to, at: now, ...move.payload });
  return { ...step, from };
}

/** Notes the first state of a thing that has just been made, so that its course is whole from the beginning. */
export async function beginState<S extends string, E extends string>(
  args: Pick<MoveArgs, 'tx' | 'actor' | 'now'>,
  machine: StateMachine<S, E>,
  id: string,
): Promise<S> {
  await noteState(args.tx, {
    machine: machine.name,
    id,
    from: null,
    to: machine.initial,
    event: 'begin',
    args,
    reason: null,
  });
  return machine.initial;
}

interface Note {
  machine: string;
  id: string;
  from: string | null;
  to: string;
  event: string;
  args: Pick<MoveArgs, 'actor' | 'now'>;
  reason: string | null | undefined;
}

async function noteState(tx: Tx, { machine, id, from, to, event, args, reason }: Note): Promise<void> {
  await sql`insert into platform.state_change
      (machine, subject_id, from_state, to_state, event, at, person_id, role, reason)
    values (${machine}, ${id}, ${from}, ${to}, ${event}, ${args.now}, ${args.actor.personId}, ${args.actor.role},
      ${reason ?? null})`.execute(tx);
}
