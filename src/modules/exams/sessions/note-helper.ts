import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadSession, visibleSession } from './load-session.ts';

export const noteHelper = useCase(contract.noteHelper, {
  right: 'exams.session.plan',
  async run({ input, tx, actor, scope, today, change }) {
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    const { rows } = await sql<{
      personId: string;
    }>`update exams.examinee set helper = ${input.name}, helper_on = ${today}
      where id = ${input.examineeId} and session_id = ${session.id} returning person_id as "personId"`.execute(
      tx,
    );
    const { personId } = found(rows[0]);
    change({
      subject: {
        kind: 'exams.examinee',
        id: input.examineeId,
        organisationId: session.organisationId,
        personId,
      },
      after: { helper: input.name },
    });
    return { id: session.id };
  },
});
