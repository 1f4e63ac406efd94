import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadSession, visibleSession } from './load-session.ts';

export const dropExaminee = useCase(contract.dropExaminee, {
  right: 'exams.session.plan',
  async run({ input, tx, actor, scope, change }) {
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    if (!['planned', 'confirmed', 'prepared'].includes(session.state))
      throw refuse('exams:error.alreadyBegun', { code: session.code }, { status: 409 });
    const { rows } = await sql<{
      personId: string;
    }>`delete from exams.examinee where session_id = ${session.id}
      and student_id = ${input.studentId} returning person_id as "personId"`.execute(tx);
    const { personId } = found(rows[0]);
    await sql`delete from exams.person_day where session_id = ${session.id} and person_id = ${personId}`.execute(
      tx,
    );
    change({
      subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId, personId },
      after: { dropped: input.studentId, why: input.why },
    });
    return { id: session.id };
  },
});
