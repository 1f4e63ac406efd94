import { sql } from 'kysely';
import { defineDuty } from '../define-duty.ts';

export const eraseReports = defineDuty({
  id: 'retention.reports',
  what: 'old reports of these very duties, and answered requests about personal data',
  after: 'retention.reports',
  basis: 'design',
  async run(tx, { before }) {
    const runs = await sql`delete from platform.retention_run where at < ${before}::date`.execute(tx);
    const requests = await sql`delete from platform.data_request where answered_at < ${before}::date`.execute(
      tx,
    );
    return Number(runs.numAffectedRows ?? 0) + Number(requests.numAffectedRows ?? 0);
  },
});
