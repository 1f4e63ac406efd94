import { sql } from 'kysely';
import type { z } from 'zod';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract, type projectRow } from '../contract.ts';

type Row = z.input<typeof projectRow> & { total: number; all: number };

export const listProjects = useCase(contract.listProjects, {
  right: 'needs.project.read',
  async run({ input, tx, actor, scope }) {
    const { rows } = await sql<Row>`select p.id, p.code, p.name, p.organisation_id as "organisationId",
        o.short_name as organisation, p.municipality_id as "municipalityId", m.name as municipality,
        p.start_year as "startYear", p.jobs, p.source, p.rev,
        coalesce(s.stated, 0)::int as "statedJobs",
        count(*) over ()::int as total, (sum(p.jobs) over ())::int as "all"
      from needs.project p left join registry.organisation_v o on o.id = p.organisation_id
      left join registry.municipality_v m on m.id = p.municipality_id
      left join (select project_id, sum(count) as stated from needs.line
        where project_id is not null and state <> 'withdrawn' group by project_id) s on s.project_id = p.id
      where ${within(scope, actor, { organisation: 'p.organisation_id', municipality: 'p.municipality_id' })}
      order by p.start_year, p.name, p.id limit ${input.limit} offset ${input.offset}`.execute(tx);
    return {
      rows: rows.map(({ total: _total, all: _all, ...row }) => row),
      total: rows[0]?.total ?? 0,
      jobs: rows[0]?.all ?? 0,
    };
  },
  can: ({ may }) => ({ edit: may('needs.project.edit') }),
});
