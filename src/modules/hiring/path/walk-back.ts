import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import type { pathNode } from '../schemas.ts';

export interface Knot {
  offerId: string | null;
  hireId: string | null;
  organisationId: string;
  collegeId: string;
  personId: string;
  studentId: string;
  needLineId: string | null;
}

type Node = Partial<z.input<typeof pathNode>> & { kind: z.input<typeof pathNode>['kind'] };

/** Every arrow of the chain by its id, from the need line to what became of the person. */
export async function walkBack(
  tx: Tx,
  knot: Knot,
  { all, own }: { all: boolean; own: string | null },
): Promise<Node[]> {
  const employer = own === knot.organisationId;
  const college = own === knot.collegeId;
  const named = sql<boolean>`${employer || college}::boolean`;
  const one = async (kind: Node['kind'], rows: RawBuilder<Node>): Promise<Node> => {
    const answer = await rows.execute(tx);
    return { ...(answer.rows[0] ?? {}), kind };
  };
  return [
    await one(
      'need',
      sql<Node>`select l.id, case when l.access_class is distinct from 'restricted' or ${employer}::boolean
          then coalesce(i.name, l.occupation) end as title, l.organisation as note, l.year::text as on, l.count as people,
          ${employer ? '/my-needs' : null}::text as link
        from needs.line_v l left join classifiers.item_v i on i.list = 'occupation' and i.code = l.occupation
        where l.id = ${knot.needLineId}`,
    ),
    await one(
      'seat',
      sql<Node>`select coalesce(e.id, s.id) as id, g.code || ' ' || g.name as title, g.college as note,
          coalesce(e.intake_year, s.intake_year)::text as on, e.seats as people
        from programmes.student_v s join programmes.programme_v g on g.id = s.programme_id
        left join programmes.seat_line_v e on e.id = s.seat_line_id where s.id = ${knot.studentId}`,
    ),
    await one(
      'student',
      sql<Node>`select s.id, case when ${named} then p.full_name end as title, g.code as note, s.graduation_year::text as on
        from programmes.student_v s join registry.person_v p on p.id = s.person_id join programmes.study_group_v g on g.id = s.group_id
        where s.id = ${knot.studentId}`,
    ),
    await one(
      'placement',
      // an employer knows of practice at its own house only
      sql<Node>`select p.id, n.title, o.short_name as note, p.starts_on::text as on,
          ${employer ? '/trainees' : null}::text as link
        from practice.placement_v p join practice.plan_v n on n.id = p.plan_id left join registry.organisation_v o on o.id = p.host_id
        where p.student_id = ${knot.studentId} and p.state not in ('requested', 'failed')
          and (${all || college}::boolean or p.host_id = ${own})
        order by p.host_id = ${knot.organisationId} desc, p.starts_on desc limit 1`,
    ),
    await one(
      'mentor',
      sql<Node>`select t.id, case when ${named} then p.full_name end as title, o.short_name as note, lower(t.valid)::text as on,
          ${employer ? '/mentors' : null}::text as link
        from registry.tie_v t join registry.person_v p on p.id = t.person_id
        left join practice.placement_v x on x.student_id = ${knot.studentId} and x.state not in ('requested', 'failed')
        left join registry.organisation_v o on o.id = x.host_id
        where t.kind = 'mentors' and t.to_person_id = ${knot.personId} and not isempty(t.valid)
          and (${all || college}::boolean or x.host_id = ${own})
        order by x.host_id = ${knot.organisationId} desc, lower(t.valid) desc limit 1`,
    ),
    await one(
      'exam',
      sql<Node>`select x.id, x.code as title, x.centre as note, x.day::text as on, r.grade as people
        from exams.examinee_v e join exams.session_v x on x.id = e.session_id
        left join exams.grade_v r on r.examinee_id = e.id and not r.annulled
        where e.student_id = ${knot.studentId} order by x.day desc limit 1`,
    ),
    await one(
      'candidate',
      sql<Node>`select c.id, c.way as title, null as note, c.added_on::text as on from hiring.candidate c
        where c.organisation_id = ${knot.organisationId} and c.person_id = ${knot.personId} order by c.added_on desc limit 1`,
    ),
    await one(
      'offer',
      sql<Node>`select f.id, f.post as title, f.state as note, f.made_on::text as on,
          ${employer ? '/hiring-offers' : null}::text as link from hiring.offer f where f.id = ${knot.offerId}`,
    ),
    await one(
      'hire',
      sql<Node>`select h.id, h.post as title, o.short_name as note, h.started_on::text as on, '/hires'::text as link
        from hiring.hire h join registry.organisation_v o on o.id = h.organisation_id where h.id = ${knot.hireId}`,
    ),
    await one(
      'outcome',
      sql<Node>`select x.id, case when ${named} or ${all}::boolean then x.what end as title, x.months::text as note,
          x.answered_on::text as on, ${college ? '/outcomes' : null}::text as link
        from hiring.outcome x where x.student_id = ${knot.studentId} and x.what is not null order by x.months desc limit 1`,
    ),
  ];
}
