import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';

export const announceSession = useCase(contract.announceSession, {
  right: 'exams.session.plan',
  async run({ input, tx, actor, scope, today, change }) {
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    const on = input.on ?? today;
    if (on > today)
      throw refuse(
        'exams:error.futureDay',
        { day: on },
        { fields: [{ path: 'on', key: 'exams:error.futureDay', params: { day: on } }] },
      );
    await sql`update exams.session set announced_on = ${on}, rev = rev + 1 where id = ${session.id}`.execute(
      tx,
    );
    change({
      subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
      before: { announcedOn: session.announcedOn },
      after: { announcedOn: on },
    });
    return { id: session.id };
  },
});
