import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Scope } from '../../../platform/rights/index.ts';
import { type Actor, found } from '../../../platform/use-case/index.ts';
import { type BarePlan, planColumns, planFrom, plansWithin } from './plan-row.ts';

export interface LoadedPlan extends BarePlan {
  organisationId: string;
  graduationYear: number;
  isDemo: boolean;
}

/** One practice this actor may see; `lock` for a change. */
export async function loadPlan(
  tx: Tx,
  { id, scope, actor, lock }: { id: string; scope: Scope; actor: Actor; lock?: boolean },
): Promise<LoadedPlan> {
  const { rows } = await sql<LoadedPlan>`select ${planColumns}, p.organisation_id as "organisationId",
      g.graduation_year as "graduationYear", p.is_demo as "isDemo"
    from ${planFrom} where p.id = ${id} and ${plansWithin(scope, actor)} ${lock ? sql`for update of p` : sql``}`.execute(
    tx,
  );
  return found(rows[0]);
}
