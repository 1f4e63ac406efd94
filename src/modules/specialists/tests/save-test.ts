import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { demandLevel } from '../experts/put-rights.ts';

/** A test is not changed once it stands: a new one of the level ends the old one the day before. */
export const saveTest = useCase(contract.saveTest, {
  right: 'specialists.application.decide',
  async run({ input, tx, newId, change }) {
    const { questions, regime, level, from, ...fields } = input;
    demandLevel(regime, level);
    const fault = (key: string) => refuse(key, {}, { fields: [{ path: 'questions', key }] });
    if (questions.some(({ options }) => options.every(({ right }) => !right)))
      throw fault('specialists:error.noRightOption');
    if (new Set(questions.map(({ id }) => id)).size < questions.length)
      throw fault('specialists:error.twiceQuestion');
    if (fields.asked > questions.length) throw fault('specialists:error.fewQuestions');
    await sql`update specialists.expert_test set valid = daterange(lower(valid), ${from}::date), rev = rev + 1
      where regime = ${regime} and level = ${level} and valid @> ${from}::date and lower(valid) < ${from}::date`.execute(
      tx,
    );
    const id = newId();
    await sql`insert into specialists.expert_test (id, title, regime, level, questions, asked, pass_percent, most_attempts,
        minutes, valid)
      values (${id}, ${fields.title}, ${regime}, ${level}, ${JSON.stringify(questions)}::jsonb, ${fields.asked},
        ${fields.passPercent}, ${fields.mostAttempts}, ${fields.minutes}, daterange(${from}::date, null))`.execute(
      tx,
    );
    change({
      subject: { kind: 'specialists.test', id },
      after: { ...fields, regime, level, questions: questions.length },
    });
    return { id };
  },
});
