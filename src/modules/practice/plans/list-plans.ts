import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { schoolYearDays, schoolYearOf } from '../rules/days.ts';
import { collisionsOf } from './collisions.ts';
import { type BarePlan, planColumns, planFrom, plansWithin } from './plan-row.ts';
import { readSurroundings } from './read-surroundings.ts';

interface Bare {
  id: string;
  code: string;
  programmeCode: string;
  course: number;
  students: number;
}

export const listPlans = useCase(contract.listPlans, {
  right: 'practice.plan.read',
  async run({ input, tx, actor, scope, today }) {
    const schoolYear = input.schoolYear ?? schoolYearOf(today);
    const { organisationId = null } = input;
    const mine = sql`${plansWithin(scope, actor)} and (${organisationId}::uuid is null or p.organisation_id = ${organisationId})`;
    const { rows } = await sql<BarePlan>`select ${planColumns} from ${planFrom}
      where p.school_year = ${schoolYear} and p.state <> 'cancelled' and ${mine}
      order by g.course, g.code, lower(p.period), p.id`.execute(tx);
    const around = await readSurroundings(tx, [...new Set(rows.map((row) => row.groupId))], today);
    const collisions = collisionsOf(rows, around);
    const bare = await sql<Bare>`select p.id, p.code, p.programme_code as "programmeCode", p.course,
        (select count(*)::int from programmes.student_v s where s.group_id = p.id and s.status = 'studying') as students
      from (select x.*, x.id as group_id from programmes.study_group_v x) p join programmes.study_group_v g on g.id = p.id
      where p.graduation_year > ${schoolYear} and p.intake_year <= ${schoolYear} and ${mine} and not exists (select 1 from practice.plan n
        where n.group_id = p.id and n.school_year = ${schoolYear} and n.state <> 'cancelled')
      order by p.course, p.code`.execute(tx);
    return {
      schoolYear,
      ...schoolYearDays(schoolYear),
      rows: rows.map((row) => ({ ...row, collisions: collisions.get(row.id) ?? [] })),
      bare: bare.rows,
    };
  },
  can: ({ may }) => ({ edit: may('practice.plan.edit'), place: may('practice.placement.edit') }),
});
