import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

export interface Agreement {
  id: string;
  number: string;
  holds: boolean;
  ofBoth: boolean;
  from: string;
  to: string | null;
}

/** The practice agreement of a college and a host that serves these days best: in force and covering, if there is one. */
export async function findAgreement(
  tx: Tx,
  { organisationId, hostId, from, to }: { organisationId: string; hostId: string; from: string; to: string },
): Promise<Agreement | null> {
  const { rows } =
    await sql<Agreement>`select g.id, g.number, g.state in ('in_force', 'changing') as holds, true as "ofBoth",
      lower(g.valid) as "from", upper(g.valid) - 1 as "to"
    from agreements.agreement_v g
    join agreements.party_v a on a.agreement_id = g.id and a.organisation_id = ${organisationId}
    join agreements.party_v b on b.agreement_id = g.id and b.organisation_id = ${hostId}
    where g.kind = 'practice' and g.state not in ('recalled', 'ended')
    order by (g.state in ('in_force', 'changing')) desc, (g.valid @> daterange(${from}::date, ${to}::date, '[]')) desc,
      upper(g.valid) desc nulls first, g.id limit 1`.execute(tx);
  return rows[0] ?? null;
}
