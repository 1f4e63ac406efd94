import { sql } from 'kysely';
import type { Terms } from './read-terms.ts';

const HOLDS = sql`a.state in ('in_force', 'changing')`;

/** In force and its last day is near; `a` is the agreement. */
export const expiring = ({ expiringDays }: Terms, today: string) =>
  sql<boolean>`(${HOLDS} and upper(a.valid) is not null and upper(a.valid) - 1 between ${today}::date and ${today}::date + ${expiringDays}::int)`;

/** In force, and nothing has been done under it for long. */
export const inactive = ({ inactiveDays }: Terms, today: string) =>
  sql<boolean>`(${HOLDS} and greatest(a.last_activity_on, a.concluded_on, lower(a.valid)) < ${today}::date - ${inactiveDays}::int)`;

/** The columns of a row of the register. Parties bear the names of the day the agreement was concluded. */
export const rowColumns = (terms: Terms, today: string) => sql`a.id, a.kind, a.number, a.subject, a.state,
  a.concluded_on as "concludedOn", lower(a.valid) as "from", upper(a.valid) - 1 as "to",
  a.last_activity_on as "lastActivityOn", ${expiring(terms, today)} as expiring, ${inactive(terms, today)} as inactive,
  (select jsonb_agg(jsonb_build_object('organisationId', p.organisation_id, 'name', coalesce(
      (select n.short_name from registry.organisation_name_v n where n.organisation_id = p.organisation_id
        and n.valid @> coalesce(a.concluded_on, lower(a.valid))), o.short_name, '')) order by p.place)
    from agreements.party p left join registry.organisation_v o on o.id = p.organisation_id
    where p.agreement_id = a.id) as parties`;
