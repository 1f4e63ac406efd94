import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { planChoicesOut } from './schemas.ts';

type Out = z.output<typeof planChoicesOut>;

/** What an exam can be planned of: kits in force, centres with a paper for them, groups that finish that year. */
export const planChoices = useCase(contract.planChoices, {
  right: 'exams.session.plan',
  async run({ input, tx, actor, scope, today }) {
    const year = input.year ?? Number(today.slice(0, 4));
    const college = scope === 'all' ? null : actor.organisationId;
    const { rows: kits } = await sql<
      Out['kits'][number]
    >`select id, code, programme_code as "programmeCode", title, workplaces from exams.kit
      where state = 'approved' order by code`.execute(tx);
    const { rows: centres } = await sql<Out['centres'][number]>`select c.id, c.name, c.workplaces,
        coalesce((select jsonb_agg(distinct k.kit_code) from exams.centre_check k where k.centre_id = c.id), '[]'::jsonb) as "kitCodes"
      from exams.centre c where c.closed_on is null order by c.name`.execute(tx);
    const { rows: groups } = await sql<
      Out['groups'][number]
    >`select g.id, g.code, g.organisation_id as "organisationId", o.short_name as college,
        g.programme_code as "programmeCode", (select count(*)::int from programmes.student_v s where s.group_id = g.id and s.status = 'studying') as students,
        coalesce((select jsonb_agg(s.id) from programmes.student_v s where s.group_id = g.id and s.status = 'studying'
          and not exists (select 1 from exams.examinee e where e.student_id = s.id and e.holds)), '[]'::jsonb) as free
      from programmes.study_group_v g join registry.organisation_v o on o.id = g.organisation_id
      where g.graduation_year = ${year} and (${college}::uuid is null or g.organisation_id = ${college})
        and g.programme_code in (select programme_code from exams.kit where state = 'approved')
      order by o.sort_key, g.code`.execute(tx);
    return { kits, centres, groups };
  },
});
