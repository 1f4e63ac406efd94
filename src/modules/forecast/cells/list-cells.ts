import { sql } from 'kysely';
import type { z } from 'zod';
import { sortKey } from '../../../platform/i18n/sort-key.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { type cellRow, contract } from '../contract.ts';
import { resolveRun } from '../runs/run-row.ts';
import { ownZone } from './own-zone.ts';

const GROUPED = {
  occupation: { key: sql`c.occupation`, zone: sql`null::text`, year: sql`null::int` },
  'occupation-year': { key: sql`c.occupation`, zone: sql`null::text`, year: sql`c.year` },
  zone: { key: sql`''`, zone: sql`c.zone`, year: sql`null::int` },
  year: { key: sql`''`, zone: sql`null::text`, year: sql`c.year` },
} as const;

export const listCells = useCase(contract.listCells, {
  right: 'forecast.balance.read',
  async run({ input, tx, actor, scope }) {
    const run = await resolveRun(tx, input.run);
    const zone = await ownZone(tx, scope, actor, input.zone);
    const search = input.search?.trim() ? `%${sortKey(input.search)}%` : null;
    const { key, zone: byZone, year } = GROUPED[input.by];
    const { rows } = await sql<z.output<typeof cellRow> & { total: number }>`
      with cells as (
        select ${key} as occupation, ${byZone} as zone, ${year} as year, c.need, c.low, c.high, c.expansion, c.replacement,
          c.project, c.backlog, c.supply, c.gap
        from forecast.cell_v c
        where c.run_id = ${run.id} and (${zone}::text is null or c.zone = ${zone})
          and (${input.year ?? null}::int is null or c.year = ${input.year ?? null})
          and (${input.occupation ?? null}::text is null or c.occupation = ${input.occupation ?? null})
      ), grouped as (
        select occupation, zone, year, sum(need)::float8 as need, sum(low)::float8 as low, sum(high)::float8 as high,
          sum(expansion)::float8 as expansion, sum(replacement)::float8 as replacement, sum(project)::float8 as project,
          sum(backlog)::float8 as backlog, sum(supply)::float8 as supply, sum(gap)::float8 as gap
        from cells group by occupation, zone, year
      )
      select g.*, coalesce(i.name, z.name, g.occupation) as name, count(*) over ()::int as total
      from grouped g left join classifiers.item_v i on i.list = 'occupation' and i.code = g.occupation
      left join (select distinct zone_code as code, zone_name as name from registry.municipality_v) z on z.code = g.zone
      where (${search}::text is null or i.sort_key like ${search} or g.occupation like ${search})
      order by g.year nulls first, g.need desc, g.occupation limit ${input.limit} offset ${input.offset}`.execute(
      tx,
    );
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
});
