import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Scope } from '../../../platform/rights/index.ts';
import { type Actor, found } from '../../../platform/use-case/index.ts';
import { type StudentRow, studentsWithin } from './student-row.ts';

export interface LockedStudent {
  id: string;
  personId: string;
  groupId: string;
  organisationId: string;
  seatLineId: string | null;
  funding: StudentRow['funding'];
  status: StudentRow['status'];
  externalKey: string | null;
  graduationYear: number;
  /** Day of the last order. */
  last: string | null;
}

/** Locks a student this person may change. */
export async function lockStudent(tx: Tx, id: string, scope: Scope, actor: Actor): Promise<LockedStudent> {
  const { rows } = await sql<LockedStudent>`select s.id, s.person_id as "personId", s.group_id as "groupId",
      p.organisation_id as "organisationId", s.seat_line_id as "seatLineId", s.funding, s.status,
      s.external_key as "externalKey", g.graduation_year as "graduationYear",
      (select max(e.on_date) from programmes.student_event e where e.student_id = s.id) as last
    from programmes.student s join programmes.study_group g on g.id = s.group_id
    join programmes.programme p on p.id = g.programme_id
    where s.id = ${id} and ${studentsWithin(scope, actor)} for update of s`.execute(tx);
  return found(rows[0]);
}
