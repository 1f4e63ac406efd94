import { sql } from 'kysely';
import { demand, judge } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { taskRule } from '../rules/course-rules.ts';
import { calendar } from '../sessions/judge-session.ts';
import { loadSession } from '../sessions/load-session.ts';

/** DE-09: the task reaches the chief expert on the day before, not earlier. */
export const giveTask = useCase(contract.giveTask, {
  right: 'exams.session.confirm',
  async run({ input, tx, today, now, change }) {
    const session = await loadSession(tx, input.id, { lock: true });
    const from = calendar.addWorkingDays(session.day, -1);
    demand(taskRule, judge(taskRule, { on: today, from }, {}, session.day));
    await sql`update exams.session set task_given_at = coalesce(task_given_at, ${now}) where id = ${session.id}`.execute(
      tx,
    );
    change({
      subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
      after: { taskGiven: now },
    });
    return { id: session.id };
  },
});
