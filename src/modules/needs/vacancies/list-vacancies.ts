import { sql } from 'kysely';
import type { z } from 'zod';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract, type vacancyRow } from '../contract.ts';
import { vacancyRuleOn } from '../rules/vacancy-rule-on.ts';
import { countsAsNeed } from './open-evidence.ts';

type Row = z.input<typeof vacancyRow> & { total: number; places: number; counting: number };

export const listVacancies = useCase(contract.listVacancies, {
  right: 'needs.vacancy.read',
  async run({ input, tx, actor, scope, today }) {
    const words = input.search?.trim() ? `%${input.search.trim()}%` : null;
    const counts = countsAsNeed(today, await vacancyRuleOn(tx, today));
    const { rows } =
      await sql<Row>`select v.id, v.source, v.external_id as "externalId", v.employer, v.title, v.occupation,
        i.name as "occupationName", m.name as municipality, v.opened_on as "openedOn", v.work_places as "workPlaces",
        v.salary_min as "salaryMin", v.salary_max as "salaryMax", (v.duplicate_of is not null) as duplicate,
        (v.closed_on is not null) as closed, coalesce(l.state <> 'withdrawn', false) as accepted,
        coalesce(${counts}, false) as counts, count(*) over ()::int as total,
        coalesce(sum(v.work_places) filter (where v.duplicate_of is null and v.closed_on is null) over (), 0)::int as places,
        (count(*) filter (where ${counts}) over ())::int as counting
      from needs.vacancy v
      left join needs.line l on l.id = v.line_id
      left join classifiers.item_v i on i.list = 'occupation' and i.code = v.occupation
      left join registry.municipality_v m on m.id = v.municipality_id
      where ${within(scope, actor, { organisation: 'v.organisation_id', municipality: 'v.municipality_id' })}
        and (${words}::text is null or v.title ilike ${words} or v.employer ilike ${words})
        and (${input.counting ?? null}::boolean is null or coalesce(${counts}, false) = ${input.counting ?? null})
      order by v.opened_on nulls last, v.id limit ${input.limit} offset ${input.offset}`.execute(tx);
    return {
      rows: rows.map(({ total: _total, places: _places, counting: _counting, ...row }) => row),
      total: rows[0]?.total ?? 0,
      places: rows[0]?.places ?? 0,
      counting: rows[0]?.counting ?? 0,
    };
  },
  can: ({ may }) => ({ edit: may('needs.vacancy.edit') }),
});
