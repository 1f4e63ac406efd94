import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { demandLead } from '../sessions/lead-of.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';

/** DE-15: beginning and end of each one's work; what was noted stays unless it is noted again. */
export const noteTimes = useCase(contract.noteTimes, {
  right: 'exams.day.lead',
  async run(args) {
    const { input, tx, actor, scope, now, change } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    await demandLead(args, session, ['chief', 'technical']);
    if (session.state !== 'running')
      throw refuse('exams:error.notRunning', { code: session.code }, { status: 409 });
    const { startedAt = null, endedAt = null } = input;
    const late = [startedAt, endedAt].find((at) => at !== null && at > now);
    if (late)
      throw refuse(
        'exams:error.futureTime',
        {},
        { fields: [{ path: 'endedAt', key: 'exams:error.futureTime' }] },
      );
    const { rows } = await sql<{
      id: string;
    }>`update exams.examinee set started_at = coalesce(${startedAt}::timestamptz, started_at),
        ended_at = coalesce(${endedAt}::timestamptz, ended_at)
      where session_id = ${session.id} and present and id in (select jsonb_array_elements_text(${JSON.stringify(input.examineeIds)}::jsonb)::uuid)
      returning id`.execute(tx);
    const { rows: wrong } =
      await sql`select 1 from exams.examinee where session_id = ${session.id} and ended_at < started_at`.execute(
        tx,
      );
    if (wrong.length > 0)
      throw refuse(
        'exams:error.endsBeforeStart',
        {},
        { fields: [{ path: 'endedAt', key: 'exams:error.endsBeforeStart' }] },
      );
    change({
      subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
      after: { times: rows.map(({ id }) => id), startedAt, endedAt },
    });
    return { id: session.id };
  },
});
