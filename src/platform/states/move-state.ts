import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { Subject } from '../history/subject.ts';
import { notFound, refuse, stale } from '../use-case/refusal.ts';
import type { RunArgs } from '../use-case/use-case.ts';
import type { StateMachine } from './define-states.ts';
import { type NoStep, nextState, type StateFacts, type Step } from './next-state.ts';

/** The part of a use case's arguments a move needs: hand over the whole of them. */
export type MoveArgs = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'emit' | 'change'>;

/** One thing that is moved. */
interface Moved {
  id: string;
  facts?: Omit<StateFacts, 'actorId'>;
  /** Whose the thing is, for the history and the scopes of those who read it. */
  subject?: Pick<Subject, 'organisationId' | 'personId'>;
  /** Joins `{ id, from, to }` in the outbox event. Ids only. */
  payload?: Record<string, unknown>;
}

interface Way<S extends string, E extends string> {
  machine: StateMachine<S, E>;
  /** `schema.table` with columns `id uuid` and `state text`. */
  table: string;
  event: E;
  /** The state the person saw: another one now means a stale page. */
  expected?: S;
  reason?: string | null;
}

export type Move<S extends string, E extends string> = Way<S, E> & Moved;
/** Many things by one event; none of them twice. */
type Moves<S extends string, E extends string> = Way<S, E> & { things: readonly Moved[] };
type Made<S extends string, E extends string> = Step<S, E> & { from: S };

/**
 * Moves one thing by one event: locks its row, checks the way, right, guards and second person, then writes
 * the state, the course of states, the history and the outbox event in the caller's transaction.
 */
export async function moveState<S extends string, E extends string>(
  args: MoveArgs,
  { id, facts, subject, payload, ...way }: Move<S, E>,
): Promise<Made<S, E>> {
  const [made] = await moveStates(args, { ...way, things: [{ id, facts, subject, payload }] });
  if (!made) throw notFound();
  return made;
}

/**
 * The same for many things at once, all or none: a few statements however many they are, and each leaves its course,
 * history and event. Gives the steps in the order of the things.
 */
export async function moveStates<S extends string, E extends string>(
  args: MoveArgs,
  { things, ...way }: Moves<S, E>,
): Promise<Made<S, E>[]> {
  if (things.length === 0) return [];
  const { tx, now } = args;
  const { machine, table, event, reason = null } = way;
  const states = await lockStates<S>(tx, table, things);
  const made = things.map((thing) => stepOf(args, way, thing, states.get(thing.id)));
  const rows = things.map(({ id }, k) => ({ id, from: made[k]?.from ?? null, to: made[k]?.to ?? '' }));
  await sql`update ${sql.table(table)} t set state = x.to
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, "to" text) where t.id = x.id`.execute(
    tx,
  );
  await noteStates(args, { machine: machine.name, event, reason }, rows);
  for (const [k, { id, subject, payload }] of things.entries()) {
    const { from, to, transition } = made[k] as Made<S, E>;
    args.change({
      subject: { kind: machine.name, id, ...subject },
      before: { state: from },
      after: { state: to, ...(reason ? { reason } : {}) },
    });
    if (transition.effect) args.emit(transition.effect, { id, from, to, at: now, ...payload });
  }
  return made;
}

/** States of rows locked in the order of their ids, so that two movers cannot lock each other. */
async function lockStates<S extends string>(
  tx: Tx,
  table: string,
  things: readonly Moved[],
): Promise<Map<string, S>> {
  const ids = things.map(({ id }) => id);
  const { rows } = await sql<{ id: string; state: S }>`select t.id, t.state from ${sql.table(table)} t
    where t.id in (select v::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) v)
    order by t.id for update of t`.execute(tx);
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** Where the event leads one thing. @throws a refusal when it leads nowhere or the actor may not */
function stepOf<S extends string, E extends string>(
  { actor }: MoveArgs,
  { machine, event, expected }: Way<S, E>,
  { facts }: Moved,
  from: S | undefined,
): Made<S, E> {
  if (from === undefined) throw notFound();
  if (expected !== undefined && expected !== from) throw stale();
  const step = nextState(machine, from, event, { ...facts, actorId: actor.personId });
  if (!step.ok) throw refusalOf(step);
  const { right } = step.transition;
  if (right && !(right in actor.rights))
    throw refuse('use-case:error.noRight', { right }, { status: 403, data: { right } });
  return { ...step, from };
}

function refusalOf({ messageKey, params, rule, field, impossible }: NoStep) {
  const fields = field ? [{ path: field, key: messageKey, params }] : [];
  const status = impossible ? 409 : rule === 'two-persons' ? 403 : 422;
  return refuse(messageKey, params, { rule, fields, status });
}

/** Notes the first state of a thing that has just been made, so that its course is whole from the beginning. */
export const beginState = <S extends string, E extends string>(
  args: Pick<MoveArgs, 'tx' | 'actor' | 'now'>,
  machine: StateMachine<S, E>,
  id: string,
): Promise<S> => beginStates(args, machine, [id]);

/** The same for many things. */
export async function beginStates<S extends string, E extends string>(
  args: Pick<MoveArgs, 'tx' | 'actor' | 'now'>,
  machine: StateMachine<S, E>,
  ids: readonly string[],
): Promise<S> {
  const { name, initial } = machine;
  const rows = ids.map((id) => ({ id, from: null, to: initial }));
  await noteStates(args, { machine: name, event: 'begin', reason: null }, rows);
  return initial;
}

const noteStates = (
  { tx, actor, now }: Pick<MoveArgs, 'tx' | 'actor' | 'now'>,
  { machine, event, reason }: { machine: string; event: string; reason: string | null },
  rows: readonly { id: string; from: string | null; to: string }[],
) =>
  sql`insert into platform.state_change
      (machine, subject_id, from_state, to_state, event, at, person_id, role, reason)
    select ${machine}, x.id, x.from, x.to, ${event}, ${now}::timestamptz, ${actor.personId}::uuid, ${actor.role}, ${reason}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, "from" text, "to" text)`.execute(
    tx,
  );
