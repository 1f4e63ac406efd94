import { sql } from 'kysely';
import type { z } from 'zod';
import { sortKey } from '../../../platform/i18n/sort-key.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { type balanceRow, contract, type zoneRow } from '../contract.ts';
import { resolveRun } from '../runs/run-row.ts';
import { ownZone } from './own-zone.ts';

export const listBalance = useCase(contract.listBalance, {
  right: 'forecast.balance.read',
  async run({ input, tx, actor, scope }) {
    const run = await resolveRun(tx, input.run);
    const zone = await ownZone(tx, scope, actor, input.zone);
    const search = input.search?.trim() ? `%${sortKey(input.search)}%` : null;
    const { rows } = await sql<z.output<typeof balanceRow>>`
      select b.code, coalesce(i.name, b.code) as name, i.parent as "fieldGroup", g.name as "fieldGroupName",
        sum(b.need)::float8 as need, sum(b.low)::float8 as low, sum(b.high)::float8 as high,
        sum(b.pipeline)::float8 as pipeline, sum(b.other_supply)::float8 as "otherSupply", sum(b.gap)::float8 as gap
      from forecast.balance_v b
      left join classifiers.item_v i on i.list = 'spo' and i.code = b.code
      left join classifiers.item_v g on g.list = 'ugs' and g.code = i.parent
      where b.run_id = ${run.id} and b.year = ${input.year} and (${zone}::text is null or b.zone = ${zone})
        and (${search}::text is null or i.sort_key like ${search} or b.code like ${search})
      group by b.code, i.name, i.parent, g.name order by i.parent nulls last, b.code`.execute(tx);
    const zones = await sql<z.output<typeof zoneRow>>`
      select b.zone, coalesce(max(z.name), b.zone) as name, sum(b.need)::float8 as need, sum(b.pipeline)::float8 as pipeline,
        sum(b.other_supply)::float8 as "otherSupply", sum(greatest(b.gap, 0))::float8 as gap
      from forecast.balance_v b
      left join (select distinct zone_code as code, zone_name as name from registry.municipality_v) z on z.code = b.zone
      where b.run_id = ${run.id} and b.year = ${input.year} and (${zone}::text is null or b.zone = ${zone})
      group by b.zone order by b.zone`.execute(tx);
    const all = await sql<{ need: number }>`select coalesce(sum(need), 0)::float8 as need from forecast.cell_v
      where run_id = ${run.id} and year = ${input.year} and (${zone}::text is null or zone = ${zone})`.execute(
      tx,
    );
    const inBalance = zones.rows.reduce((sum, row) => sum + row.need, 0);
    const untaught = Math.max(0, (all.rows[0]?.need ?? 0) - inBalance);
    return { run, year: input.year, rows, zones: zones.rows, untaught };
  },
});
