import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Scope } from '../../../platform/rights/index.ts';
import { type Actor, notFound } from '../../../platform/use-case/index.ts';
import type { LoadedPlan } from '../plans/load-plan.ts';
import { planColumns, planFrom } from '../plans/plan-row.ts';

/** A practice whose papers this actor makes: the own college's, or one with students at the own enterprise. */
export async function planFor(
  tx: Tx,
  { planId, actor, scope }: { planId: string; actor: Actor; scope: Scope },
): Promise<{ plan: LoadedPlan; forHost: boolean }> {
  const { rows } = await sql<
    LoadedPlan & { hosts: boolean }
  >`select ${planColumns}, p.organisation_id as "organisationId",
      g.graduation_year as "graduationYear", p.is_demo as "isDemo",
      exists (select 1 from practice.placement x where x.plan_id = p.id and x.host_id = ${actor.organisationId}
        and x.state not in ('requested', 'failed')) as hosts
    from ${planFrom} where p.id = ${planId}`.execute(tx);
  const row = rows[0];
  const own = row && (scope === 'all' || row.organisationId === actor.organisationId);
  if (!row || (!own && !(row.hosts && actor.verified))) throw notFound();
  const { hosts: _, ...plan } = row;
  return { plan, forHost: !own };
}
