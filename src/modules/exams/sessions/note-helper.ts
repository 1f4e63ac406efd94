import { sql } from 'kysely';
import { judge, settingsOf } from '../../../platform/rules/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { helperRule } from '../rules/course-rules.ts';
import { calendar } from './judge-session.ts';
import { loadSession, visibleSession } from './load-session.ts';

const OPEN = ['planned', 'confirmed', 'prepared'];

/** An assistant or a tutor, told in time (DE-14): one told late would only hold the exam up when it is prepared. */
export const noteHelper = useCase(contract.noteHelper, {
  right: 'exams.session.plan',
  async run({ input, tx, actor, scope, today, change }) {
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    if (!OPEN.includes(session.state))
      throw refuse('exams:error.alreadyBegun', { code: session.code }, { status: 409 });
    const told = {
      name: input.name,
      on: today,
      workingDays: calendar.workingDaysBetween(today, session.day),
    };
    const settings = await settingsOf(tx, helperRule, session.day);
    const verdict = judge(helperRule, { helpers: [told] }, settings, session.day);
    if (verdict.is === 'refused')
      throw refuse(verdict.messageKey, verdict.params, {
        rule: 'DE-14',
        fields: [{ path: 'name', key: verdict.messageKey, params: verdict.params }],
      });
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
