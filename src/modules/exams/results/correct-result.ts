import { sql } from 'kysely';
import { demand, judge } from '../../../platform/rules/index.ts';
import { found, type RunArgs, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { markRule } from '../rules/mark-rules.ts';
import { loadSession, type Session, visibleSession } from '../sessions/load-session.ts';
import { formProtocol } from './form-protocol.ts';
import { boundsOf, putGrade } from './put-grade.ts';
import { type CriterionPoints, putResult } from './put-result.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'today' | 'newId' | 'change' | 'emit'>;
export interface Correction {
  examineeId: string;
  criteria: readonly { code: string; points: number }[];
  ground: string;
  appealId: string | null;
}

/** the signed record stays, a new one with its ground stands after it; protocol and grade follow. */
export async function correct(
  args: Args,
  session: Session,
  c: Correction,
): Promise<{ points: number; grade: number | null }> {
  const { tx } = args;
  const { rows } = await sql<{
    id: string;
    criteria: CriterionPoints[];
    max: number;
  }>`select id, criteria, max from exams.result
    where examinee_id = ${c.examineeId} order by made_at desc, id desc limit 1`.execute(tx);
  const last = found(rows[0]);
  for (const [i, { code, points }] of c.criteria.entries()) {
    const one = last.criteria.find((each) => each.code === code);
    if (!one)
      throw refuse(
        'exams:error.noCriterion',
        { code },
        { fields: [{ path: `criteria.${i}.code`, key: 'exams:error.noCriterion', params: { code } }] },
      );
    demand(
      markRule,
      judge(
        markRule,
        { kind: 'measurement', how: 'steps', max: one.max, value: points, code },
        {},
        session.day,
      ),
    );
  }
  const given = new Map(c.criteria.map(({ code, points }) => [code, points]));
  const criteria = last.criteria.map((one) => ({ ...one, points: given.get(one.code) ?? one.points }));
  const points = criteria.reduce((sum, one) => sum + one.points, 0);
  const resultId = await putResult(args, session, {
    examineeId: c.examineeId,
    criteria,
    max: last.max,
    source: 'correction',
    ground: c.ground,
    appealId: c.appealId,
    replaces: last.id,
  });
  await formProtocol(args, session, c.ground);
  const { rows: grades } = await sql<{
    id: string;
  }>`select id from exams.grade where examinee_id = ${c.examineeId}
    order by set_on desc, id desc limit 1`.execute(tx);
  if (!grades[0]) return { points, grade: null };
  const grade = await putGrade(args, session, await boundsOf(tx, session), {
    examineeId: c.examineeId,
    resultId,
    points,
    max: last.max,
    ground: 'appeal',
    words: c.ground,
    replaces: grades[0].id,
  });
  return { points, grade };
}

export const correctResult = useCase(contract.correctResult, {
  right: 'exams.board.grade',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const { rows } = await sql<{
      sessionId: string;
    }>`select session_id as "sessionId" from exams.examinee where id = ${input.id}`.execute(tx);
    const session = await loadSession(tx, found(rows[0]).sessionId, {
      where: visibleSession(scope, actor),
      lock: true,
    });
    if (!['protocol_signed', 'transferred_to_GEK', 'graded'].includes(session.state))
      throw refuse('exams:error.notSignedYet', { code: session.code }, { status: 409 });
    const { criteria, ground } = input;
    return {
      id: input.id,
      ...(await correct(args, session, { examineeId: input.id, criteria, ground, appealId: null })),
    };
  },
});
