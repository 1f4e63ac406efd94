import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { demandLead } from '../sessions/lead-of.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';

/** Who came, by an identity document; who did not, and why as far as it is known. */
export const notePresence = useCase(contract.notePresence, {
  right: 'exams.day.lead',
  async run(args) {
    const { input, tx, actor, scope, now, today, change } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    await demandLead(args, session, ['chief', 'technical']);
    if (!['prepared', 'running'].includes(session.state) || session.day !== today)
      throw refuse('exams:rule.EX-03', { day: session.day, today }, { status: 409, rule: 'EX-03' });
    const { present, identified } = input;
    const { rows } = await sql<{ personId: string }>`update exams.examinee set present = ${present},
        identity_at = ${present && identified ? now : null}::timestamptz,
        absence = ${present ? null : (input.absence ?? 'unexcused')}, absence_on = ${present ? null : today}::date
      where id = ${input.examineeId} and session_id = ${session.id}
        and not exists (select 1 from exams.mark m where m.examinee_id = ${input.examineeId} and ${!present}::boolean)
      returning person_id as "personId"`.execute(tx);
    const { personId } = found(rows[0]);
    change({
      subject: {
        kind: 'exams.examinee',
        id: input.examineeId,
        organisationId: session.organisationId,
        personId,
      },
      after: { present, identified, absence: input.absence ?? null },
    });
    return { id: session.id };
  },
});
