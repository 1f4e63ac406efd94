import { sql } from 'kysely';
import type { RetrainingCentre, RetrainingCourse } from '../../../engines/seats/index.ts';
import type { Tx } from '../../../platform/database/index.ts';

/** Centres that retrain adults: the only way to close needs before the first graduation. */
export async function readRetraining(
  tx: Tx,
): Promise<{ centres: RetrainingCentre[]; courses: RetrainingCourse[] }> {
  const centres = await sql<RetrainingCentre>`
    select o.id, o.short_name as name, m.zone_code as zone, sum(c.groups_max)::int as "groupsPerYear"
    from training_order.course_v c join registry.organisation_v o on o.id = c.centre_id
    join registry.municipality_v m on m.id = o.municipality_id group by o.id, o.short_name, m.zone_code order by o.id`.execute(
    tx,
  );
  const courses = await sql<RetrainingCourse>`
    select centre_id as centre, occupation, min(group_min)::int as "groupMin", max(group_max)::int as "groupMax",
      sum(groups_max)::int as "maxGroups", round(avg(price))::int8 as "costPerStudent", avg(success)::float8 as success
    from training_order.course_v group by centre_id, occupation order by 1, 2`.execute(tx);
  return { centres: centres.rows, courses: courses.rows };
}
