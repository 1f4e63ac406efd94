import { sql } from 'kysely';
import type { Policy, Programme } from '../../../engines/seats/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { translateId } from '../../../platform/i18n/index.ts';
import type { ClosedWorkshop } from './colleges.ts';
import { orderSetting } from './question.ts';

/** The least share of seats for priority groups of specialties, when the region has set one and teaches any of them. */
export async function readPolicies(tx: Tx, asOf: string, programmes: Programme[]): Promise<Policy[]> {
  const share = await orderSetting(tx, 'order.priorityShare', asOf);
  if (share < 0.001) return [];
  const codes = await orderSetting(tx, 'order.priorityGroups', asOf);
  const taught = codes.filter((code) => programmes.some((programme) => programme.group === code)).sort();
  if (taught.length === 0) return [];
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from classifiers.item_v where list = 'spo' and code = any(${taught}::text[])`.execute(
    tx,
  );
  const names = new Map(rows.map((row) => [row.code, row.name]));
  return [
    {
      id: 'priority',
      // named by the groups themselves: they are the region's data, not words of ours
      name: taught.map((code) => (names.has(code) ? `${code} ${names.get(code)}` : code)).join(', '),
      kind: 'minShare',
      filter: { groups: taught },
      share: Math.min(0.999, share),
    },
  ];
}

/** No seats where the workshop holds nobody; the rule bears the workshop's name, so «почему» names it. */
export const closedWorkshops = (closed: ClosedWorkshop[], years: number[]): Policy[] =>
  closed
    .filter(({ programmes }) => programmes.length > 0)
    .map(({ id, name, college, programmes }) => ({
      id: `closed-${id}`,
      name: translateId('ru', 'order:closedWorkshop', { workshop: name }),
      kind: 'maxSeats',
      years,
      filter: { programmes, colleges: [college] },
      seats: 0,
    }));
