import { sql } from 'kysely';
import type { z } from 'zod';
import { type Scope, within } from '../../../platform/rights/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';
import type { groupRow } from '../contract.ts';
import { schoolYearOf } from '../rules/school-year.ts';

export type GroupRow = z.output<typeof groupRow>;

/** Columns of a group `g` with its programme `p`, its counts `c` and its curator `k`. */
export const groupColumns = sql`g.id, g.code, g.programme_id as "programmeId", p.code as "programmeCode",
  p.name as "programmeName", p.base, p.form, g.intake_year as "intakeYear", g.course,
  coalesce(g.course_year, g.intake_year + g.course - 1) as "courseYear", g.graduation_year as "graduationYear",
  k.short_name as curator, coalesce(c.studying, 0) as studying, coalesce(c.on_leave, 0) as "onLeave",
  coalesce(c.lost, 0) as lost, coalesce(c.graduated, 0) as graduated, coalesce(c.overdue, 0) as "overdueLeave"`;

export const groupFrom = (today: string) => sql`programmes.study_group g
  join programmes.programme p on p.id = g.programme_id
  left join registry.person_v k on k.id = g.curator_id
  left join lateral (select count(*) filter (where s.status = 'studying')::int as studying,
      count(*) filter (where s.status = 'leave')::int as on_leave,
      count(*) filter (where s.status in ('expelled', 'transferred'))::int as lost,
      count(*) filter (where s.status = 'graduated')::int as graduated,
      count(*) filter (where s.status = 'leave' and (select e.until_on from programmes.student_event e
        where e.student_id = s.id and e.kind = 'leave' order by e.on_date desc, e.id desc limit 1) < ${today}::date)::int as overdue
    from programmes.student s where s.group_id = g.id) c on true`;

/** A curator sees the own groups, a teacher those taught this school year, who leads a college all of it. */
export const groupsWithin = (scope: Scope, actor: Actor, today: string) =>
  within(scope, actor, {
    organisation: 'p.organisation_id',
    assigned: sql<boolean>`p.organisation_id = ${actor.organisationId} and (g.curator_id = ${actor.personId}
      or exists (select 1 from programmes.teaching t where t.group_id = g.id and t.person_id = ${actor.personId}
        and t.school_year = ${schoolYearOf(today)} and (t.ended_on is null or t.ended_on > ${today}::date)))`,
  });
