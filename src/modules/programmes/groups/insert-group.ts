import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import { saveCohort } from '../../registry/index.ts';
import { schoolYearOf } from '../rules/school-year.ts';

interface New {
  programmeId: string;
  organisationId: string;
  code: string;
  intakeYear: number;
  course: number;
  graduationYear: number;
  curatorId: string | null;
  today: string;
  newId(): string;
}

/** Stores a group and the registry's cohort under one id; its plan is the version in force at the intake. */
export async function insertGroup(tx: Tx, g: New): Promise<string> {
  const busy = await sql`select 1 from programmes.study_group
    where programme_id = ${g.programmeId} and code = ${g.code} and intake_year = ${g.intakeYear}`.execute(tx);
  if (busy.rows.length > 0)
    throw refuse(
      'programmes:error.groupTwice',
      { code: g.code },
      {
        status: 409,
        fields: [{ path: 'code', key: 'programmes:error.groupTwice', params: { code: g.code } }],
      },
    );
  const id = g.newId();
  await saveCohort(tx, { id, kind: 'study_group', name: g.code, organisationId: g.organisationId });
  await sql`insert into programmes.study_group (id, programme_id, version_id, code, intake_year, course, graduation_year, curator_id, course_year)
    values (${id}, ${g.programmeId}, (select v.id from programmes.version v where v.programme_id = ${g.programmeId}
      and v.valid @> make_date(${g.intakeYear}::int, 9, 1)), ${g.code}, ${g.intakeYear}, ${g.course}, ${g.graduationYear},
      ${g.curatorId}, ${Math.max(g.intakeYear, schoolYearOf(g.today))})`.execute(tx);
  return id;
}
