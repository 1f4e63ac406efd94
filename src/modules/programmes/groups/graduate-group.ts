import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { lockStudent } from '../students/locked-student.ts';
import { stepStudent } from '../students/step-student.ts';

interface Student {
  id: string;
  status: string;
}

/**
 * One order graduates all who study in the group, save those named to stay; who is on leave stays too. One transaction:
 * when one of them may not graduate on that day, nobody does.
 */
export const graduateGroup = useCase(contract.graduateGroup, {
  right: 'programmes.student.edit',
  async run(args) {
    const { input, tx, scope, actor } = args;
    const { id, on, orderNumber, ground } = input;
    const group = await sql<{ code: string }>`select g.code from programmes.study_group g
      join programmes.programme p on p.id = g.programme_id
      where g.id = ${id} and ${within(scope, actor, { organisation: 'p.organisation_id' })} for update of g`.execute(
      tx,
    );
    const { code } = found(group.rows[0]);
    const { rows } = await sql<Student>`select id, status from programmes.student
      where group_id = ${id} and status in ('studying', 'leave') order by id`.execute(tx);
    const stay = new Set(input.stay);
    const go = rows.filter((row) => row.status === 'studying' && !stay.has(row.id));
    if (go.length === 0) throw refuse('programmes:error.nobodyGraduates', { code }, { status: 409 });
    for (const { id: studentId } of go) {
      const student = await lockStudent(tx, studentId, scope, actor);
      await stepStudent(args, student, { event: 'graduation', on, orderNumber, ground });
    }
    return { graduated: go.length, stayed: rows.length - go.length };
  },
});
