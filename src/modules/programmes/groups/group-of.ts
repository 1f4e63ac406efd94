import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

export interface GroupOfStudent {
  studentId: string;
  groupId: string;
  code: string;
  course: number;
  programmeId: string;
  organisationId: string;
  status: 'studying' | 'leave' | 'expelled' | 'transferred' | 'graduated';
}

/** The group a person studies in on a day, by the orders of that day; null when in none. The latest when in several. */
export async function groupOf(tx: Tx, personId: string, day: string): Promise<GroupOfStudent | null> {
  const { rows } = await sql<GroupOfStudent>`select s.id as "studentId", g.id as "groupId", g.code, g.course,
      g.programme_id as "programmeId", p.organisation_id as "organisationId", s.status
    from programmes.student s join programmes.study_group g on g.id = s.group_id
    join programmes.programme p on p.id = g.programme_id
    where s.person_id = ${personId}
      and exists (select 1 from programmes.student_event e where e.student_id = s.id
        and e.kind in ('enrolment', 'transfer-in') and e.on_date <= ${day}::date)
      and not exists (select 1 from programmes.student_event e where e.student_id = s.id
        and e.kind in ('transfer-out', 'expulsion', 'graduation') and e.on_date <= ${day}::date)
    order by (select max(e.on_date) from programmes.student_event e where e.student_id = s.id) desc, s.id desc limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
}
