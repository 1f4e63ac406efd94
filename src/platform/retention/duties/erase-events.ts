import { sql } from 'kysely';
import { defineDuty } from '../define-duty.ts';

export const eraseEvents = defineDuty({
  id: 'retention.events',
  what: 'delivered events of the outbox',
  after: 'retention.events',
  basis: 'design',
  async run(tx, { before }) {
    const { numAffectedRows } =
      await sql`delete from platform.event where dispatched_at < ${before}::date`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
});
