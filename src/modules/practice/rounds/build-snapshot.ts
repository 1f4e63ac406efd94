import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { PlacementSnapshot } from '../../../engines/placement/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Round } from './round-row.ts';
import type { PriorityClass } from './schemas.ts';

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
  round: Pick<Round, 'id' | 'classes'>,
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
    programmes: string[];
  }>`select f.id,
      o.seats as capacity, f.min_group as minimum, to_jsonb(f.programmes) as programmes
    from practice.round_offer o join practice.offer f on f.id = o.offer_id
    where o.round_id = ${round.id} and o.left_on is null order by f.id`.execute(tx);
  const of = new Map<string, Wish[]>();
  for (const wish of wishes) {
    const list = of.get(wish.entryId);
    if (list) list.push(wish);
    else of.set(wish.entryId, [wish]);
  }
  return {
    students: entries.map((entry) => {
      const own = of.get(entry.id) ?? [];
      return {
        ...entry,
        ranks: own.map(({ offerId }) => offerId),
        classes: own.map((wish) => round.classes.map((rule) => classOf(rule, wish))),
      };
    }),
    places: places.map(({ minimum, ...place }) => (minimum > 1 ? { ...place, minimum } : place)),
  };
}

export const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Keeps the frozen input as the bytes that are hashed and computed from. */
export async function keepInput(
  tx: Tx,
  round: Pick<Round, 'id'>,
  {
    run,
    cause,
    snapshot,
    now,
  }: { run: number; cause: 'draw' | 'repair'; snapshot: PlacementSnapshot; now: string },
): Promise<string> {
  const input = JSON.stringify(snapshot);
  const hash = hashOf(input);
  await sql`insert into practice.round_draw (round_id, run, cause, input, input_hash, made_at)
    values (${round.id}, ${run}, ${cause}, ${input}, ${hash}, ${now})`.execute(tx);
  await sql`update practice.round set last_run = ${run}, input_hash = ${hash}, rev = rev + 1 where id = ${round.id}`.execute(
    tx,
  );
  return hash;
}
