import { sql } from 'kysely';
import type { z } from 'zod';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract, type traceNode } from '../contract.ts';
import { resolveRun } from '../runs/run-row.ts';

interface Line {
  id: string;
  organisation: string;
  municipality: string;
  occupation: string;
  year: number;
  kind: string;
  count: number;
  statedOn: string;
  visible: boolean;
  restricted: boolean;
}

const SHOWN = 200;

/**
 * «Откуда?» of a number: the parts of the calculation it was made of and the need lines behind it. Rows that this
 * person may not see are counted and the reason is named, never silently left out.
 */
export const traceCell = useCase(contract.traceCell, {
  right: 'forecast.trace.read',
  async run({ input, tx, actor, scope }) {
    const run = await resolveRun(tx, input.run);
    const occupations = sql`(select ${input.occupation ?? null}::text as code where ${input.occupation ?? null}::text is not null
      union select to_code from classifiers.edge_v where from_list = 'spo' and to_list = 'occupation' and from_code = ${input.code ?? null})`;
    const asked = sql`(${input.occupation ?? null}::text is null and ${input.code ?? null}::text is null or c.occupation in (select code from ${occupations} o))
      and (${input.zone ?? null}::text is null or c.zone = ${input.zone ?? null})
      and (${input.year ?? null}::int is null or c.year = ${input.year ?? null})`;
    const parts = await sql<z.output<typeof traceNode>>`
      select t.part ->> 'kind' as kind, sum((t.part ->> 'trainNeed')::float8) as people, count(*)::int as count
      from forecast.cell_v c cross join lateral jsonb_array_elements(c.trace) as t(part)
      where c.run_id = ${run.id} and ${asked} group by 1 order by 2 desc`.execute(tx);
    const { rows } = await sql<Line>`
      select c.id, c.organisation, c.municipality, c.occupation, c.year, c.kind, c.count, c.stated_on as "statedOn",
        ${within(scope, actor, { organisation: 'c.organisation_id', municipality: 'c.municipality_id' })} as visible,
        (c.access_class = 'restricted' and ${scope !== 'all'}::boolean) as restricted
      from (select *, zone_code as zone from needs.line_v) c
      where c.state <> 'withdrawn' and ${asked} order by c.count desc, c.id limit 2000`.execute(tx);
    const open = rows.filter((row) => row.visible && !row.restricted);
    const hiddenRestricted = rows.filter((row) => row.restricted).length;
    const hidden = rows.length - open.length;
    return {
      people: parts.rows.reduce((total, part) => total + part.people, 0),
      nodes: parts.rows,
      lines: open.slice(0, SHOWN).map(({ visible: _, restricted: __, ...line }) => line),
      enterprises: new Set(rows.map((row) => row.organisation)).size,
      hidden: {
        rows: hidden,
        why: hidden === 0 ? null : hiddenRestricted > 0 ? ('restricted' as const) : ('scope' as const),
      },
      createdAt: run.createdAt,
    };
  },
});
