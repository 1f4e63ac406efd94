import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Scope } from '../../../platform/rights/index.ts';
import { type Actor, found } from '../../../platform/use-case/index.ts';
import { mentorsWithin } from './mentor-row.ts';

export interface Stored {
  id: string;
  personId: string;
  organisationId: string;
  clearanceOn: string | null;
  isDemo: boolean;
  rev: number;
}

/** One mentor this actor may change, locked until the end of the transaction. */
export async function loadMentor(
  tx: Tx,
  { id, scope, actor }: { id: string; scope: Scope; actor: Actor },
): Promise<Stored> {
  const { rows } =
    await sql<Stored>`select m.id, m.person_id as "personId", m.organisation_id as "organisationId",
      m.clearance_on as "clearanceOn", m.is_demo as "isDemo", m.rev
    from specialists.mentor m where m.id = ${id} and ${mentorsWithin(scope, actor)} for update`.execute(tx);
  return found(rows[0]);
}
