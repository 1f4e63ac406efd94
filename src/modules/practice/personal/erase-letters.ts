import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** Which reminder went to whom: kept so that none goes twice. */
export const eraseLetters = defineDuty({
  id: 'practice.letters',
  what: 'notes of reminders sent',
  after: 'practice.lettersKept',
  basis: 'design',
  async run(tx, { before }) {
    const gone = await sql`delete from practice.letter where sent_on < ${before}::date`.execute(tx);
    return Number(gone.numAffectedRows ?? 0);
  },
});
