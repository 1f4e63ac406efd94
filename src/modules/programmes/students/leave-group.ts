import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { endRole, leaveCohort } from '../../registry/index.ts';

interface Leaving {
  studentId: string;
  personId: string;
  groupId: string;
  organisationId: string;
  /** The first day without the group. */
  on: string;
  /** Moves to another group of the college: the role goes on unbroken. */
  staysInCollege?: boolean;
}

/** Ends the place in the cohort, and the role of a student when the person studies in no other group here. */
export async function leaveGroup(tx: Tx, l: Leaving): Promise<void> {
  await leaveCohort(tx, l.groupId, l.personId, l.on);
  if (l.staysInCollege) return;
  const elsewhere =
    await sql`select 1 from programmes.student_v where person_id = ${l.personId} and id <> ${l.studentId}
    and organisation_id = ${l.organisationId} and status in ('studying', 'leave')`.execute(tx);
  if (elsewhere.rows.length > 0) return;
  const { personId, organisationId, on } = l;
  await endRole(tx, { personId, role: 'student', organisationId, ground: 'programmes.student', on });
}
