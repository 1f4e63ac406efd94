import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { PlacementQuota, PlacementSnapshot } from '../../../engines/placement/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Round } from './round-row.ts';
import type { Cap, PriorityClass, Quota } from './schemas.ts';

interface Wish {
  entryId: string;
  offerId: string;
  college: string;
  programme: string;
  needsAccess: boolean;
  homeId: string | null;
  placeId: string | null;
  km: number | null;
}

/** The class of one wish: 0 stands first. Where home or distance is unknown, the last class. */
export function classOf(
  rule: PriorityClass,
  wish: Pick<Wish, 'needsAccess' | 'homeId' | 'placeId' | 'km'>,
): number {
  if (rule.kind === 'access') return wish.needsAccess ? 0 : 1;
  if (rule.kind === 'district') return wish.homeId !== null && wish.homeId === wish.placeId ? 0 : 1;
  const { km } = wish;
  const band = km === null ? -1 : rule.bands.findIndex((limit) => km <= limit);
  return band < 0 ? rule.bands.length : band;
}

/**
 * The input of the engine out of the database: who has ranked and not withdrawn, is still studying and free on the
 * days; places that have not left. Students stand under their pseudonym, in its order.
 */
export async function buildSnapshot(
  tx: Tx,
  round: Pick<Round, 'id' | 'classes' | 'quotas' | 'caps'>,
): Promise<PlacementSnapshot> {
  const { rows: entries } = await sql<{ id: string; college: string; programme: string }>`select e.id,
      p.organisation_id as college, g.programme_code as programme
    from practice.round_entry e join practice.plan p on p.id = e.plan_id join programmes.study_group_v g on g.id = p.group_id
    join programmes.student_v s on s.id = e.student_id and s.group_id = p.group_id and s.status = 'studying'
    where e.round_id = ${round.id} and e.withdrawn_at is null and not exists (select 1 from practice.placement x
      where x.person_id = s.person_id and x.state <> 'failed' and x.period && p.period) order by e.id`.execute(
    tx,
  );
  const { rows: wishes } =
    await sql<Wish>`select e.id as "entryId", k.offer_id as "offerId", p.organisation_id as college,
      coalesce(t.needs_access, false) as "needsAccess", t.home_id as "homeId",
      coalesce(f.municipality_id, h.municipality_id) as "placeId",
      case when t.home_id = coalesce(f.municipality_id, h.municipality_id) then 0 else d.km end as km
    from practice.ranking k join practice.round_entry e on e.round_id = k.round_id and e.student_id = k.student_id
    join practice.round_offer o on o.round_id = k.round_id and o.offer_id = k.offer_id and o.left_on is null
    join practice.offer f on f.id = k.offer_id join registry.organisation_v h on h.id = f.organisation_id
    join practice.plan p on p.id = e.plan_id join programmes.student_v s on s.id = e.student_id
    left join practice.trainee t on t.person_id = s.person_id
    left join registry.distance_v d on d.from_id = t.home_id and d.to_id = coalesce(f.municipality_id, h.municipality_id)
    where k.round_id = ${round.id} order by k.student_id, k.place`.execute(tx);
  const { rows: places } = await sql<{
    id: string;
    capacity: number;
    minimum: number;
    employer: string;
    programmes: string[];
  }>`select f.id, f.organisation_id as employer,
      o.seats as capacity, f.min_group as minimum, to_jsonb(f.programmes) as programmes
    from practice.round_offer o join practice.offer f on f.id = o.offer_id
    where o.round_id = ${round.id} and o.left_on is null order by f.id`.execute(tx);
  const { rows: pins } = await sql<{ entry: string; offer: string }>`select e.id as entry, n.offer_id as offer
    from practice.round_pin n join practice.round_entry e on e.round_id = n.round_id and e.student_id = n.student_id
    join practice.round_offer o on o.round_id = n.round_id and o.offer_id = n.offer_id and o.left_on is null
    where n.round_id = ${round.id} and e.withdrawn_at is null order by e.id`.execute(tx);
  const here = new Set(entries.map(({ id }) => id));
  const of = new Map<string, Wish[]>();
  for (const wish of wishes) {
    const list = of.get(wish.entryId);
    if (list) list.push(wish);
    else of.set(wish.entryId, [wish]);
  }
  const limited = new Set([
    ...round.caps.map(({ hostId }) => hostId),
    ...round.quotas.flatMap(({ hostId }) => hostId ?? []),
  ]);
  return {
    students: entries.map((entry) => {
      const own = of.get(entry.id) ?? [];
      return {
        ...entry,
        ranks: own.map(({ offerId }) => offerId),
        classes: own.map((wish) => round.classes.map((rule) => classOf(rule, wish))),
      };
    }),
    places: places.map(({ minimum, employer, ...place }) => ({
      ...place,
      ...(minimum > 1 && { minimum }),
      ...(limited.has(employer) && { employer }),
    })),
    ...limitsOf(round, new Set(places.map(({ id }) => id)), new Set(places.map(({ employer }) => employer))),
    ...(pins.length > 0 && {
      pinned: pins.flatMap(({ entry, offer }): [string, string][] =>
        here.has(entry) ? [[entry, offer]] : [],
      ),
    }),
  };
}

/** Limits in the engine's own words; those of places and enterprises that have left say nothing. */
export function limitsOf(
  { quotas, caps }: { quotas: readonly Quota[]; caps: readonly Cap[] },
  places: ReadonlySet<string>,
  hosts: ReadonlySet<string>,
): Pick<PlacementSnapshot, 'employers' | 'quotas'> {
  const employers = caps
    .filter(({ hostId }) => hosts.has(hostId))
    .map(({ hostId, seats }) => ({ id: hostId, capacity: seats }));
  // the engine knows an enterprise by its own limit: one without a cap takes whatever its places take
  for (const { hostId } of quotas)
    if (hostId && hosts.has(hostId) && !employers.some(({ id }) => id === hostId))
      employers.push({ id: hostId, capacity: 1_000_000 });
  const told = quotas
    .filter(({ offerId, hostId }) => (offerId ? places.has(offerId) : hosts.has(hostId ?? '')))
    .map(
      ({ kind, seats, offerId, hostId, organisationId, programme }: Quota): PlacementQuota => ({
        kind,
        seats,
        ...(offerId && { place: offerId }),
        ...(hostId && { employer: hostId }),
        ...(organisationId && { college: organisationId }),
        ...(programme && { programme }),
      }),
    );
  return { ...(employers.length > 0 && { employers }), ...(told.length > 0 && { quotas: told }) };
}

export const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Keeps the frozen input as the bytes that are hashed and computed from. */
export async function keepInput(
  tx: Tx,
  round: Pick<Round, 'id'>,
  { run, cause, input, now }: { run: number; cause: 'draw' | 'repair'; input: string; now: string },
): Promise<string> {
  const hash = hashOf(input);
  await sql`insert into practice.round_draw (round_id, run, cause, input, input_hash, made_at)
    values (${round.id}, ${run}, ${cause}, ${input}, ${hash}, ${now})`.execute(tx);
  await sql`update practice.round set last_run = ${run}, input_hash = ${hash}, rev = rev + 1 where id = ${round.id}`.execute(
    tx,
  );
  return hash;
}
