import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { demandLead } from '../sessions/lead-of.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';

/** The protocol of the check of the site, with its number. */
export const noteCheck = useCase(contract.noteCheck, {
  right: 'exams.day.lead',
  async run(args) {
    const { input, tx, actor, scope, today, change } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    await demandLead(args, session, ['chief', 'technical']);
    const on = input.on ?? today;
    if (on > today)
      throw refuse(
        'exams:error.futureDay',
        { day: on },
        { fields: [{ path: 'on', key: 'exams:error.futureDay', params: { day: on } }] },
      );
    await sql`update exams.session set checked_on = ${on}, check_number = ${input.number}, rev = rev + 1
      where id = ${session.id}`.execute(tx);
    change({
      subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
      before: { checkedOn: session.checkedOn },
      after: { checkedOn: on, number: input.number },
    });
    return { id: session.id };
  },
});
