import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

export const eraseRemoved = defineDuty({
  id: 'hiring.removed',
  what: 'candidates taken out of lists, with their invitations; files with outcomes',
  after: 'hiring.removedKept',
  basis: 'design',
  async run(tx, { before }) {
    await sql`delete from hiring.invitation i using hiring.candidate c where c.id = i.candidate_id and c.removed_on < ${before}::date
      and not exists (select 1 from hiring.offer f where f.candidate_id = c.id)`.execute(tx);
    const gone = await sql`delete from hiring.candidate c where c.removed_on < ${before}::date
      and not exists (select 1 from hiring.offer f where f.candidate_id = c.id)`.execute(tx);
    const files = await sql`delete from hiring.outcome_file where made_at < ${before}::date`.execute(tx);
    return Number(gone.numAffectedRows ?? 0) + Number(files.numAffectedRows ?? 0);
  },
});
