import { sql } from 'kysely';
import { sortKey } from '../../../platform/i18n/index.ts';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  id: string;
  organisationId: string;
  organisation: string;
  municipalityId: string;
  municipality: string;
  occupation: string;
  occupationName: string | null;
  year: number;
  kind: 'new' | 'replacement' | 'project';
  count: number;
  confidence: 'low' | 'mid' | 'high';
  reason: string | null;
  spoCode: string | null;
  source: string;
  state: 'stated' | 'confirmed' | 'withdrawn';
  statedOn: string;
  rev: number;
}

interface Holder {
  id: string;
  lines: number;
  people: number;
  open: boolean;
}

/**
 * Need lines by the name of their enterprise. What matches is counted by enterprise first: the sums come of it, and
 * only the enterprises of the page are opened. A region has twenty lines to an enterprise.
 */
export const listLines = useCase(contract.listLines, {
  right: 'needs.line.read',
  async run({ input, tx, actor, scope }) {
    const { limit, offset, municipalityId, organisationId, occupation, year, kind, state } = input;
    const words = input.search?.trim() ? `%${sortKey(input.search)}%` : null;
    const columns = { organisation: 'l.organisation_id', municipality: 'l.municipality_id' };
    // lines of defence plants: region-wide offices and the plant itself see them one by one
    const open = scope === 'territory' ? sql`coalesce(o.access_class, 'restricted') = 'open'` : sql`true`;
    const source = sql`from needs.line l
      join holder o on o.id = l.organisation_id
      left join classifiers.item_v i on i.list = 'occupation' and i.code = l.occupation`;
    const matching = sql`${within(scope, actor, columns)}
      and (${municipalityId ?? null}::uuid is null or l.municipality_id = ${municipalityId ?? null})
      and (${occupation ?? null}::text is null or l.occupation = ${occupation ?? null})
      and (${year ?? null}::int is null or l.year = ${year ?? null})
      and (${kind ?? null}::text is null or l.kind = ${kind ?? null})
      and (case when ${state ?? null}::text is null then l.state <> 'withdrawn' else l.state = ${state ?? null} end)
      and (${words}::text is null or o.sort_key like ${words} or i.sort_key like ${words} or l.occupation like ${words})`;
    const { rows: holders } = await sql<Holder>`
      with holder as materialized (select id, sort_key, access_class from registry.organisation_v
        where ${organisationId ?? null}::uuid is null or id = ${organisationId ?? null}),
      counted as (select l.organisation_id, count(*)::int as lines, sum(l.count)::int as people
        ${source} where ${matching} group by l.organisation_id)
      select o.id, c.lines, c.people, ${open} as open from counted c join holder o on o.id = c.organisation_id
      order by o.sort_key, o.id`.execute(tx);
    const seen = holders.filter((one) => one.open);
    const sum = (of: Holder[], what: 'lines' | 'people') => of.reduce((all, one) => all + one[what], 0);

    const page: string[] = [];
    let before = 0;
    let skipped = 0;
    for (const { id, lines } of seen) {
      if (before + lines <= offset) skipped += lines;
      else if (before < offset + limit) page.push(id);
      before += lines;
    }
    const { rows } = await sql<Row>`
      with holder as materialized (
        select id, sort_key, short_name from registry.organisation_v where id = any(${sql.val(page)}::uuid[]))
      select l.id, l.organisation_id as "organisationId", o.short_name as organisation,
        l.municipality_id as "municipalityId", m.name as municipality, l.occupation, i.name as "occupationName",
        l.year, l.kind, l.count, l.confidence, l.reason, l.spo_code as "spoCode", l.source, l.state,
        l.stated_on as "statedOn", l.rev
      ${source} join registry.municipality_v m on m.id = l.municipality_id
      where ${matching} order by o.sort_key, o.id, i.sort_key, l.occupation, l.year, l.kind, l.id
      limit ${limit} offset ${offset - skipped}`.execute(tx);
    return {
      rows,
      total: sum(seen, 'lines'),
      people: sum(seen, 'people'),
      enterprises: seen.length,
      hidden: sum(holders, 'lines') - sum(seen, 'lines'),
    };
  },
  can: ({ may }) => ({ edit: may('needs.line.edit') }),
});
