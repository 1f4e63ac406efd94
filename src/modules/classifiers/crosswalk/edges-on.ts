import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Share } from '../rules/split-by-crosswalk.ts';

/** The edges from one list to another that hold on a day, by code: ready for `splitByCrosswalk`. */
export async function edgesOn(
  tx: Tx,
  { fromList, toList, day }: { fromList: string; toList: string; day: string },
): Promise<Map<string, Share[]>> {
  const { rows } = await sql<{ from_code: string; to_code: string; weight: number }>`
    select from_code, to_code, weight from classifiers.edge
    where from_list = ${fromList} and to_list = ${toList} and valid @> ${day}::date order by from_code, to_code`.execute(
    tx,
  );
  const edges = new Map<string, Share[]>();
  for (const { from_code, to_code, weight } of rows)
    edges.set(from_code, [...(edges.get(from_code) ?? []), { toCode: to_code, weight }]);
  return edges;
}
