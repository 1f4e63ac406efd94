import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { sortKeyOf } from '../sort-key.ts';
import { type OrganisationRow, organisationColumns } from './organisation-row.ts';

export const listOrganisations = useCase(contract.listOrganisations, {
  right: 'registry.organisation.read',
  async run({ input, tx, actor, scope }) {
    const search = input.search?.trim() ? `%${sortKeyOf(input.search)}%` : null;
    const { rows } = await sql<OrganisationRow & { total: number }>`
      select ${organisationColumns}, count(*) over ()::int as total
      from registry.organisation_v o
      where ${within(scope, actor, { organisation: 'o.id', municipality: 'o.municipality_id' })}
        and (${input.kind ?? null}::text is null or o.kind = ${input.kind ?? null})
        and (${input.municipalityId ?? null}::uuid is null or o.municipality_id = ${input.municipalityId ?? null})
        and (${input.verified ?? null}::boolean is null or o.verified = ${input.verified ?? null})
        and (${search}::text is null or o.sort_key like ${search} or o.inn like ${search})
      order by o.sort_key, o.id limit ${input.limit} offset ${input.offset}`.execute(tx);
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
  can: ({ may }) => ({ add: may('registry.organisation.edit') }),
});
