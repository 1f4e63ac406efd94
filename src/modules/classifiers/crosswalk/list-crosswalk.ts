import { sql } from 'kysely';
import type { z } from 'zod';
import { sortKey } from '../../../platform/i18n/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract, type crosswalkRow } from '../contract.ts';

type Row = z.output<typeof crosswalkRow> & { total: number };

/** Every code of the list, those without an edge too: their whole weight is the unmapped remainder. */
export const listCrosswalk = useCase(contract.listCrosswalk, {
  right: 'classifiers.list.read',
  async run({ input, tx, today }) {
    const day = input.on ?? today;
    const words = input.search?.trim() ? `%${sortKey(input.search)}%` : null;
    const { rows } = await sql<Row>`
      with held as (
        select e.from_code, sum(e.weight) as mapped, jsonb_agg(jsonb_build_object('id', e.id, 'toCode', e.to_code,
          'toName', t.name, 'weight', e.weight, 'basis', e.basis, 'confidence', e.confidence, 'from', lower(e.valid),
          'to', upper(e.valid) - 1, 'reviewer', p.short_name, 'source', e.source, 'note', e.note)
          order by e.weight desc, e.to_code) as edges
        from classifiers.edge e left join classifiers.item t on t.list = e.to_list and t.code = e.to_code
        left join registry.person_v p on p.id = e.reviewer
        where e.from_list = ${input.fromList} and e.to_list = ${input.toList} and e.valid @> ${day}::date
        group by e.from_code)
      select i.code, i.name, i.status, coalesce(h.edges, '[]') as edges,
        round(1 - coalesce(h.mapped, 0), 6) as unmapped, count(*) over ()::int as total
      from classifiers.item i left join held h on h.from_code = i.code
      where i.list = ${input.fromList} and i.valid @> ${day}::date
        and (${words}::text is null or i.sort_key like ${words} or lower(i.code) like ${words})
        and (${input.unmapped ?? false}::boolean is not true or coalesce(h.mapped, 0) < 1 - 1e-9)
      order by coalesce(h.mapped, 0) = 0 desc, coalesce(h.mapped, 0), i.code
      limit ${input.limit} offset ${input.offset}`.execute(tx);
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
  can: ({ may }) => ({ edit: may('classifiers.edge.edit') }),
});
