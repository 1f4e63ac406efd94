import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Scope } from '../../../platform/rights/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';

/** The zone a question is about: a municipality sees its own planning zone, whatever it asks for. */
export async function ownZone(tx: Tx, scope: Scope, actor: Actor, asked?: string): Promise<string | null> {
  if (scope === 'all') return asked ?? null;
  const { rows } = await sql<{
    zone_code: string;
  }>`select zone_code from registry.municipality_v where id = ${actor.municipalityId}`.execute(tx);
  return rows[0]?.zone_code ?? '';
}
