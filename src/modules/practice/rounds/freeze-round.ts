import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { moveStates } from '../../../platform/states/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { offerStates } from '../states.ts';
import { buildSnapshot, keepInput } from './build-snapshot.ts';
import { stepRound } from './move-round.ts';
import { lockRound } from './round-row.ts';

interface Standing {
  id: string;
  organisationId: string;
  state: string;
  seats: number;
  free: number;
}

/**
 * Nobody changes a list or a place from here on: places are frozen, the input is written down and hashed. After a
 * draw that can no longer be published (somebody withdrew, a place went away) it freezes anew, under the same seed.
 */
export const freezeRound = useCase(contract.freezeRound, {
  right: 'practice.round.lead',
  async run(args) {
    const { input, tx, today, now } = args;
    const round = await lockRound(tx, input.id, args);
    await stepRound(args, round, round.state === 'ranking' ? 'freeze' : 'redo');
    const rows = await readStanding(tx, round.id);
    const gone = rows.filter(({ state, free }) => state === 'withdrawn' || state === 'draft' || free <= 0);
    const staying = rows.filter((row) => !gone.includes(row));
    await leave(tx, round.id, today, gone);
    await sql`update practice.round_offer o set seats = x.free
      from jsonb_to_recordset(${JSON.stringify(staying.filter(({ free, seats }) => free < seats))}::jsonb) as x (id uuid, free int)
      where o.round_id = ${round.id} and o.offer_id = x.id`.execute(tx);
    await moveStates(args, {
      machine: offerStates,
      table: 'practice.offer',
      event: 'freeze',
      things: staying
        .filter(({ state }) => state === 'open')
        .map(({ id, organisationId }) => ({ id, subject: { organisationId } })),
    });
    const snapshot = await buildSnapshot(tx, round);
    if (snapshot.students.length === 0 || snapshot.places.length === 0)
      throw refuse('practice:round.error.nothingToDraw', {}, { status: 409 });
    const hash = await keepInput(tx, round, {
      run: round.run + 1,
      cause: 'draw',
      input: JSON.stringify(snapshot),
      now,
    });
    await sql`update practice.round set frozen_at = ${now} where id = ${round.id}`.execute(tx);
    args.change({
      subject: { kind: 'practice.round', id: round.id, organisationId: round.organisationId },
      after: { inputHash: hash, students: snapshot.students.length, places: snapshot.places.length },
    });
    return {
      id: round.id,
      inputHash: hash,
      students: snapshot.students.length,
      places: snapshot.places.length,
    };
  },
});

/** Places that are full or called off take no part, and it is noted why. */
const leave = (tx: Tx, roundId: string, today: string, gone: readonly Standing[]) =>
  sql`update practice.round_offer o set left_on = ${today}, left_why = case when x.free <= 0 then 'full' else 'withdrawn' end
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as x (id uuid, free int)
    where o.round_id = ${roundId} and o.offer_id = x.id`.execute(tx);

/**
 * What of each place is still free on all days of the practices that may come there. By different periods, which are
 * few: hundreds of practices of a region stand on the same days.
 */
async function readStanding(tx: Tx, roundId: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`with asked as materialized (select distinct p.period
      from practice.round_plan x join practice.plan p on p.id = x.plan_id where x.round_id = ${roundId}),
    free as materialized (select f.id, min(y.free)::int as free
      from practice.round_offer o join practice.offer f on f.id = o.offer_id join asked a on f.period @> a.period
      join lateral (select min(d.capacity - d.taken) as free from practice.place_day d
        where d.offer_id = f.id and d.day >= lower(a.period) and d.day < upper(a.period)) y on true
      where o.round_id = ${roundId} and o.left_on is null group by f.id)
    select f.id, f.organisation_id as "organisationId", f.state, o.seats, coalesce(w.free, 0) as free
    from practice.round_offer o join practice.offer f on f.id = o.offer_id left join free w on w.id = f.id
    where o.round_id = ${roundId} and o.left_on is null order by f.id for update of f`.execute(tx);
  return rows;
}
