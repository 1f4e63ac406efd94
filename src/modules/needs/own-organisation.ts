import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import { type Scope, within } from '../../platform/rights/index.ts';
import { type Actor, found, refuse } from '../../platform/use-case/index.ts';

export interface OwnOrganisation {
  id: string;
  name: string;
  municipalityId: string | null;
  inn: string | null;
}

/** The enterprise that is meant: the actor's own, or the named one within the actor's scope. */
export async function organisationInScope(
  tx: Tx,
  { actor, scope, named }: { actor: Actor; scope: Scope; named: string | undefined },
): Promise<OwnOrganisation> {
  const id = named ?? actor.organisationId;
  if (!id) throw refuse('needs:error.noEnterprise');
  const { rows } = await sql<OwnOrganisation>`
    select o.id, o.short_name as name, o.municipality_id as "municipalityId", o.inn from registry.organisation_v o
    where o.id = ${id} and o.kind = 'enterprise'
      and ${within(scope, actor, { organisation: 'o.id', municipality: 'o.municipality_id' })}`.execute(tx);
  return found(rows[0]);
}

/** Years for which needs are stated: those of the open campaign, else the seven years after this one. */
export async function statedYears(
  tx: Tx,
  today: string,
): Promise<{ from: number; to: number; campaignId: string | null }> {
  const { rows } = await sql<{ id: string; first_year: number; last_year: number }>`
    select id, first_year, last_year from needs.campaign where state = 'open'
    order by year desc, opens_on desc limit 1`.execute(tx);
  const [open] = rows;
  if (open) return { from: open.first_year, to: open.last_year, campaignId: open.id };
  const next = Number(today.slice(0, 4)) + 1;
  return { from: next, to: next + 6, campaignId: null };
}
