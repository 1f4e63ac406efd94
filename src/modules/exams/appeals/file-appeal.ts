import { sql } from 'kysely';
import { demand, judge, settingOn } from '../../../platform/rules/index.ts';
import { beginState } from '../../../platform/states/index.ts';
import { openTask } from '../../../platform/tasks/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { appealTermRule } from '../rules/result-rules.ts';
import { calendar } from '../sessions/judge-session.ts';
import { loadSession } from '../sessions/load-session.ts';
import { appealStates } from '../states.ts';
import { appealTask } from '../tasks.ts';

/** A student's appeal, taken only within its term; the commission has three working days. */
export const fileAppeal = useCase(contract.fileAppeal, {
  right: 'exams.own.write',
  async run(args) {
    const { input, tx, actor, today, now, newId } = args;
    const { rows } = await sql<{
      sessionId: string;
      endedAt: string | null;
    }>`select session_id as "sessionId", ended_at as "endedAt"
      from exams.examinee where id = ${input.examineeId} and person_id = ${actor.personId} and present for update`.execute(
      tx,
    );
    const session = await loadSession(tx, found(rows[0]).sessionId);
    const term = await settingOn<number>(tx, 'exams.appealResultWorkingDays', session.day);
    const { kind, leftSite } = input;
    demand(
      appealTermRule,
      judge(
        appealTermRule,
        {
          kind,
          on: today,
          day: session.day,
          leftSite,
          announcedOn: session.resultsOn,
          lastDay: session.resultsOn ? calendar.addWorkingDays(session.resultsOn, term) : null,
        },
        {},
        session.day,
      ),
    );
    const review = await settingOn<number>(tx, 'exams.appealReviewWorkingDays', session.day);
    const dueOn = calendar.addWorkingDays(today, review);
    const id = newId();
    const { rows: made } =
      await sql`insert into exams.appeal (id, examinee_id, session_id, kind, text, filed_at, filed_on, due_on,
        left_site, state)
      values (${id}, ${input.examineeId}, ${session.id}, ${kind}, ${input.text}, ${now}, ${today}, ${dueOn}, ${leftSite},
        ${appealStates.initial}) on conflict do nothing returning id`.execute(tx);
    if (made.length === 0) throw refuse('exams:error.appealThere', {}, { status: 409 });
    await beginState(args, appealStates, id);
    for (const to of [
      { role: 'appeal_member', organisationId: session.organisationId },
      { role: 'college_deputy', organisationId: session.organisationId },
    ])
      await openTask(tx, appealTask, {
        subject: { kind: 'exams.appeal', id },
        for: to,
        due: dueOn,
        params: { exam: session.code, kind: `exams:appeal.${kind}` },
        now,
        newId,
      });
    args.change({
      subject: { kind: 'exams.appeal', id, organisationId: session.organisationId, personId: actor.personId },
      after: { kind, dueOn, text: input.text },
    });
    args.emit('exams.appeal.filed', { id, sessionId: session.id, kind });
    return { id, dueOn };
  },
});
