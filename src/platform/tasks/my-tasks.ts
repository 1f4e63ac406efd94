import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../use-case/index.ts';

/** Days ahead that count as soon. */
export const SOON_DAYS = 7;

/**
 * Which tasks are this actor's: own ones, and those of the role held now, in the place where it is held. An
 * organisation not yet verified gets only tasks addressed to the person: the others may tell of persons.
 */
export function mine(actor: Actor): RawBuilder<boolean> {
  const own = sql<boolean>`person_id = ${actor.personId}`;
  if (!actor.verified) return sql<boolean>`(state = 'open' and ${own})`;
  return sql<boolean>`(state = 'open' and (${own} or (role = ${actor.role} and (
    organisation_id = ${actor.organisationId} or municipality_id = ${actor.municipalityId}
    or (organisation_id is null and municipality_id is null)))))`;
}

/** Overdue first, then what is due within a week, then the rest. */
export const groupOn = (today: string): RawBuilder<string> => sql<string>`case
  when due < ${today}::date then 'overdue'
  when due <= ${today}::date + ${SOON_DAYS}::int then 'soon' else 'later' end`;
