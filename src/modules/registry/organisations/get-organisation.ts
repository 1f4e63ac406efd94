import { sql } from 'kysely';
import type { z } from 'zod';
import { within } from '../../../platform/rights/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract, type organisationCard } from '../contract.ts';
import { organisationColumns } from './organisation-row.ts';

/** The card; an address kept from before a merge opens the record that stands for it now. */
export const getOrganisation = useCase(contract.getOrganisation, {
  right: 'registry.organisation.read',
  async run({ input, tx, actor, scope }) {
    const { rows } = await sql<z.output<typeof organisationCard>>`
      select ${organisationColumns}, o.kpp, o.ogrn, o.address, o.lat, o.lon, o.access_class as "accessClass",
        o.closed_on as "closedOn", o.rev,
        (select jsonb_agg(jsonb_build_object('fullName', n.full_name, 'shortName', n.short_name,
          'from', lower(n.valid), 'to', upper(n.valid) - 1) order by lower(n.valid) nulls first)
          from registry.organisation_name n where n.organisation_id = o.id and not isempty(n.valid)) as names,
        coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'shortName', p.short_name) order by p.sort_key)
          from registry.organisation_v p join registry.organisation po on po.id = p.id
          where po.successor_id = o.id), '[]') as predecessors,
        (select jsonb_build_object('id', s.id, 'shortName', s.short_name)
          from registry.organisation own join registry.organisation_v s on s.id = own.successor_id
          where own.id = o.id) as successor
      from registry.organisation_v o
      where o.id = (select survivor_id from registry.survivor_v where kind = 'organisation' and id = ${input.id})
        and ${within(scope, actor, { organisation: 'o.id', municipality: 'o.municipality_id' })}`.execute(tx);
    return found(rows[0]);
  },
  can: ({ data, actor, may }) => ({
    edit:
      may('registry.organisation.edit') &&
      (actor.rights['registry.organisation.edit'] === 'all' || data.id === actor.organisationId),
    verify: may('registry.organisation.verify') && !data.verified,
  }),
});
