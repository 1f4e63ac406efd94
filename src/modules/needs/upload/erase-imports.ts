import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

export const eraseImports = defineDuty({
  id: 'needs.imports',
  what: 'uploaded files and the reports about them: what was taken stands in the registers',
  after: 'needs.importFiles',
  basis: 'design',
  async run(tx, { before }) {
    const { numAffectedRows } = await sql`delete from needs.import
      where made_at < ${before}::date and state not in ('reading', 'applying')`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
});
