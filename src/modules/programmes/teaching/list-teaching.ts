import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { schoolYearDays } from '../rules/school-year.ts';
import { type TeachingRow, teachingColumns, teachingFrom } from './teaching-row.ts';

interface Teacher {
  personId: string;
  name: string;
  academicHours: number;
  elsewhere: number;
  hourly: number;
}

export const listTeaching = useCase(contract.listTeaching, {
  right: 'programmes.teaching.read',
  async run({ input, tx, actor, scope }) {
    const { schoolYear, groupId = null, personId = null } = input;
    const days = schoolYearDays(schoolYear);
    const limit = await settingOn<number>(tx, 'programmes.loadLimitHours', days.from);
    const hourlyLimit = await settingOn<number>(tx, 'programmes.hourlyLimitHours', days.from);
    if (!actor.verified) return { rows: [], teachers: [], limit, hourlyLimit };
    const organisationId = input.organisationId ?? actor.organisationId;
    const { rows } = await sql<TeachingRow>`select ${teachingColumns} from ${teachingFrom}
      where t.school_year = ${schoolYear}
        and ${within(scope, actor, { organisation: 'p.organisation_id', person: 't.person_id' })}
        and (${input.organisationId ?? null}::uuid is null or p.organisation_id = ${input.organisationId ?? null})
        and (${groupId}::uuid is null or t.group_id = ${groupId})
        and (${personId}::uuid is null or t.person_id = ${personId})
      order by r.sort_key, g.code, t.module_code, t.id`.execute(tx);
    // whoever holds a teaching role here in that year, with or without hours yet
    const teachers = await sql<Teacher>`select r.id as "personId", r.full_name as name,
        coalesce(sum(t.academic_hours), 0)::int as "academicHours",
        coalesce(sum(t.academic_hours) filter (where t.organisation_id <> ${organisationId}), 0)::int as elsewhere,
        coalesce(sum(t.academic_hours) filter (where t.terms = 'hourly'), 0)::int as hourly
      from registry.person_v r
      left join programmes.teaching_v t on t.person_id = r.id and t.school_year = ${schoolYear} and t.ended_on is null
      where exists (select 1 from registry.assignment_v a where a.person_id = r.id and a.organisation_id = ${organisationId}
          and a.role in ('college_teacher', 'college_curator') and a.valid && daterange(${days.from}::date, ${days.to}::date, '[]'))
        and (${scope === 'own'}::boolean is false or r.id = ${actor.personId})
        and (${personId}::uuid is null or r.id = ${personId})
      group by r.id, r.full_name, r.sort_key order by r.sort_key, r.id`.execute(tx);
    return { rows, teachers: teachers.rows, limit, hourlyLimit };
  },
  can: ({ may }) => ({ assign: may('programmes.teaching.edit') }),
});
