import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { drawQuestions, type Question, shown } from './question.ts';

interface Test {
  questions: Question[];
  asked: number;
  minutes: number;
  mostAttempts: number;
}
interface Attempt {
  id: string;
  number: number;
  questions: Question[];
  startedAt: string;
  finishedAt: string | null;
  passed: boolean | null;
}

export const startAttempt = useCase(contract.startAttempt, {
  right: 'specialists.ownTest.take',
  async run({ input, tx, actor, today, now, newId, change }) {
    const personId = found(actor.personId);
    // the lock under which attempts are counted
    await sql`select pg_advisory_xact_lock(hashtextextended(${`specialists.attempt ${personId}`}, 0))`.execute(
      tx,
    );
    const tests =
      await sql<Test>`select questions, asked, minutes, most_attempts as "mostAttempts" from specialists.expert_test
      where id = ${input.id} and valid @> ${today}::date`.execute(tx);
    const test = found(tests.rows[0]);
    const { rows } =
      await sql<Attempt>`select id, number, questions, started_at as "startedAt", finished_at as "finishedAt", passed
      from specialists.expert_attempt where test_id = ${input.id} and person_id = ${personId} order by number desc`.execute(
        tx,
      );
    const until = (startedAt: string) =>
      new Date(Date.parse(startedAt) + test.minutes * 60_000).toISOString();
    const last = rows[0];
    if (last && !last.finishedAt && until(last.startedAt) > now)
      return {
        id: last.id,
        number: last.number,
        until: until(last.startedAt),
        questions: shown(last.questions),
      };
    if (rows.length >= test.mostAttempts)
      throw refuse('specialists:error.noAttempts', { most: test.mostAttempts }, { status: 409 });
    const id = newId();
    const number = rows.length + 1;
    const questions = drawQuestions(test.questions, test.asked, id);
    await sql`insert into specialists.expert_attempt (id, test_id, person_id, number, questions, started_at)
      values (${id}, ${input.id}, ${personId}, ${number}, ${JSON.stringify(questions)}::jsonb, ${now})`.execute(
      tx,
    );
    change({ subject: { kind: 'specialists.attempt', id, personId }, after: { test: input.id, number } });
    return { id, number, until: until(now), questions: shown(questions) };
  },
});
