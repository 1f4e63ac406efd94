import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

export const eraseImportedFiles = defineDuty({
  id: 'programmes.imports',
  what: 'rows of files that colleges brought: what was taken stands in the registers',
  after: 'programmes.importFiles',
  basis: 'design',
  async run(tx, { before }) {
    const { numAffectedRows } =
      await sql`delete from programmes.import where made_at < ${before}::date`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
});
