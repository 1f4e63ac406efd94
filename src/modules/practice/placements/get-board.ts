import { sql } from 'kysely';
import { productionCalendar } from '../../../platform/calendar/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { collisionsOf } from '../plans/collisions.ts';
import { loadPlan } from '../plans/load-plan.ts';
import { readSurroundings } from '../plans/read-surroundings.ts';
import { boardRowOf } from './board-row.ts';
import { readFacts } from './placement-facts.ts';
import { readCandidates } from './read-candidates.ts';

interface Paper {
  id: string;
  number: string;
  host: string;
  from: string;
  to: string | null;
}

/** The one board of the college: every student of the group, problems first. */
export const getBoard = useCase(contract.getBoard, {
  right: 'practice.placement.read',
  async run({ input, tx, actor, scope, today }) {
    const plan = await loadPlan(tx, { id: input.id, scope, actor });
    const { organisationId, graduationYear: _, isDemo: __, ...row } = plan;
    const facts = await readFacts(tx, sql<boolean>`p.plan_id = ${plan.id} and p.state <> 'failed'`);
    const byStudent = new Map(facts.map((one) => [one.studentId, one]));
    const students = await readCandidates(tx, {
      groupId: plan.groupId,
      studentIds: null,
      from: plan.from,
      to: plan.to,
    });
    const around = await readSurroundings(tx, [plan.groupId], today);
    const working = await settingOn<number>(tx, 'practice.listWorkingDays', today);
    const agreements =
      await sql<Paper>`select distinct on (g.id) g.id, g.number, o.short_name as host, lower(g.valid) as "from",
        upper(g.valid) - 1 as "to"
      from agreements.agreement_v g join agreements.party_v a on a.agreement_id = g.id and a.organisation_id = ${organisationId}
      join agreements.party_v b on b.agreement_id = g.id and b.organisation_id <> ${organisationId}
      join registry.organisation_v o on o.id = b.organisation_id
      where g.kind = 'practice' and g.state in ('in_force', 'changing')
        and b.organisation_id in (select host_id from practice.placement where plan_id = ${plan.id})
      order by g.id`.execute(tx);
    return {
      plan: { ...row, collisions: collisionsOf([plan], around).get(plan.id) ?? [] },
      listsDue:
        plan.heldAt === 'enterprise' ? productionCalendar().addWorkingDays(plan.from, -working) : null,
      rows: students.map((student) => boardRowOf(student, byStudent.get(student.studentId), today)),
      agreements: agreements.rows,
    };
  },
  can: ({ may }) => ({ place: may('practice.placement.edit'), plan: may('practice.plan.edit') }),
  reads: ({ input }) => ({ kind: 'practice.plan', id: input.id }),
});
