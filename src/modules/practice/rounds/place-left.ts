import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Leftover, type LeftoverPlacement, placeLeftovers } from '../../../engines/placement/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Drawn } from './compute-draw.ts';
import { fitting } from './own-offers.ts';
import { openDesk } from './placing-desk.ts';

interface Pair {
  entryId: string;
  studentId: string;
  planId: string;
  offerId: string;
}

/** A distance nobody has written down: such a place goes last. */
const UNKNOWN_KM = 2000;

/**
 * Those whom no place of their own list took, by distance to places with a free seat that the rules of placing let
 * them have: as many as possible, then the least way in all. Decided by the administration, and marked so.
 */
export async function placeLeft(
  tx: Tx,
  round: { id: string },
  { unplaced, free }: Pick<Drawn, 'unplaced' | 'free'>,
): Promise<LeftoverPlacement | null> {
  if (unplaced.length === 0 || free.length === 0) return null;
  const { rows } =
    await sql<Pair>`select e.id as "entryId", e.student_id as "studentId", e.plan_id as "planId", f.id as "offerId"
    from jsonb_array_elements_text(${JSON.stringify(unplaced)}::jsonb) u (id)
    join practice.round_entry e on e.id = u.id::uuid and e.round_id = ${round.id}
    join practice.plan p on p.id = e.plan_id join programmes.study_group_v g on g.id = p.group_id
    join jsonb_array_elements_text(${JSON.stringify(free.map(({ place }) => place))}::jsonb) w (id) on true
    join practice.offer f on f.id = w.id::uuid and f.access_class = 'open'
    where ${fitting} order by e.id, f.id`.execute(tx);
  const kmOf = await readWays(tx, round.id, free);
  const desk = await openDesk(tx, {
    planIds: [...new Set(rows.map(({ planId }) => planId))],
    offerIds: [...new Set(rows.map(({ offerId }) => offerId))],
    lock: false,
  });
  const pairs: Leftover[] = [];
  for (const [at, { entryId, studentId, planId, offerId }] of rows.entries()) {
    // the portal answers others in between
    if (at % 200 === 199) await setImmediate();
    const { all, each } = await desk.judge(await desk.prepare(planId, offerId, [studentId]));
    if (all.length > 0 || each.some(({ refusals }) => refusals.length > 0)) continue;
    pairs.push({ student: entryId, place: offerId, distance: kmOf(entryId, offerId) });
  }
  return placeLeftovers(unplaced, free, pairs);
}

/** Whole kilometres from the home of an entry to a place: read by home and by place, since pairs are many. */
async function readWays(tx: Tx, roundId: string, free: Drawn['free']) {
  const { rows: homes } = await sql<{ id: string; home: string }>`select e.id, t.home_id as home
    from practice.round_entry e join programmes.student_v s on s.id = e.student_id
    join practice.trainee t on t.person_id = s.person_id
    where e.round_id = ${roundId} and t.home_id is not null`.execute(tx);
  const { rows: places } = await sql<{ id: string; at: string | null }>`select f.id,
      coalesce(f.municipality_id, h.municipality_id) as at
    from practice.offer f join registry.organisation_v h on h.id = f.organisation_id
    where f.id in (${sql.join(free.map(({ place }) => place))})`.execute(tx);
  const { rows: ways } = await sql<{
    way: string;
    km: number | null;
  }>`select from_id || ' ' || to_id as way, km
    from registry.distance_v`.execute(tx);
  const homeOf = new Map(homes.map(({ id, home }) => [id, home]));
  const placeOf = new Map(places.map(({ id, at }) => [id, at]));
  const kmOf = new Map(ways.map(({ way, km }) => [way, km]));
  return (entryId: string, offerId: string): number => {
    const home = homeOf.get(entryId);
    const at = placeOf.get(offerId);
    if (!home || !at) return UNKNOWN_KM;
    return home === at ? 0 : Math.round(kmOf.get(`${home} ${at}`) ?? UNKNOWN_KM);
  };
}
