import { sql } from 'kysely';
import type { Id, PlacementSnapshot, RepairEvent } from '../../../engines/placement/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import type { Drawn } from './compute-draw.ts';
import { computeRound } from './compute-round.ts';
import type { Round } from './round-row.ts';

interface Standing {
  entryId: string;
  offerId: string | null;
  withdrawn: boolean;
  /** Where the placement of the round stands now, if it stands. */
  heldAt: string | null;
  begun: boolean;
  elsewhere: boolean;
}

export interface Repair extends Drawn {
  withdrawn: number;
  left: number;
}

/**
 * What happened since the last run, and what a repair would move. Who withdrew, whose placement fell through and who
 * found a place elsewhere are out; a place that left has no seats; who already works there is not moved.
 */
export async function computeRepair(tx: Tx, round: Round): Promise<Repair> {
  const { rows: draws } = await sql<{ input: string }>`select input from practice.round_draw
    where round_id = ${round.id} and run = ${round.run}`.execute(tx);
  const input = draws[0]?.input ?? '{"students":[],"places":[]}';
  const snapshot = JSON.parse(input) as PlacementSnapshot;
  const { rows } =
    await sql<Standing>`select e.id as "entryId", w.offer_id as "offerId", e.withdrawn_at is not null as withdrawn,
      x.offer_id as "heldAt", coalesce(x.state not in ('requested', 'slot_reserved', 'contract_ok', 'cleared'), false) as begun,
      exists (select 1 from practice.placement y where y.person_id = s.person_id and y.state <> 'failed' and y.period && p.period
        and y.id is distinct from x.id) as elsewhere
    from practice.round_entry e join practice.round_result w on w.round_id = e.round_id and w.student_id = e.student_id
      and w.run = ${round.run}
    join practice.plan p on p.id = e.plan_id join programmes.student_v s on s.id = e.student_id
    left join practice.placement x on x.plan_id = e.plan_id and x.student_id = e.student_id and x.offer_id = w.offer_id
      and x.state <> 'failed'
    where e.round_id = ${round.id} order by e.id`.execute(tx);
  const already = new Set(
    snapshot.students.filter(({ ranks }) => ranks.length === 0).map(({ id }) => String(id)),
  );
  const out = rows.filter(
    ({ offerId, withdrawn, heldAt, elsewhere }) =>
      withdrawn || elsewhere || (offerId !== null && heldAt !== offerId),
  );
  const fresh = out.filter(({ entryId }) => !already.has(entryId));
  const events: RepairEvent[] = fresh.map(({ entryId }) => ({ kind: 'withdrawStudent', student: entryId }));
  const refusing: Id[] = rows.filter((row) => row.begun && !out.includes(row)).map(({ entryId }) => entryId);
  const left = await placeEvents(tx, round, snapshot, events);
  if (events.length === 0) throw refuse('practice:round.error.nothingToRepair', {}, { status: 409 });
  const { rule, policy } = round;
  const drawn = await computeRound({ input, rule, round, repair: { events, policy, refusing } });
  return { ...drawn, withdrawn: fresh.length, left };
}

/** Adds events of places that left, and of those where others have taken seats meanwhile. Gives how many left. */
async function placeEvents(
  tx: Tx,
  round: Round,
  snapshot: PlacementSnapshot,
  events: RepairEvent[],
): Promise<number> {
  const { rows } = await sql<{ id: string; gone: boolean; room: number }>`select o.offer_id as id,
      (o.left_on is not null or f.state <> 'open') as gone,
      (select count(*)::int from practice.round_result w join practice.round_entry e on e.round_id = w.round_id
          and e.student_id = w.student_id join practice.placement x on x.plan_id = e.plan_id and x.student_id = e.student_id
          and x.offer_id = o.offer_id and x.state <> 'failed'
        where w.round_id = o.round_id and w.run = ${round.run} and w.offer_id = o.offer_id and not w.administrative)
      + coalesce((select min(y.capacity - y.taken)::int from practice.place_day y where y.offer_id = f.id and exists (
          select 1 from practice.round_plan x join practice.plan p on p.id = x.plan_id
          where x.round_id = o.round_id and p.period @> y.day and f.period @> p.period)), 0)::int as room
    from practice.round_offer o join practice.offer f on f.id = o.offer_id where o.round_id = ${round.id}
    order by o.offer_id`.execute(tx);
  const capacity = new Map(snapshot.places.map(({ id, capacity }) => [String(id), capacity]));
  let left = 0;
  for (const { id, gone, room } of rows) {
    const seats = capacity.get(id) ?? 0;
    if (seats === 0) continue;
    if (gone) {
      left++;
      events.push({ kind: 'withdrawPlace', place: id });
    } else if (room < seats) events.push({ kind: 'capacity', place: id, capacity: room });
  }
  return left;
}
