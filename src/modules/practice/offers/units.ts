import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';

interface Units {
  offerId: string;
  from: string;
  to: string;
}

/** How many units are free on every day of a stretch; 0 when the offer does not cover it. */
export async function freeUnits(tx: Tx, { offerId, from, to }: Units): Promise<number> {
  const { rows } = await sql<{
    free: number | null;
    days: number;
  }>`select min(capacity - taken)::int as free, count(*)::int as days
    from practice.place_day where offer_id = ${offerId} and day between ${from}::date and ${to}::date`.execute(
    tx,
  );
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return rows[0]?.days === length ? Math.max(0, rows[0].free ?? 0) : 0;
}

/**
 * Takes units on every day of a stretch, in the caller's transaction. The offer's row must be locked by the caller
 * (`loadOffer(…, true)`), so that two reservations follow one another; the check of the table is the second wall.
 */
export async function takeUnits(
  tx: Tx,
  { offerId, from, to, units }: Units & { units: number },
): Promise<void> {
  const free = await freeUnits(tx, { offerId, from, to });
  if (free < units)
    throw refuse(
      free === 0 ? 'practice:error.noPlaces' : 'practice:error.fewPlaces',
      { free, asked: units },
      {
        status: 409,
        fields: [
          {
            path: 'offerId',
            key: free === 0 ? 'practice:error.noPlaces' : 'practice:error.fewPlaces',
            params: { free, asked: units },
          },
        ],
      },
    );
  await sql`update practice.place_day set taken = taken + ${units}::int
    where offer_id = ${offerId} and day between ${from}::date and ${to}::date`.execute(tx);
}

/** Gives one unit back from a day on; days that were used stay taken. */
export async function giveUnitBack(tx: Tx, { offerId, from, to }: Units): Promise<void> {
  if (to < from) return;
  await sql`select 1 from practice.offer where id = ${offerId} for update`.execute(tx);
  await sql`update practice.place_day set taken = taken - 1
    where offer_id = ${offerId} and day between ${from}::date and ${to}::date and taken > 0`.execute(tx);
}

/** Makes the rows of units follow the offer's days and capacity; refuses what would take a unit from somebody placed. */
export async function spreadUnits(
  tx: Tx,
  { offerId, from, to, capacity }: Units & { capacity: number },
): Promise<void> {
  const { rows } = await sql<{ outside: number; most: number }>`select
      coalesce(max(taken) filter (where day not between ${from}::date and ${to}::date), 0)::int as outside,
      coalesce(max(taken), 0)::int as most
    from practice.place_day where offer_id = ${offerId}`.execute(tx);
  const { outside = 0, most = 0 } = rows[0] ?? {};
  if (outside > 0)
    throw refuse(
      'practice:error.daysTaken',
      {},
      { status: 409, fields: [{ path: 'from', key: 'practice:error.daysTaken' }] },
    );
  if (capacity < most)
    throw refuse(
      'practice:error.capacityBelowTaken',
      { taken: most },
      {
        status: 409,
        fields: [{ path: 'capacity', key: 'practice:error.capacityBelowTaken', params: { taken: most } }],
      },
    );
  await sql`delete from practice.place_day where offer_id = ${offerId} and day not between ${from}::date and ${to}::date`.execute(
    tx,
  );
  await sql`insert into practice.place_day (offer_id, day, capacity)
    select ${offerId}, d::date, ${capacity}::int from generate_series(${from}::date, ${to}::date, interval '1 day') d
    on conflict (offer_id, day) do update set capacity = excluded.capacity`.execute(tx);
}
