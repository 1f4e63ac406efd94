import { sql } from 'kysely';
import { settingOn } from '../../../platform/rules/index.ts';
import { openTask } from '../../../platform/tasks/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { demandLevel } from '../experts/put-rights.ts';
import { monthsBefore } from '../rules/conflict-rules.ts';
import { applicationTask } from '../tasks.ts';

/** Asks for a right; with a test of the level in force, it must have been passed and still count. */
export const sendApplication = useCase(contract.sendApplication, {
  right: 'specialists.ownExpert.write',
  async run({ input, tx, actor, today, now, newId, change }) {
    const personId = found(actor.personId);
    const { regime, level, codes, courseNumber, courseOn } = input;
    demandLevel(regime, level);
    const months = await settingOn<number>(tx, 'specialists.testValidMonths', today);
    const test = await sql<{ asked: boolean; attempt: string | null }>`select
        exists (select 1 from specialists.expert_test t where t.regime = ${regime} and t.level = ${level}
          and t.valid @> ${today}::date) as asked,
        (select a.id from specialists.expert_attempt a join specialists.expert_test t on t.id = a.test_id
          where a.person_id = ${personId} and a.passed and t.regime = ${regime} and t.level = ${level}
            and a.finished_at >= ${monthsBefore(today, months)}::date order by a.finished_at desc limit 1) as attempt`.execute(
      tx,
    );
    const { asked, attempt } = found(test.rows[0]);
    if (asked && !attempt) throw refuse('specialists:error.testFirst', { months }, { status: 409 });
    const open = await sql`select 1 from specialists.expert_application where person_id = ${personId}
      and regime = ${regime} and level = ${level} and state = 'sent'`.execute(tx);
    if (open.rows.length > 0) throw refuse('specialists:error.alreadySent', {}, { status: 409 });
    const had =
      await sql`select 1 from specialists.expert_right_v where person_id = ${personId} and regime = ${regime}
      and level = ${level}`.execute(tx);
    const demo = await sql<{
      isDemo: boolean;
    }>`select is_demo as "isDemo" from registry.person_v where id = ${personId}`.execute(tx);
    const id = newId();
    const kind = had.rows.length > 0 ? 'renewal' : 'new';
    await sql`insert into specialists.expert_application (id, person_id, regime, level, codes, kind, course_number, course_on,
        attempt_id, state, sent_on, is_demo)
      values (${id}, ${personId}, ${regime}, ${level}, array(select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb)),
        ${kind}, ${courseNumber}, ${courseOn}, ${attempt}, 'sent', ${today}, ${found(demo.rows[0]).isDemo})`.execute(
      tx,
    );
    await openTask(tx, applicationTask, {
      subject: { kind: 'specialists.application', id },
      for: { role: 'exam_operator_coordinator' },
      now,
      newId,
    });
    change({
      subject: { kind: 'specialists.application', id, personId },
      after: { regime, level, codes, kind },
    });
    return { id };
  },
});
