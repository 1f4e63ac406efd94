import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** A registered paper names its students; after its term it goes whole, its number stays in the journal's count. */
export const erasePapers = defineDuty({
  id: 'practice.papers',
  what: 'registered orders and mark sheets of practice',
  after: 'practice.papersKept',
  basis: 'design',
  async run(tx, { before }) {
    const gone = await sql`delete from practice.paper where on_day < ${before}::date`.execute(tx);
    return Number(gone.numAffectedRows ?? 0);
  },
});
