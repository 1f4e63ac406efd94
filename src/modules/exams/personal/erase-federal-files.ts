import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** Names and points of a file of the federal platform: what was taken stands in the exam, the fingerprint stays. */
export const eraseFederalFiles = defineDuty({
  id: 'exams.federalFiles',
  what: 'names and points in files of the federal platform',
  after: 'P90D',
  basis: 'design',
  async run(tx, { before }) {
    const { numAffectedRows } = await sql`update exams.federal_file set content = '{}'::jsonb
      where made_at < ${before}::date and content <> '{}'::jsonb`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
});
