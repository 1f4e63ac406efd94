import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { planStates } from '../states.ts';
import { collisionsOf } from './collisions.ts';
import { type BarePlan, planColumns, planFrom } from './plan-row.ts';
import { readSurroundings } from './read-surroundings.ts';

/** All of them or none: a collision that blocks is said with its group and practice. */
export const approvePlans = useCase(contract.approvePlans, {
  right: 'practice.plan.edit',
  async run(args) {
    const { input, tx, actor, today, now } = args;
    const organisationId = found(actor.organisationId);
    const asked = new Set(input.ids);
    await sql`select id from practice.plan where id in (${sql.join([...asked])}) order by id for update`.execute(
      tx,
    );
    const { rows } = await sql<BarePlan>`select ${planColumns} from ${planFrom}
      where p.organisation_id = ${organisationId} and p.state <> 'cancelled' and p.school_year in (
        select school_year from practice.plan where id in (${sql.join([...asked])}))`.execute(tx);
    const chosen = rows.filter(({ id }) => asked.has(id));
    if (chosen.length < asked.size) found(null);
    const collisions = collisionsOf(
      rows,
      await readSurroundings(tx, [...new Set(rows.map((row) => row.groupId))], today),
    );
    const fields = chosen.flatMap((plan, i) =>
      (collisions.get(plan.id) ?? [])
        .filter(({ blocks }) => blocks)
        .map(({ kind, params }) => ({ path: `ids.${i}`, key: `practice:collision.${kind}`, params })),
    );
    if (fields.length > 0) throw refuse('practice:error.planCollides', { count: fields.length }, { fields });
    for (const { id, state } of chosen) {
      if (state === 'approved') continue;
      await moveState(args, {
        machine: planStates,
        table: 'practice.plan',
        id,
        event: 'approve',
        subject: { organisationId },
      });
      await sql`update practice.plan set approved_by = ${actor.personId}, approved_at = ${now}, rev = rev + 1 where id = ${id}`.execute(
        tx,
      );
    }
    return { approved: chosen.filter(({ state }) => state === 'draft').length };
  },
});
