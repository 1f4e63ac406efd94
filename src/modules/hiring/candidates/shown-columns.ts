import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../../../platform/use-case/index.ts';
import { shownTo } from '../consent/shown.ts';
import type { shownStudent } from '../schemas.ts';

export type ShownRow = z.input<typeof shownStudent>;

/** Columns of `shownFrom`: what an employer sees of a person, and nothing more. */
export const shownColumns = (
  actor: Actor,
) => sql`shown.person_id as "personId", shown.student_id as "studentId",
  p.full_name as name, g.college, g.code as "programmeCode", g.name as programme, s.graduation_year as "graduationYear",
  shown.ground, (select jsonb_build_object('sessionId', r.session_id, 'on', x.day, 'points', r.points, 'max', r.max, 'grade', r.grade)
    from exams.grade_v r join exams.session_v x on x.id = r.session_id
    where r.student_id = shown.student_id and not r.annulled order by x.day desc limit 1) as result,
  (select c.id from hiring.candidate c where c.organisation_id = ${actor.organisationId} and c.person_id = shown.person_id
    and c.removed_on is null) as "candidateId"`;

/** Everybody the actor's employer may see, with the programme. */
export const shownFrom = (
  actor: Actor,
) => sql`${shownTo(actor)} join programmes.student_v s on s.id = shown.student_id
  join programmes.programme_v g on g.id = s.programme_id join registry.person_v p on p.id = shown.person_id`;
