import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { type Actor, found } from '../../../platform/use-case/index.ts';
import { demandShown, ownEmployer } from '../consent/shown.ts';

export interface OwnCandidate {
  id: string;
  personId: string;
  studentId: string;
  sessionId: string | null;
  needLineId: string | null;
  organisationId: string;
  organisation: string;
  birthDate: string | null;
}

/** Locks a candidate of the own list who may still be shown today. */
export async function ownCandidate(
  tx: Tx,
  { id, actor, today }: { id: string; actor: Actor; today: string },
) {
  const organisationId = ownEmployer(actor);
  const { rows } =
    await sql<OwnCandidate>`select c.id, c.person_id as "personId", c.student_id as "studentId",
      c.session_id as "sessionId", c.need_line_id as "needLineId", c.organisation_id as "organisationId",
      o.short_name as organisation, p.birth_date as "birthDate"
    from hiring.candidate c join registry.organisation_v o on o.id = c.organisation_id
    join registry.person_v p on p.id = c.person_id
    where c.id = ${id} and c.organisation_id = ${organisationId} and c.removed_on is null for update of c`.execute(
      tx,
    );
  const candidate = found(rows[0]);
  await demandShown(tx, { actor, studentId: candidate.studentId, today });
  return candidate;
}

/** The address of the person's account; letters go there, nobody is told it. */
export async function addressOf(tx: Tx, personId: string): Promise<string | null> {
  const { rows } = await sql<{
    email: string;
  }>`select email from identity."user" where person_id = ${personId}`.execute(tx);
  return rows[0]?.email ?? null;
}
