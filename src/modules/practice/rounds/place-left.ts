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
  km: number | null;
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
    await sql<Pair>`select e.id as "entryId", e.student_id as "studentId", e.plan_id as "planId",
      o.offer_id as "offerId",
      case when t.home_id = coalesce(f.municipality_id, h.municipality_id) then 0 else d.km end as km
    from jsonb_array_elements_text(${JSON.stringify(unplaced)}::jsonb) u (id)
    join practice.round_entry e on e.id = u.id::uuid and e.round_id = ${round.id}
    join practice.plan p on p.id = e.plan_id join programmes.study_group_v g on g.id = p.group_id
    join programmes.student_v s on s.id = e.student_id
    join jsonb_array_elements_text(${JSON.stringify(free.map(({ place }) => place))}::jsonb) w (id) on true
    join practice.round_offer o on o.round_id = e.round_id and o.offer_id = w.id::uuid
    join practice.offer f on f.id = o.offer_id and f.access_class = 'open'
    join registry.organisation_v h on h.id = f.organisation_id
    left join practice.trainee t on t.person_id = s.person_id
    left join registry.distance_v d on d.from_id = t.home_id and d.to_id = coalesce(f.municipality_id, h.municipality_id)
    where ${fitting} order by e.id, o.offer_id`.execute(tx);
  const desk = await openDesk(tx, {
    planIds: [...new Set(rows.map(({ planId }) => planId))],
    offerIds: [...new Set(rows.map(({ offerId }) => offerId))],
    lock: false,
  });
  const pairs: Leftover[] = [];
  for (const { entryId, studentId, planId, offerId, km } of rows) {
    const { all, each } = await desk.judge(await desk.prepare(planId, offerId, [studentId]));
    if (all.length > 0 || each.some(({ refusals }) => refusals.length > 0)) continue;
    pairs.push({ student: entryId, place: offerId, distance: Math.round(km ?? UNKNOWN_KM) });
  }
  return placeLeftovers(unplaced, free, pairs);
}
