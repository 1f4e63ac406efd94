import { sql } from 'kysely';
import type { LeftoverPlacement } from '../../../engines/placement/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Drawn } from './compute-draw.ts';

interface Stored {
  roundId: string;
  run: number;
  drawn: Drawn;
  leftovers: LeftoverPlacement | null;
}

/** Writes a computed distribution: whole, by student, the border of every place, and those placed by distance. */
export async function storeResult(tx: Tx, { roundId, run, drawn, leftovers }: Stored): Promise<void> {
  const { measured, statistics } = drawn;
  await sql`update practice.round_draw set result = ${drawn.result}, statistics = ${JSON.stringify(statistics)}::jsonb,
      measured = ${JSON.stringify(measured)}::jsonb, computed_ms = ${measured.read + measured.engine + measured.texts},
      leftovers = ${leftovers ? JSON.stringify(leftovers) : null}::jsonb
    where round_id = ${roundId} and run = ${run}`.execute(tx);
  await sql`insert into practice.round_result (round_id, run, student_id, offer_id, rank, pinned, stood, tier, refusals)
    select ${roundId}::uuid, ${run}::int, e.student_id, x.offer, x.rank, x.pinned, x.stood, x.tier, x.refusals
    from jsonb_to_recordset(${drawn.rows}::jsonb)
      as x (entry uuid, offer uuid, rank int, pinned boolean, stood int, tier int, refusals jsonb)
    join practice.round_entry e on e.id = x.entry`.execute(tx);
  await sql`update practice.round_offer o set cutoff = x.cutoff, closed = x.closed
    from jsonb_to_recordset(${drawn.borders}::jsonb) as x (offer uuid, cutoff jsonb, closed boolean)
    where o.round_id = ${roundId} and o.offer_id = x.offer`.execute(tx);
  if (leftovers && leftovers.assigned.length > 0)
    await sql`update practice.round_result w set offer_id = x.place, administrative = true
      from jsonb_to_recordset(${JSON.stringify(leftovers.assigned)}::jsonb) as x (student uuid, place uuid)
      join practice.round_entry e on e.id = x.student
      where w.round_id = ${roundId} and w.run = ${run} and w.student_id = e.student_id`.execute(tx);
  await sql`update practice.round set certificate = ${drawn.certificate}::jsonb, rev = rev + 1, faults = '[]'
    where id = ${roundId}`.execute(tx);
}
