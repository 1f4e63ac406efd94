import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';

export interface StateChange {
  from: string | null;
  to: string;
  event: string;
  at: string;
  personId: string | null;
  role: string;
  reason: string | null;
}

/** The course of states of one thing, oldest first. */
export async function courseOf(tx: Tx, machine: { name: string }, id: string): Promise<StateChange[]> {
  const { rows } = await sql<StateChange>`
    select from_state as "from", to_state as "to", event, at, person_id as "personId", role, reason
    from platform.state_change where machine = ${machine.name} and subject_id = ${id} order by id`.execute(
    tx,
  );
  return rows;
}

/** Who last caused one of these events: the preparer of two-person control. Null when nobody has. */
export async function lastMover(
  tx: Tx,
  machine: { name: string },
  id: string,
  events: readonly string[],
): Promise<string | null> {
  const { rows } = await sql<{ person_id: string | null }>`select person_id from platform.state_change
    where machine = ${machine.name} and subject_id = ${id} and event in (${sql.join(events)})
    order by id desc limit 1`.execute(tx);
  return rows[0]?.person_id ?? null;
}
