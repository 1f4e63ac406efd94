import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  id: string;
  personId: string;
  personName: string;
  role: string;
  organisationId: string | null;
  organisationName: string | null;
  from: string | null;
  to: string | null;
  total: number;
}

export const listAssignments = useCase(contract.listAssignments, {
  right: 'registry.assignment.read',
  async run({ input, tx, actor, scope, today }) {
    const { rows } =
      await sql<Row>`select a.id, a.person_id as "personId", p.full_name as "personName", a.role,
        a.organisation_id as "organisationId", o.short_name as "organisationName",
        lower(a.valid) as "from", upper(a.valid) - 1 as "to", count(*) over ()::int as total
      from registry.assignment a
      join registry.person_v p on p.id = a.person_id
      left join registry.organisation_v o on o.id = a.organisation_id
      where ${within(scope, actor, { organisation: 'a.organisation_id' })} and a.role <> 'student'
        and (upper_inf(a.valid) or upper(a.valid) > ${today}::date)
        and (${input.organisationId ?? null}::uuid is null or a.organisation_id = ${input.organisationId ?? null})
        and (${input.role ?? null}::text is null or a.role = ${input.role ?? null})
      order by p.sort_key, a.id limit ${input.limit} offset ${input.offset}`.execute(tx);
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
  can: ({ may }) => ({ appoint: may('registry.assignment.appoint') }),
});
