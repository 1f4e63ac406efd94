import { sql } from 'kysely';
import { inTransaction, type Tx } from '../../src/platform/database/index.ts';
import { uuidV7 } from '../../src/platform/use-case/index.ts';
import type { Region, SignedIn } from './start-region.ts';

const PATIENCE_MS = 600_000;

/** Has the server calculate a forecast of the loaded region, as an official would; gives the seconds it took. */
export async function calculateForecast(region: Region, { cookie }: SignedIn): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${region.origin}/api/forecast/runs/start`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', origin: region.origin },
    body: JSON.stringify({ title: 'bench', seed: 1 }),
  });
  if (!answer.ok) throw new Error(`The forecast was not started: ${answer.status}`);
  const { data } = (await answer.json()) as { data: { id: string } };
  while (performance.now() - started < PATIENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const look = await fetch(`${region.origin}/api/forecast/runs/${data.id}`, { headers: { cookie } });
    const { state } = ((await look.json()) as { data: { state: string } }).data;
    if (state === 'done') return (performance.now() - started) / 1000;
    if (state === 'failed' || state === 'cancelled') throw new Error(`The forecast ended as ${state}`);
  }
  throw new Error('The forecast did not end in ten minutes');
}

/**
 * Rows of an order of the region's real size, so that its pages can be timed without solving it for minutes: seats
 * as last year in three intakes, each decided seat line backed by need lines of the occupations it leads to.
 */
export async function fillOrder(db: Tx): Promise<{ seatLines: number; backing: number }> {
  const variant = uuidV7();
  return inTransaction(db, async (tx) => {
    await sql`insert into training_order.variant (id, decision_year, version, title, state, forecast_run_id, settings,
        created_at, calculated_at)
      select ${variant}, 2027, 1, 'bench: last year''s seats', 'calculated', id, '{}', now(), now()
      from forecast.run where state = 'done' order by version desc limit 1`.execute(tx);
    const lines =
      await sql`insert into training_order.seat_line (id, variant_id, programme_id, intake_year, groups,
        calculated, seats, last_year)
      select gen_random_uuid(), ${variant}, s.programme_id, y, ceil(s.seats / 25.0)::int, s.seats, s.seats, s.seats
      from (select programme_id, sum(seats)::int as seats from programmes.seat_line
        where intake_year = 2026 and funding <> 'paid' group by programme_id) s
      cross join generate_series(2027, 2029) y where s.seats > 0 returning 1`.execute(tx);
    const backing =
      await sql`insert into training_order.backing (variant_id, programme_id, occupation, zone, year,
        need_line_id, people)
      select ${variant}, s.programme_id, l.occupation, z.code, l.year, l.id, 0.1
      from training_order.seat_line s join programmes.programme p on p.id = s.programme_id
      join classifiers.edge e on e.from_list = 'spo' and e.to_list = 'occupation' and e.from_code = p.code
      cross join lateral (select * from needs.line n where n.occupation = e.to_code and n.year >= 2030
        order by n.id limit 40) l
      join registry.municipality m on m.id = l.municipality_id join registry.zone z on z.id = m.zone_id
      where s.variant_id = ${variant} and s.intake_year = 2027 returning 1`.execute(tx);
    return { seatLines: lines.rows.length, backing: backing.rows.length };
  });
}
