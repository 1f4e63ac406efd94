import { sql } from 'kysely';
import type { TestWorld } from '../../../testing/world.ts';

/**
 * Leaves four colleges of the demo their programmes and plans one intake: an order of them is solved in a second,
 * and every part of its way is still there – money, applicants, workshops, need lines, several colleges of one code.
 */
export async function fewColleges(world: TestWorld): Promise<void> {
  await sql`update programmes.programme set closed_on = '2026-09-01' where organisation_id not in (
    select organisation_id from programmes.programme group by 1 order by 1 limit 4)`.execute(world.db);
  await sql`insert into platform.setting (id, key, value, valid, source, trust, role, at)
    values (${world.newId()}, 'order.intakes', '1', '(,)', 'проверка', 'A', 'admin', now())`.execute(
    world.db,
  );
}

/**
 * Leaves of a forecast what the open programmes can teach, and a few occupations nobody teaches: the rest only makes
 * the model longer, no seat can serve it.
 */
export async function fewNeeds(world: TestWorld, runId: string): Promise<void> {
  await sql`with taught as (
      select distinct e.to_code as code from classifiers.edge e join programmes.programme p on p.code = e.from_code
      where p.closed_on is null and e.from_list = 'spo' and e.to_list = 'occupation'),
    untaught as (
      select distinct occupation as code from forecast.cell where run_id = ${runId}
        and occupation not in (select code from taught) order by 1 limit 5)
    delete from forecast.cell where run_id = ${runId}
      and occupation not in (select code from taught union all select code from untaught)`.execute(world.db);
}
