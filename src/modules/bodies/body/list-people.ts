import { sql } from 'kysely';
import { sortKey } from '../../../platform/i18n/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  id: string;
  name: string;
  organisationId: string | null;
  organisation: string | null;
}

/** Staff by the beginning of the surname: students, pupils and guardians are not offered. */
export const listPeople = useCase(contract.listPeople, {
  right: 'bodies.body.edit',
  async run({ input, tx, actor, today }) {
    if (!actor.verified) return { rows: [] };
    const words = `${sortKey(input.search).replace(/[%_\\]/g, '\\$&')}%`;
    const { rows } = await sql<Row>`select distinct on (p.sort_key, p.id) p.id, p.full_name as name,
        a.organisation_id as "organisationId", o.short_name as organisation
      from registry.person_v p join registry.assignment_v a on a.person_id = p.id and a.valid @> ${today}::date
        and a.role not in ('student', 'pupil', 'guardian')
      left join registry.organisation_v o on o.id = a.organisation_id
      where p.sort_key like ${words} order by p.sort_key, p.id limit 20`.execute(tx);
    return { rows };
  },
  reads: ({ input }) => ({ kind: 'registry.personList', id: input.search }),
});
