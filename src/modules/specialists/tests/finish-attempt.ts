import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type Question, scoreOf } from './question.ts';

interface Open {
  questions: Question[];
  startedAt: string;
  finishedAt: string | null;
  minutes: number;
  passPercent: number;
  mostAttempts: number;
  number: number;
}

/** Half a minute over the time: the answers may have been on their way. */
const GRACE_MS = 30_000;

export const finishAttempt = useCase(contract.finishAttempt, {
  right: 'specialists.ownTest.take',
  async run({ input, tx, actor, now, change }) {
    const { rows } =
      await sql<Open>`select a.questions, a.started_at as "startedAt", a.finished_at as "finishedAt", t.minutes,
        t.pass_percent as "passPercent", t.most_attempts as "mostAttempts", a.number
      from specialists.expert_attempt a join specialists.expert_test t on t.id = a.test_id
      where a.id = ${input.id} and a.person_id = ${actor.personId} for update of a`.execute(tx);
    const attempt = found(rows[0]);
    if (attempt.finishedAt) throw refuse('specialists:error.attemptOver', {}, { status: 409 });
    const late = Date.parse(now) > Date.parse(attempt.startedAt) + attempt.minutes * 60_000 + GRACE_MS;
    const score = late ? 0 : scoreOf(attempt.questions, input.answers);
    const passed = score >= attempt.passPercent * 100;
    await sql`update specialists.expert_attempt set answers = ${JSON.stringify(input.answers)}::jsonb, finished_at = ${now},
      score = ${score}, passed = ${passed} where id = ${input.id}`.execute(tx);
    change({
      subject: { kind: 'specialists.attempt', id: input.id, personId: actor.personId },
      after: { score, passed },
    });
    return { id: input.id, score, passed, left: Math.max(0, attempt.mostAttempts - attempt.number) };
  },
});
