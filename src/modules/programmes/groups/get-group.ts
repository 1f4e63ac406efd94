import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { planModules } from '../programmes/plan-modules.ts';
import { schoolYearOf } from '../rules/school-year.ts';
import { type StudentRow, studentColumns, studentFrom } from '../students/student-row.ts';
import { type TeachingRow, teachingColumns, teachingFrom } from '../teaching/teaching-row.ts';
import { type GroupRow, groupColumns, groupFrom, groupsWithin } from './group-row.ts';

interface Card extends GroupRow {
  rev: number;
  versionId: string | null;
  curatorId: string | null;
}

export const getGroup = useCase(contract.getGroup, {
  right: 'programmes.group.read',
  async run({ input, tx, actor, scope, today, may }) {
    const { rows } = await sql<Card>`select ${groupColumns}, g.rev, g.curator_id as "curatorId",
        coalesce(g.version_id, (select v.id from programmes.version v where v.programme_id = g.programme_id
          and v.valid @> make_date(g.intake_year, 9, 1))) as "versionId"
      from ${groupFrom(today)} where g.id = ${input.id} and ${groupsWithin(scope, actor, today)}`.execute(tx);
    const card = found(rows[0]);
    const schoolYear = schoolYearOf(today);
    // an unverified organisation sees no person; admission officers see counts
    const seesPeople = actor.verified && may('programmes.student.read');
    const students = seesPeople
      ? await sql<StudentRow>`select ${studentColumns(today)} from ${studentFrom} where s.group_id = ${card.id}
          order by s.status = 'studying' desc, s.status = 'leave' desc, r.sort_key, s.id`.execute(tx)
      : { rows: [] };
    const teaching = await sql<TeachingRow>`select ${teachingColumns} from ${teachingFrom}
      where t.group_id = ${card.id} and t.school_year = ${schoolYear} order by t.module_code, r.sort_key`.execute(
      tx,
    );
    const seatLines = await sql<{ id: string; funding: 'quota'; seats: number; taken: number }>`
      select l.id, l.funding, l.seats, (select count(*)::int from programmes.student s
        where s.seat_line_id = l.id and s.status in ('studying', 'leave')) as taken
      from programmes.seat_line l where l.programme_id = ${card.programmeId} and l.intake_year = ${card.intakeYear}
      order by l.funding`.execute(tx);
    return {
      ...card,
      students: students.rows,
      modules: card.versionId ? await planModules(tx, card.versionId) : [],
      teaching: teaching.rows,
      seatLines: seatLines.rows,
      schoolYear,
    };
  },
  can: ({ data, may }) => ({
    graduate:
      may('programmes.student.edit') && data.studying > 0 && data.graduationYear <= data.schoolYear + 1,
    edit: may('programmes.group.edit'),
    enrol: may('programmes.student.edit'),
    openStudent: may('programmes.student.read'),
    assign: may('programmes.teaching.edit'),
  }),
  reads: ({ data }) => (data.students.length > 0 ? { kind: 'programmes.group', id: data.id } : null),
});
