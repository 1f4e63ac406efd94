import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { type Actor, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';

const ABSENCE_MINUTES = 30;

/** The end of this person's last visit in this role; null at the first. */
export async function lastVisit(tx: Tx, actor: Actor): Promise<string | null> {
  const { rows } = await sql<{ previous_at: string | null }>`select previous_at from platform.visit
    where person_id = ${actor.personId} and role = ${actor.role}`.execute(tx);
  return rows[0]?.previous_at ?? null;
}

export const startVisit = useCase(contract.startVisit, {
  right: 'tasks.task.read',
  async run({ tx, actor, now }) {
    if (!actor.personId) return { previousAt: null };
    const { rows } = await sql<{ previous_at: string | null }>`
      insert into platform.visit as v (person_id, role, seen_at) values (${actor.personId}, ${actor.role}, ${now})
      on conflict (person_id, role) do update set seen_at = excluded.seen_at,
        previous_at = case when v.seen_at < ${now}::timestamptz - ${ABSENCE_MINUTES} * interval '1 minute'
          then v.seen_at else v.previous_at end
      returning previous_at`.execute(tx);
    return { previousAt: rows[0]?.previous_at ?? null };
  },
});
