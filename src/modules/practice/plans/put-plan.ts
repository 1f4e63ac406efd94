import { sql } from 'kysely';
import type { z } from 'zod';
import { beginState } from '../../../platform/states/index.ts';
import { found, type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import { demandForm } from '../forms/fitting-form.ts';
import { schoolYearOf } from '../rules/days.ts';
import { planStates } from '../states.ts';
import type { planFields } from './schemas.ts';

export type PlanFields = z.output<typeof planFields>;

const list = (values: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

/** Stores a new draft or the changed content of one; the guards are the caller's. Gives its id. */
export async function putPlan(
  args: Pick<RunArgs<unknown>, 'tx' | 'newId' | 'change' | 'actor' | 'now'>,
  {
    id: oldId,
    organisationId,
    isDemo,
    ...plan
  }: PlanFields & { id?: string | undefined; organisationId: string; isDemo: boolean },
): Promise<string> {
  const { tx, newId, change } = args;
  const { rows } = await sql<{ organisation_id: string }>`select organisation_id from programmes.study_group_v
    where id = ${plan.groupId}`.execute(tx);
  if (found(rows[0]).organisation_id !== organisationId)
    throw refuse(
      'practice:error.otherGroup',
      {},
      { fields: [{ path: 'groupId', key: 'practice:error.otherGroup' }] },
    );
  await demandForm(tx, plan);
  const period = sql`daterange(${plan.from}::date, ${plan.to}::date, '[]')`;
  const id = oldId ?? newId();
  const schoolYear = schoolYearOf(plan.from);
  if (oldId)
    await sql`update practice.plan set group_id = ${plan.groupId}, school_year = ${schoolYear}, kind = ${plan.kind},
        module_code = ${plan.moduleCode}, title = ${plan.title}, period = ${period}, academic_hours = ${plan.academicHours},
        competences = ${list(plan.competences)}, held_at = ${plan.heldAt}, supervisor_id = ${plan.supervisorId},
        workshop_id = ${plan.workshopId}, form_id = ${plan.formId}, rev = rev + 1 where id = ${id}`.execute(
      tx,
    );
  else {
    await sql`insert into practice.plan (id, group_id, organisation_id, school_year, kind, module_code, title, period,
        academic_hours, competences, held_at, supervisor_id, workshop_id, form_id, state, is_demo)
      values (${id}, ${plan.groupId}, ${organisationId}, ${schoolYear}, ${plan.kind}, ${plan.moduleCode}, ${plan.title},
        ${period}, ${plan.academicHours}, ${list(plan.competences)}, ${plan.heldAt}, ${plan.supervisorId},
        ${plan.workshopId}, ${plan.formId}, ${planStates.initial}, ${isDemo})`.execute(tx);
    await beginState(args, planStates, id);
  }
  change({ subject: { kind: 'practice.plan', id, organisationId }, after: plan });
  return id;
}

/** Whether the organisation's own rows are demo rows. */
export async function isDemoHouse(tx: RunArgs<unknown>['tx'], organisationId: string): Promise<boolean> {
  const { rows } = await sql<{
    is_demo: boolean;
  }>`select is_demo from registry.organisation_v where id = ${organisationId}`.execute(tx);
  return found(rows[0]).is_demo;
}
