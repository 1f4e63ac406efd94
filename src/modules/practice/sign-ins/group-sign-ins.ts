import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadPlan } from '../plans/load-plan.ts';

interface Row {
  assignmentId: string;
  name: string;
  email: string | null;
}

/** A student needs a sign-in before the lists of places are open: the college sends the invitations itself. */
export const groupSignIns = useCase(contract.groupSignIns, {
  right: 'practice.placement.edit',
  async run({ input, tx, actor, scope, today }) {
    const plan = await loadPlan(tx, { id: input.id, scope, actor });
    const { rows } = await sql<Row>`select a.id as "assignmentId", w.full_name as name,
        (select c.value from registry.contact_v c where c.person_id = w.id and c.kind = 'email' and c.valid @> ${today}::date
          order by lower(c.valid) desc limit 1) as email
      from programmes.student_v s join registry.person_v w on w.id = s.person_id
      join registry.assignment_v a on a.person_id = s.person_id and a.role = 'student'
        and a.organisation_id = s.organisation_id and a.valid @> ${today}::date
      where s.group_id = ${plan.groupId} and s.status = 'studying' order by w.full_name, a.id`.execute(tx);
    return { rows };
  },
});
