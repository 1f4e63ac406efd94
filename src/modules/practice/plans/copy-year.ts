import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { keptForm } from '../forms/fitting-form.ts';
import { yearLater } from '../rules/days.ts';
import { isDemoHouse, type PlanFields, putPlan } from './put-plan.ts';

interface Pair extends PlanFields {
  here: boolean;
}

/** «СВ-24», «15.01.05-24-1»: the code with the year of intake (its last place in the code) taken out: the same parallel group. */
const withoutYear = (group: 'n' | 'g') =>
  sql`regexp_replace(${sql.ref(`${group}.code`)}, '^(.*)' || right(${sql.ref(`${group}.intake_year`)}::text, 2), '\\1#')`;

/** Last year's practices for the groups that are now on the same course of the same programme, a year later. */
export const copyYear = useCase(contract.copyYear, {
  right: 'practice.plan.edit',
  async run(args) {
    const { input, tx, actor } = args;
    const organisationId = found(actor.organisationId);
    const { rows } = await sql<Pair>`select n.id as "groupId", p.kind, p.module_code as "moduleCode", p.title,
        lower(p.period) as "from", upper(p.period) - 1 as "to", p.academic_hours as "academicHours",
        to_jsonb(p.competences) as competences, p.held_at as "heldAt", p.supervisor_id as "supervisorId",
        p.workshop_id as "workshopId", p.form_id as "formId", exists (select 1 from practice.plan x where x.group_id = n.id
          and x.school_year = ${input.schoolYear} and x.kind = p.kind and x.module_code = p.module_code and x.state <> 'cancelled') as here
      from practice.plan p join programmes.study_group_v g on g.id = p.group_id
      join programmes.study_group_v n on n.programme_id = g.programme_id and n.intake_year = g.intake_year + 1
        and n.graduation_year = g.graduation_year + 1
        and ${withoutYear('n')} = ${withoutYear('g')}
      where p.organisation_id = ${organisationId} and p.school_year = ${input.schoolYear - 1} and p.state = 'approved'
      order by n.code, lower(p.period)`.execute(tx);
    const isDemo = await isDemoHouse(tx, organisationId);
    const fresh = rows.filter(({ here }) => !here);
    for (const { here: _, ...plan } of fresh) {
      const from = yearLater(plan.from);
      // an entry that was retired meanwhile is not taken over
      const formId = await keptForm(tx, { ...plan, from });
      await putPlan(args, { ...plan, from, to: yearLater(plan.to), formId, organisationId, isDemo });
    }
    return { copied: fresh.length, skipped: rows.length - fresh.length };
  },
});
