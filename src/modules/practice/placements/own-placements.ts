import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/rights/index.ts';
import { within } from '../../../platform/rights/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';

/** Placements `p` of the actor's college; a curator's own groups. */
export const ofCollege = (scope: Scope, actor: Actor): RawBuilder<boolean> =>
  within(scope, actor, {
    organisation: 'p.organisation_id',
    assigned: sql<boolean>`p.organisation_id = ${actor.organisationId} and exists (select 1 from practice.plan_v n
      join programmes.study_group_v g on g.id = n.group_id where n.id = p.plan_id and g.curator_id = ${actor.personId})`,
  });

/** Placements `p` at the actor's enterprise; a mentor's own trainees. An unverified organisation sees nobody. */
export const ofHost = (scope: Scope, actor: Actor): RawBuilder<boolean> =>
  actor.verified
    ? within(scope, actor, {
        organisation: 'p.host_id',
        assigned: sql<boolean>`exists (select 1 from specialists.tutoring_v u where u.source_kind = 'practice.placement'
          and u.source_id = p.id and u.mentor_person_id = ${actor.personId} and not isempty(u.valid))`,
      })
    : sql<boolean>`false`;
