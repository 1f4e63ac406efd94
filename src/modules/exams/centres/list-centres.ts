import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { centreRow } from './centre-contract.ts';

export const listCentres = useCase(contract.listCentres, {
  right: 'exams.centre.read',
  async run({ input, tx, today }) {
    const on = input.on ?? today;
    const kit = input.kitCode ?? null;
    const { rows } = await sql<
      z.output<typeof centreRow>
    >`select c.id, c.organisation_id as "organisationId", v.organisation, c.name, c.address,
        c.municipality_id as "municipalityId", m.short_name as municipality, c.workplaces, c.video, c.closed_on as "closedOn", c.rev,
        (select count(*)::int from exams.session s where s.centre_id = c.id and s.state not in ('cancelled', 'annulled')) as sessions,
        coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'kitCode', k.kit_code, 'kind', k.kind, 'number', k.number,
            'workplaces', k.workplaces, 'from', lower(k.valid), 'to', upper(k.valid) - 1, 'short', k.short) order by k.kit_code, lower(k.valid))
          from exams.centre_check k where k.centre_id = c.id and (${kit}::text is null or k.kit_code = ${kit})), '[]'::jsonb) as checks
      from exams.centre c join exams.centre_v v on v.id = c.id left join registry.municipality_v m on m.id = v.municipality_id
      where (${kit}::text is null or exists (select 1 from exams.centre_check k where k.centre_id = c.id and k.kit_code = ${kit}
        and k.valid @> ${on}::date)) order by m.short_name nulls last, c.name`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may, actor }) => ({
    edit: may('exams.centre.edit'),
    check: may('exams.centre.check'),
    /** Enters centres of any organisation; otherwise of the own one alone, named by its id. */
    anyone: actor.rights['exams.centre.edit'] === 'all',
    ...(actor.organisationId && may('exams.centre.edit') ? { [actor.organisationId]: true } : {}),
  }),
});
