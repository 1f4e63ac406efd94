import { sql } from 'kysely';
import { demand, judge } from '../../../platform/rules/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { champion2020Rule, championRule } from '../rules/result-rules.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';
import { boundsOf, putGrade } from './put-grade.ts';

/** A winner or prize-winner of a listed championship need not sit: the grade is 5, with its paper named. */
export const creditChampion = useCase(contract.creditChampion, {
  right: 'exams.board.grade',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const { rows } = await sql<{
      sessionId: string;
      present: boolean | null;
    }>`select session_id as "sessionId", present
      from exams.examinee where id = ${input.id} for update`.execute(tx);
    const examinee = found(rows[0]);
    const session = await loadSession(tx, examinee.sessionId, { where: visibleSession(scope, actor) });
    const { listed, place, applied, matches, debts } = input;
    if (session.regime === 'WSR_2020')
      demand(champion2020Rule, judge(champion2020Rule, { listed, place }, {}, session.day));
    else
      demand(championRule, judge(championRule, { listed, place, applied, matches, debts }, {}, session.day));
    const { rows: grades } = await sql`select 1 from exams.grade where examinee_id = ${input.id}`.execute(tx);
    if (grades.length > 0 || examinee.present)
      throw refuse('exams:error.alreadyExamined', {}, { status: 409 });
    const bounds = await boundsOf(tx, session);
    await putGrade(args, session, bounds, {
      examineeId: input.id,
      resultId: null,
      points: null,
      max: null,
      ground: 'championship',
      words: input.championship,
    });
    return { id: input.id };
  },
});
