import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { enrolStudent } from './enrol-student.ts';
import { lockStudent } from './locked-student.ts';
import { stepStudent } from './step-student.ts';

/** To another group of the college: the old record closes and a new one opens on one day, with the same seat line. */
export const transferStudent = useCase(contract.transferStudent, {
  right: 'programmes.student.edit',
  async run(args) {
    const { input, tx, scope, actor, today, newId, change } = args;
    const { on, orderNumber, ground, toGroupId } = input;
    const student = await lockStudent(tx, input.id, scope, actor);
    const to = await sql<{ organisation_id: string }>`select p.organisation_id from programmes.study_group g
      join programmes.programme p on p.id = g.programme_id where g.id = ${toGroupId}`.execute(tx);
    const sameCollege = found(to.rows[0]).organisation_id === student.organisationId;
    if (!sameCollege || toGroupId === student.groupId)
      throw refuse(
        'programmes:error.transferElsewhere',
        {},
        { fields: [{ path: 'toGroupId', key: 'programmes:error.transferElsewhere' }] },
      );
    await stepStudent(args, student, {
      event: 'transfer-out',
      on,
      orderNumber,
      ground,
      staysInCollege: true,
    });
    const { studentId } = await enrolStudent(tx, {
      groupId: toGroupId,
      // the seat was taken at enrolment and goes along; it is not taken a second time
      seatLineId: null,
      funding: student.funding,
      person: { id: student.personId },
      kind: 'transfer-in',
      on,
      orderNumber,
      ground,
      externalKey: student.externalKey,
      today,
      newId,
    });
    await sql`update programmes.student set seat_line_id = ${student.seatLineId} where id = ${studentId}`.execute(
      tx,
    );
    change({
      subject: {
        kind: 'programmes.student',
        id: studentId,
        organisationId: student.organisationId,
        personId: student.personId,
      },
      after: { transferredFrom: student.id, toGroupId, on },
    });
    return { id: studentId };
  },
});
