import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { schoolYearOf } from '../rules/school-year.ts';

interface Group {
  id: string;
  code: string;
  organisation_id: string;
  course: number;
  graduation_year: number;
  course_year: number;
}

const LAST_COURSE = 6;

/**
 * At the year's turn groups go to the next course by one order. A group that is there already is left; a group that
 * graduates before the school year, or whose course somebody has changed since, stops the whole.
 */
export const raiseGroups = useCase(contract.raiseGroups, {
  right: 'programmes.group.edit',
  async run({ input, tx, scope, actor, today, change, emit }) {
    const { schoolYear, orderNumber } = input;
    if (schoolYear > schoolYearOf(today) + 1)
      throw refuse(
        'programmes:error.raiseAhead',
        {},
        { fields: [{ path: 'schoolYear', key: 'programmes:error.raiseAhead' }] },
      );
    const asked = new Map(input.groups.map(({ id, course }) => [id, course]));
    const { rows } = await sql<Group>`select g.id, g.code, p.organisation_id, g.course, g.graduation_year,
        coalesce(g.course_year, g.intake_year + g.course - 1) as course_year
      from programmes.study_group g join programmes.programme p on p.id = g.programme_id
      where g.id in (${sql.join([...asked.keys()])}) and ${within(scope, actor, { organisation: 'p.organisation_id' })}
      order by g.id for update of g`.execute(tx);
    let raised = 0;
    for (const id of asked.keys()) {
      const group = found(rows.find((row) => row.id === id));
      if (group.course_year >= schoolYear) continue;
      if (group.course !== asked.get(id)) throw stale();
      const { code, organisation_id: organisationId } = group;
      if (group.graduation_year <= schoolYear || group.course >= LAST_COURSE)
        throw refuse('programmes:error.lastCourse', { code }, { status: 409 });
      const course = group.course + 1;
      await sql`update programmes.study_group set course = ${course}, course_year = ${schoolYear}, rev = rev + 1
        where id = ${id}`.execute(tx);
      change({
        subject: { kind: 'programmes.group', id, organisationId },
        before: { course: group.course },
        after: { course, schoolYear, order: orderNumber },
      });
      emit('programmes.group.raised', { id, course, schoolYear });
      raised += 1;
    }
    return { raised, already: asked.size - raised };
  },
});
