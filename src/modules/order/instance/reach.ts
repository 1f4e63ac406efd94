import { sql } from 'kysely';
import type { ReachEdge } from '../../../engines/seats/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { orderSetting } from './question.ts';

/** From which zone graduates go to work in which: within the limit, at a price that grows with the way. */
export async function readReach(tx: Tx, asOf: string): Promise<ReachEdge[]> {
  const limit = await orderSetting(tx, 'order.commuteKm', asOf);
  const price = await orderSetting(tx, 'order.movePrice', asOf);
  const { rows } = await sql<{ from: string; to: string; km: number }>`
    select a.zone_code as "from", b.zone_code as "to", min(d.km)::float8 as km
    from registry.distance_v d join registry.municipality_v a on a.id = d.from_id join registry.municipality_v b on b.id = d.to_id
    group by 1, 2 order by 1, 2`.execute(tx);
  return rows
    .filter(({ from, to, km }) => from === to || km <= limit)
    .map(({ from, to, km }) => ({ from, to, cost: from === to ? 0 : Math.round(price * km * 10) / 1000 }));
}
