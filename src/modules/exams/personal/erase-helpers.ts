import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** Who helped an examinee: it hints at health, and is needed for the exam and its appeals alone. */
export const eraseHelpers = defineDuty({
  id: 'exams.helpers',
  what: 'assistants and tutors of examinees',
  after: 'P1Y',
  basis: '152-ФЗ, ст. 5',
  async run(tx, { before }) {
    const { numAffectedRows } = await sql`update exams.examinee e set helper = null, helper_on = null
      from exams.session s where s.id = e.session_id and e.helper is not null and s.day < ${before}::date`.execute(
      tx,
    );
    return Number(numAffectedRows ?? 0);
  },
});
