import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import type { responseRow } from '../contract.ts';
import { type Limits, type PublicCell, withholdRows } from '../rules/withhold.ts';

type Response = z.input<typeof responseRow>;

interface Row {
  key: string;
  name: string;
  enterprises: number;
  answered: number;
  headcount: number;
  answeredHeadcount: number;
  /** Of all, of those that answered, of those that did not: open enterprises, the largest one's people, the people. */
  parts: { enterprises: number; largest: number; people: number; restricted: boolean }[];
}

const part = (where: RawBuilder<unknown>) => sql`json_build_object(
  'enterprises', count(*) filter (where ${where} and o.access_class = 'open'),
  'largest', coalesce(max(o.headcount) filter (where ${where}), 0),
  'people', coalesce(sum(o.headcount) filter (where ${where}), 0),
  'restricted', coalesce(bool_and(o.access_class is distinct from 'open') filter (where ${where}), false))`;

const cellsOf = ({ key, parts }: Row): PublicCell[] =>
  parts.map(({ enterprises, largest, people, restricted }) => ({
    key,
    need: people,
    enterprises,
    largest: people > 0 ? largest / people : 0,
    restricted,
  }));

/**
 * How many enterprises answered, by a key of the enterprise: those that did not are counted too. `limits`: the reader
 * may not see single enterprises, so groups that would tell of one keep only their name.
 */
export async function responseBy(
  tx: Tx,
  {
    campaignId,
    key,
    name,
    limits,
  }: { campaignId: string; key: RawBuilder<unknown>; name: RawBuilder<unknown>; limits: Limits | null },
): Promise<Response[]> {
  const { rows } = await sql<Row>`
    select coalesce(${key}, '?') as key, coalesce(min(${name}), '?') as name, count(*)::int as enterprises,
      count(a.id)::int as answered, coalesce(sum(o.headcount), 0)::int as headcount,
      coalesce(sum(o.headcount) filter (where a.id is not null), 0)::int as "answeredHeadcount",
      json_build_array(${part(sql`true`)}, ${part(sql`a.id is not null`)}, ${part(sql`a.id is null`)}) as parts
    from registry.organisation_v o
    left join classifiers.item_v class on class.list = 'okved2' and class.code = left(o.okved, 2)
    left join classifiers.item_v section on section.list = 'okved2' and section.code = class.parent
    left join needs.answer a on a.organisation_id = o.id and a.campaign_id = ${campaignId}
      and a.state in ('submitted', 'checked')
    where o.kind = 'enterprise' and o.closed_on is null
    group by 1 order by 1`.execute(tx);
  const shown = new Set((limits ? withholdRows(rows, cellsOf, limits).shown : rows).map((it) => it.key));
  return rows.map(({ parts: _, ...row }) =>
    shown.has(row.key)
      ? { ...row, withheld: false }
      : {
          key: row.key,
          name: row.name,
          withheld: true,
          enterprises: null,
          answered: null,
          headcount: null,
          answeredHeadcount: null,
        },
  );
}
