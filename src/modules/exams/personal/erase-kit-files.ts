import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** Uploaded kits and what was wrong with them: what was taken stands among the kits. */
export const eraseKitFiles = defineDuty({
  id: 'exams.kitFiles',
  what: 'uploaded kit files and the remarks about them',
  after: 'P90D',
  basis: 'design',
  async run(tx, { before }) {
    const { numAffectedRows } = await sql`delete from exams.kit_file where made_at < ${before}::date`.execute(
      tx,
    );
    return Number(numAffectedRows ?? 0);
  },
});
