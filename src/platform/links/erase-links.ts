import { sql } from 'kysely';
import { defineDuty } from '../retention/index.ts';

/** Links hold addresses of people; that somebody confirmed stands in the history and in the module's own record. */
export const eraseLinks = defineDuty({
  id: 'links.old',
  what: 'one-time links that were spent, withdrawn or expired, with the addresses they were sent to',
  after: 'P1Y',
  basis: '152-FZ art. 5',
  async run(tx, { before }) {
    const { numAffectedRows } = await sql`delete from platform.link
      where coalesce(spent_at, killed_at, expires_at) < ${before}::date`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
});
