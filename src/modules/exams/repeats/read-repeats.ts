import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { SessionState } from '../states.ts';

export interface LastExam {
  examineeId: string;
  studentId: string;
  name: string;
  group: string;
  organisationId: string;
  college: string;
  programmeCode: string;
  programmeName: string;
  exam: string;
  day: string;
  state: SessionState;
  present: boolean | null;
  absence: string | null;
  absenceOn: string | null;
  grade: number | null;
  annulled: boolean;
  attempts: number;
}

/**
 * How often a student has really sat: a cancelled or annulled exam, an annulled result and an absence with a valid reason
 * cost nothing (DE-21, DE-24).
 */
export const attemptsOf = (student: string) => sql<number>`(select count(*)::int from exams.examinee n
  join exams.session m on m.id = n.session_id where n.student_id = ${sql.ref(student)} and not n.holds
    and m.state not in ('cancelled', 'annulled') and n.annulled_on is null and n.absence is distinct from 'valid')`;

/** The last exam of every student who studies and sits in none now. */
export async function lastExams(
  tx: Tx,
  { college, programmeCode }: { college: string | null; programmeCode: string | null },
): Promise<LastExam[]> {
  const { rows } =
    await sql<LastExam>`select distinct on (e.student_id) e.id as "examineeId", e.student_id as "studentId", p.full_name as name,
      g.code as "group", v.organisation_id as "organisationId", o.short_name as college, k.programme_code as "programmeCode",
      k.programme_name as "programmeName", s.code as exam, s.day, s.state, e.present, e.absence, e.absence_on as "absenceOn",
      w.grade, coalesce(w.annulled, e.annulled_on is not null) as annulled, ${attemptsOf('e.student_id')} as attempts
    from exams.examinee e join exams.session s on s.id = e.session_id join exams.kit k on k.id = s.kit_id
    join programmes.student_v v on v.id = e.student_id and v.status = 'studying'
    join programmes.study_group_v g on g.id = v.group_id join registry.person_v p on p.id = e.person_id
    join registry.organisation_v o on o.id = v.organisation_id left join exams.grade_v w on w.examinee_id = e.id
    where s.state <> 'cancelled' and not e.holds
      and not exists (select 1 from exams.examinee h where h.student_id = e.student_id and h.holds)
      and (${college}::uuid is null or v.organisation_id = ${college})
      and (${programmeCode}::text is null or k.programme_code = ${programmeCode})
    order by e.student_id, s.day desc, e.id desc`.execute(tx);
  return rows;
}
