import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/rights/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';

/** Bodies `b` of the actor's organisation, and those of which the actor is or was a member. */
export function visible(scope: Scope, actor: Actor): RawBuilder<boolean> {
  if (scope === 'all') return sql<boolean>`true`;
  const member = sql<boolean>`exists (select 1 from bodies.member own where own.body_id = b.id and own.person_id = ${actor.personId})`;
  if (scope === 'organisation' && actor.organisationId)
    return sql<boolean>`(b.organisation_id = ${actor.organisationId} or ${member})`;
  return member;
}

/** Bodies `b` this actor keeps: plans meetings, writes minutes. */
export const kept = (scope: Scope, actor: Actor): RawBuilder<boolean> =>
  scope === 'all'
    ? sql<boolean>`true`
    : scope === 'organisation' && actor.organisationId
      ? sql<boolean>`b.organisation_id = ${actor.organisationId}`
      : sql<boolean>`false`;
