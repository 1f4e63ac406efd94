import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import type { Actor } from '../../platform/use-case/index.ts';

interface SessionRow {
  user_id: string;
  person_id: string;
  assignment_id: string;
  role: string;
  organisation_id: string | null;
  municipality_id: string | null;
  verified: boolean;
}

/**
 * Who acts, by the session's token, in one indexed SELECT: nothing is cached, so revoking a session, ending a
 * role or unverifying an organisation acts at the next request. Without a chosen role the first valid one holds.
 */
export async function loadActor(
  db: Tx,
  token: string,
  now: string,
  today: string,
  rightsOf: (role: string) => Actor['rights'],
): Promise<{ actor: Actor; userId: string } | null> {
  const { rows } = await sql<SessionRow>`
    select s.user_id, s.person_id, a.id as assignment_id, a.role, o.id as organisation_id,
      coalesce(a.municipality_id, o.municipality_id) as municipality_id,
      (o.id is null or o.verified_on is not null) as verified
    from identity.session_v s
    join registry.assignment a on a.person_id = s.person_id and a.valid @> ${today}::date
    -- a role that could not move with a merge acts for the record that stands for its organisation now
    left join registry.survivor_v v on v.kind = 'organisation' and v.id = a.organisation_id
    left join registry.organisation o on o.id = v.survivor_id
    where s.token = ${token} and s.expires_at > ${now}
    order by (a.id = s.assignment_id) desc nulls last, a.id limit 1`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const actor: Actor = {
    kind: 'person',
    personId: row.person_id,
    assignmentId: row.assignment_id,
    role: row.role,
    organisationId: row.organisation_id,
    municipalityId: row.municipality_id,
    verified: row.verified,
    rights: rightsOf(row.role),
  };
  return { actor, userId: row.user_id };
}
