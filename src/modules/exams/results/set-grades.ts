import { sql } from 'kysely';
import { closeTask, openTask } from '../../../platform/tasks/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';
import { stepSession } from '../sessions/move-session.ts';
import { gradeTask, resultTask } from '../tasks.ts';
import { boundsOf, putGrade } from './put-grade.ts';

/** The board sets everybody's grade from the signed protocol and tells it: from this day appeals on the result run. */
export const setGrades = useCase(contract.setGrades, {
  right: 'exams.board.grade',
  async run(args) {
    const { input, tx, actor, scope, today, now, newId } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    if (session.state !== 'transferred_to_GEK')
      throw refuse('exams:error.notTransferred', { code: session.code }, { status: 409 });
    const bounds = await boundsOf(tx, session);
    const { rows } = await sql<{
      id: string;
      personId: string;
      resultId: string;
      points: number;
      max: number;
    }>`select e.id,
        e.person_id as "personId", r.id as "resultId", r.points, r.max
      from exams.examinee e join lateral (select * from exams.result where examinee_id = e.id order by made_at desc, id desc limit 1) r on true
      where e.session_id = ${session.id} and e.present and e.annulled_on is null
        and not exists (select 1 from exams.grade g where g.examinee_id = e.id) order by e.id`.execute(tx);
    for (const { id, personId, resultId, points, max } of rows) {
      await putGrade(args, session, bounds, { examineeId: id, resultId, points, max, ground: 'exam' });
      await openTask(tx, resultTask, {
        subject: { kind: 'exams.examinee', id },
        for: { personId },
        params: { exam: session.code, name: session.programmeName },
        now,
        newId,
      });
    }
    await sql`update exams.session set results_on = ${today} where id = ${session.id}`.execute(tx);
    await closeTask(
      tx,
      gradeTask,
      { kind: 'exams.session', id: session.id },
      { now, doneBy: actor.personId },
    );
    await stepSession(args, session, 'grade');
    return { id: session.id, graded: rows.length, announcedOn: today };
  },
});
