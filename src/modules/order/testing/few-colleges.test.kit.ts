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
