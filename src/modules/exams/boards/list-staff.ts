import { sql } from 'kysely';
import { sortKey } from '../../../platform/i18n/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  id: string;
  name: string;
  organisation: string | null;
  colleague: boolean;
}

/** Staff by the beginning of the surname, of the whole region: the chair of a board works elsewhere (DE-05). */
export const listStaff = useCase(contract.listStaff, {
  right: 'exams.board.edit',
  async run({ input, tx, actor, today }) {
    if (!actor.verified || input.search.trim().length < 2) return { rows: [] };
    const words = `${sortKey(input.search.trim()).replace(/[%_\\]/g, '\\$&')}%`;
    const { rows } = await sql<Row>`select distinct on (p.sort_key, p.id) p.id, p.full_name as name,
        o.short_name as organisation, exists (select 1 from registry.tie_v t where t.kind = 'works_for' and t.person_id = p.id
          and t.to_organisation_id = ${actor.organisationId}::uuid and t.valid @> ${today}::date) as colleague
      from registry.person_v p join registry.assignment_v a on a.person_id = p.id and a.valid @> ${today}::date
        and a.role not in ('student', 'pupil', 'guardian', 'board_chair', 'board_member', 'appeal_member')
      left join registry.organisation_v o on o.id = a.organisation_id
      where p.sort_key like ${words} order by p.sort_key, p.id limit 20`.execute(tx);
    return { rows };
  },
  reads: ({ input }) => ({ kind: 'registry.personList', id: input.search }),
});
