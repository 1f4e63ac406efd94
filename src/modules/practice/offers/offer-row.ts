import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type Scope, within } from '../../../platform/rights/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';
import type { offerRow } from './schemas.ts';

export type OfferRow = z.output<typeof offerRow>;

interface Asked {
  /** The municipality distances are counted from. */
  homeId: string | null;
  /** Units are counted as taken on these days; by default on all days of the offer. */
  from: string | null;
  to: string | null;
}

/** Between the actor's organisation and the host there is a practice agreement in force. */
const partners = (actor: Actor) => sql<boolean>`exists (select 1 from agreements.agreement_v g
  join agreements.party_v a on a.agreement_id = g.id and a.organisation_id = f.organisation_id
  join agreements.party_v b on b.agreement_id = g.id and b.organisation_id = ${actor.organisationId}
  where g.kind = 'practice' and g.state in ('in_force', 'changing'))`;

/** Where the places of a restricted plant are is told to the plant itself and to those it has an agreement with. */
const told = (actor: Actor) =>
  sql<boolean>`(f.access_class = 'open' or f.organisation_id = ${actor.organisationId} or ${partners(actor)})`;

/**
 * Whoever mentors at the host on days of the offer. Written without `&&`: the mentors of one host are few, whoever
 * mentors anywhere on such days are many, and it is the second that an index on days finds.
 */
const mentors = sql`(select count(distinct x.mentor_id)::int from specialists.mentor_v x
  where x.organisation_id = f.organisation_id and not isempty(x.valid * f.period))`;

/** Columns of an offer `f` with its host `o`, its municipality `m` and the distance `d`. */
export const offerColumns = (actor: Actor) => sql`f.id, f.organisation_id as "organisationId",
  o.short_name as organisation, f.title, to_jsonb(f.programmes) as programmes, to_jsonb(f.kinds) as kinds,
  lower(f.period) as "from", upper(f.period) - 1 as "to", f.capacity, coalesce(t.taken, 0) as taken,
  f.min_group as "minGroup", m.id as "municipalityId", m.short_name as municipality, coalesce(m.is_rural, false) as "isRural",
  case when ${told(actor)} then f.address end as address,
  case when ${told(actor)} then coalesce(m.lat, o.lat) end as lat, case when ${told(actor)} then coalesce(m.lon, o.lon) end as lon,
  case when ${told(actor)} then round(d.km::numeric, 1)::float8 end as km, coalesce(d.by_road, false) as "byRoad",
  f.minutes_a_day as "minutesADay", f.days_a_week as "daysAWeek", f.needs_medical as "needsMedical",
  f.takes_minors as "takesMinors", f.lodging, f.transport, f.pay, f.employs, f.access_class = 'restricted' as restricted, f.state,
  ${mentors} as mentors`;

export const offerFrom = ({ homeId, from, to }: Asked) => sql`practice.offer f
  join registry.organisation_v o on o.id = f.organisation_id
  left join registry.municipality_v m on m.id = coalesce(f.municipality_id, o.municipality_id)
  left join registry.distance_v d on d.from_id = ${homeId}::uuid and d.to_id = m.id
  left join lateral (select max(y.taken)::int as taken from practice.place_day y where y.offer_id = f.id
    and y.day between coalesce(${from}::date, lower(f.period)) and coalesce(${to}::date, upper(f.period) - 1)) t on true`;

/**
 * Which offers a role sees: an enterprise its own in any state; others what is open. A restricted plant's offer is seen
 * by colleges only under an agreement with it; an offer kept for one college only by that college.
 */
export function offersWithin(scope: Scope, actor: Actor): RawBuilder<boolean> {
  const own = within(scope, actor, { organisation: 'f.organisation_id', municipality: 'm.id' });
  if (scope === 'organisation') return own;
  const college = /^(college|university)_/.test(actor.role);
  const allowed = college
    ? sql<boolean>`(f.access_class = 'open' or ${partners(actor)}) and (f.kept_for is null or f.kept_for = ${actor.organisationId})`
    : sql<boolean>`true`;
  return sql<boolean>`(${own} and f.state in ('open', 'frozen') and ${allowed})`;
}
