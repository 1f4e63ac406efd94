import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/rights/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';

/** Agreements `a` whose parties include the actor's organisation, or one of their territory. */
export function visible(scope: Scope, actor: Actor): RawBuilder<boolean> {
  if (scope === 'all') return sql<boolean>`true`;
  if (scope === 'organisation' && actor.organisationId)
    return sql<boolean>`exists (select 1 from agreements.party own
      where own.agreement_id = a.id and own.organisation_id = ${actor.organisationId})`;
  if (scope === 'territory' && actor.municipalityId)
    return sql<boolean>`exists (select 1 from agreements.party_v own
      where own.agreement_id = a.id and own.municipality_id = ${actor.municipalityId})`;
  return sql<boolean>`false`;
}
