import { sql } from 'kysely';
import { sortKey } from '../../../platform/i18n/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract, type STATUSES } from '../contract.ts';

interface Row {
  code: string;
  name: string;
  parent: string | null;
  parentName: string | null;
  status: (typeof STATUSES)[number];
  from: string | null;
  to: string | null;
  source: string;
  axis: string | null;
  total: number;
}

/** A search finds a code by its beginning, a name by a part of it or, with typing errors, by likeness of trigrams. */
export const listItems = useCase(contract.listItems, {
  right: 'classifiers.list.read',
  async run({ input, tx }) {
    const words = input.search?.trim() ? sortKey(input.search) : null;
    const part = words && `%${words.replace(/[%_\\]/g, '\\$&')}%`;
    const code = words && `${words.replace(/[%_\\]/g, '\\$&')}%`;
    const { rows } = await sql<Row>`select i.code, i.name, i.parent, p.name as "parentName", i.status,
        lower(i.valid) as "from", upper(i.valid) - 1 as "to", i.source, i.attributes ->> 'axis' as axis,
        count(*) over ()::int as total
      from classifiers.item i left join classifiers.item p on p.list = i.list and p.code = i.parent
      where i.list = ${input.list}
        and (${words}::text is null or lower(i.code) like ${code} or i.sort_key like ${part}
          or (length(${words}) > 3 and word_similarity(${words}, i.sort_key) > 0.4))
        and (${input.status ?? null}::text is null or i.status = ${input.status ?? null})
        and (${input.on ?? null}::date is null or i.valid @> ${input.on ?? null}::date)
      order by (i.status = 'unknown') desc, (${words}::text is not null and lower(i.code) like ${code}) desc,
        case when ${words}::text is null then 0 else -word_similarity(${words}, i.sort_key) end, i.code
      limit ${input.limit} offset ${input.offset}`.execute(tx);
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
  can: ({ may }) => ({ edit: may('classifiers.item.edit'), upload: may('classifiers.list.upload') }),
});
