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

interface Sums {
  total: number;
  people: number;
  enterprises: number;
  hidden: number;
}

export const listLines = useCase(contract.listLines, {
  right: 'needs.line.read',
  async run({ input, tx, actor, scope }) {
    const { limit, offset, municipalityId, organisationId, occupation, year, kind, state } = input;
    const words = input.search?.trim() ? `%${sortKey(input.search)}%` : null;
    const columns = { organisation: 'l.organisation_id', municipality: 'l.municipality_id' };
    // lines of defence plants: region-wide offices and the plant itself see them one by one
    const open = scope === 'territory' ? sql`coalesce(o.access_class, 'restricted') = 'open'` : sql`true`;
    // what matches is found once; names are joined to the rows of the page only
    const matching = sql`with matching as materialized (
      select l.id, l.count, l.organisation_id, o.sort_key, o.short_name, i.sort_key as occupation_key,
        i.name as occupation_name, ${open} as open
      from needs.line l
      join registry.organisation_v o on o.id = l.organisation_id
      left join classifiers.item_v i on i.list = 'occupation' and i.code = l.occupation
      where ${within(scope, actor, columns)}
        and (${municipalityId ?? null}::uuid is null or l.municipality_id = ${municipalityId ?? null})
        and (${organisationId ?? null}::uuid is null or l.organisation_id = ${organisationId ?? null})
        and (${occupation ?? null}::text is null or l.occupation = ${occupation ?? null})
        and (${year ?? null}::int is null or l.year = ${year ?? null})
        and (${kind ?? null}::text is null or l.kind = ${kind ?? null})
        and (case when ${state ?? null}::text is null then l.state <> 'withdrawn' else l.state = ${state ?? null} end)
        and (${words}::text is null or o.sort_key like ${words} or i.sort_key like ${words} or l.occupation like ${words}))`;
    const { rows } = await sql<Row>`${matching}
      select l.id, l.organisation_id as "organisationId", p.short_name as organisation,
        l.municipality_id as "municipalityId", m.name as municipality, l.occupation, p.occupation_name as "occupationName",
        l.year, l.kind, l.count, l.confidence, l.reason, l.spo_code as "spoCode", l.source, l.state,
        l.stated_on as "statedOn", l.rev
      from matching p join needs.line l on l.id = p.id join registry.municipality_v m on m.id = l.municipality_id
      where p.open order by p.sort_key, p.occupation_key, l.occupation, l.year, l.kind, l.id
      limit ${limit} offset ${offset}`.execute(tx);
    const sums = await sql<Sums>`${matching} select count(*) filter (where open)::int as total,
        coalesce(sum(count) filter (where open), 0)::int as people,
        (count(distinct organisation_id) filter (where open))::int as enterprises,
        count(*) filter (where not open)::int as hidden from matching`.execute(tx);
    const [all] = sums.rows;
    return {
      rows,
      total: all?.total ?? 0,
      people: all?.people ?? 0,
      enterprises: all?.enterprises ?? 0,
      hidden: all?.hidden ?? 0,
    };
  },
  can: ({ may }) => ({ edit: may('needs.line.edit') }),
});
