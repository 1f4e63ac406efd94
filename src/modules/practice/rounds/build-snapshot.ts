import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { PlacementQuota, PlacementSnapshot } from '../../../engines/placement/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Round } from './round-row.ts';
import type { Cap, PriorityClass, Quota } from './schemas.ts';

interface Wish {
  needsAccess: boolean;
  homeId: string | null;
  placeId: string | null;
  km: number | null;
}

interface Entry {
  id: string;
  studentId: string;
  college: string;
  programme: string;
  needsAccess: boolean;
  homeId: string | null;
}

/** The class of one wish: 0 stands first. Where home or distance is unknown, the last class. */
export function classOf(rule: PriorityClass, wish: Wish): number {
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
  // read part by part and joined here: over seventy thousand wishes the views behind people and places are too dear
  const { rows: entries } =
    await sql<Entry>`select e.id, e.student_id as "studentId", p.organisation_id as college,
      g.programme_code as programme, coalesce(t.needs_access, false) as "needsAccess", t.home_id as "homeId"
    from practice.round_entry e join practice.plan p on p.id = e.plan_id join programmes.study_group_v g on g.id = p.group_id
    join programmes.student_v s on s.id = e.student_id and s.group_id = p.group_id and s.status = 'studying'
    left join practice.trainee t on t.person_id = s.person_id
    where e.round_id = ${round.id} and e.withdrawn_at is null and not exists (select 1 from practice.placement x
      where x.person_id = s.person_id and x.state <> 'failed' and x.period && p.period) order by e.id`.execute(
      tx,
    );
  const { rows: wishes } = await sql<{ studentId: string; offerId: string }>`select student_id as "studentId",
      offer_id as "offerId" from practice.ranking where round_id = ${round.id} order by student_id, place`.execute(
    tx,
  );
  const { rows: places } = await sql<{
    id: string;
    capacity: number;
    minimum: number;
    employer: string;
    programmes: string[];
    placeId: string | null;
  }>`select f.id, f.organisation_id as employer, coalesce(f.municipality_id, h.municipality_id) as "placeId",
      o.seats as capacity, f.min_group as minimum, to_jsonb(f.programmes) as programmes
    from practice.round_offer o join practice.offer f on f.id = o.offer_id
    join registry.organisation_v h on h.id = f.organisation_id
    where o.round_id = ${round.id} and o.left_on is null order by f.id`.execute(tx);
  const { rows: ways } = await sql<{
    way: string;
    km: number | null;
  }>`select from_id || ' ' || to_id as way, km
    from registry.distance_v`.execute(tx);
  const { rows: pins } = await sql<{ entry: string; offer: string }>`select e.id as entry, n.offer_id as offer
    from practice.round_pin n join practice.round_entry e on e.round_id = n.round_id and e.student_id = n.student_id
    join practice.round_offer o on o.round_id = n.round_id and o.offer_id = n.offer_id and o.left_on is null
    where n.round_id = ${round.id} and e.withdrawn_at is null order by e.id`.execute(tx);
  const here = new Set(entries.map(({ id }) => id));
  const placeOf = new Map(places.map(({ id, placeId }) => [id, placeId]));
  const kmOf = new Map(ways.map(({ way, km }) => [way, km]));
  const lists = new Map<string, string[]>();
  for (const { studentId, offerId } of wishes) {
    if (!placeOf.has(offerId)) continue;
    const list = lists.get(studentId);
    if (list) list.push(offerId);
    else lists.set(studentId, [offerId]);
  }
  const classesOf = ({ needsAccess, homeId }: Entry, offerId: string): number[] => {
    const placeId = placeOf.get(offerId) ?? null;
    const km =
      homeId === null || placeId === null ? null : homeId === placeId ? 0 : kmOf.get(`${homeId} ${placeId}`);
    const wish = { needsAccess, homeId, placeId, km: km ?? null };
    return round.classes.map((rule) => classOf(rule, wish));
  };
  const limited = new Set([
    ...round.caps.map(({ hostId }) => hostId),
    ...round.quotas.flatMap(({ hostId }) => hostId ?? []),
  ]);
  return {
    students: entries.map((entry) => {
      const { id, college, programme } = entry;
      const ranks = lists.get(entry.studentId) ?? [];
      return { id, college, programme, ranks, classes: ranks.map((offerId) => classesOf(entry, offerId)) };
    }),
    places: places.map(({ minimum, employer, placeId: _, ...place }) => ({
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
