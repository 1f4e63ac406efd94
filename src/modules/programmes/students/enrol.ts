import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, notFound, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { enrolStudent } from './enrol-student.ts';

export const enrol = useCase(contract.enrolStudent, {
  right: 'programmes.student.edit',
  async run({ input, tx, actor, scope, today, newId, change, emit }) {
    if (!actor.verified) throw notFound();
    const { rows } =
      await sql`select g.id from programmes.study_group g join programmes.programme p on p.id = g.programme_id
      where g.id = ${input.groupId} and ${within(scope, actor, { organisation: 'p.organisation_id' })}`.execute(
        tx,
      );
    found(rows[0]);
    const { studentId, personId, organisationId } = await enrolStudent(tx, { ...input, today, newId });
    change({
      subject: { kind: 'programmes.student', id: studentId, organisationId, personId },
      after: {
        groupId: input.groupId,
        seatLineId: input.seatLineId,
        funding: input.funding,
        on: input.on,
        order: input.orderNumber,
      },
    });
    emit('programmes.student.enrolled', { studentId, personId, groupId: input.groupId, on: input.on });
    return { studentId, personId };
  },
});
