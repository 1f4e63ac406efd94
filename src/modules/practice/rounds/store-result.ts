import { sql } from 'kysely';
import type { PlacementResult, PlacementSnapshot, Refusal } from '../../../engines/placement/index.ts';
import type { Tx } from '../../../platform/database/index.ts';

interface Stored {
  roundId: string;
  run: number;
  snapshot: PlacementSnapshot;
  result: PlacementResult;
  ms: number;
}

const changeOf = (refusal: Refusal) => {
  const { change } = refusal;
  if (!change) return null;
  const value =
    change.kind === 'position'
      ? change.position
      : change.kind === 'minimum'
        ? change.minimum
        : change.capacity;
  return { kind: change.kind, value };
};

/** A refusal as it is kept for the student: own figures and the border, nobody else. */
const told = (refusal: Refusal) => ({
  offerId: String(refusal.place),
  reason: refusal.reason,
  position: refusal.position ?? null,
  cutoff: refusal.cutoff ?? null,
  ahead: refusal.ahead ?? null,
  had: refusal.had ?? null,
  minimum: refusal.minimum ?? null,
  byLot: refusal.tier !== undefined && refusal.tier === refusal.cutoffTier,
  change: changeOf(refusal),
});

/** Writes a computed distribution: whole, by student, and the border of every place. */
export async function storeResult(tx: Tx, { roundId, run, snapshot, result, ms }: Stored): Promise<void> {
  await sql`update practice.round_draw set result = ${JSON.stringify(result)},
      statistics = ${JSON.stringify(result.statistics)}::jsonb, computed_ms = ${ms}
    where round_id = ${roundId} and run = ${run}`.execute(tx);
  const pinned = new Set((snapshot.pinned ?? []).map(([id]) => String(id)));
  const rows = snapshot.students.map(({ id, ranks }) => {
    const offerId = result.assignment[String(id)] ?? null;
    const at = ranks.findIndex((one) => [one].flat().some((place) => String(place) === String(offerId)));
    return {
      entry: id,
      offer: offerId,
      rank: offerId === null || at < 0 ? null : at + 1,
      pinned: pinned.has(String(id)),
      refusals: (result.refusals[String(id)] ?? []).map(told),
    };
  });
  await sql`insert into practice.round_result (round_id, run, student_id, offer_id, rank, pinned, refusals)
    select ${roundId}::uuid, ${run}::int, e.student_id, x.offer, x.rank, x.pinned, x.refusals
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x (entry uuid, offer uuid, rank int, pinned boolean, refusals jsonb)
    join practice.round_entry e on e.id = x.entry`.execute(tx);
  const closed = new Set(result.closed.map(({ place }) => String(place)));
  const cutoffs = Object.entries(result.cutoffs).map(([offer, cutoff]) => ({
    offer,
    cutoff,
    closed: closed.has(offer),
  }));
  await sql`update practice.round_offer o set cutoff = x.cutoff, closed = x.closed
    from jsonb_to_recordset(${JSON.stringify(cutoffs)}::jsonb) as x (offer uuid, cutoff jsonb, closed boolean)
    where o.round_id = ${roundId} and o.offer_id = x.offer`.execute(tx);
  await sql`update practice.round set certificate = ${JSON.stringify(result.certificate)}::jsonb, rev = rev + 1
    where id = ${roundId}`.execute(tx);
}
