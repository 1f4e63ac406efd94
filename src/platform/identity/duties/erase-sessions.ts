import { sql } from 'kysely';
import { defineDuty } from '../../retention/index.ts';

/** Ended sessions hold addresses and devices of people; what sign-in keeps for minutes goes with them. */
export const eraseSessions = defineDuty({
  id: 'identity.sessions',
  what: 'ended sessions with their addresses and devices, used one-time values, counts of wrong passwords',
  after: 'P30D',
  basis: '152-FZ art. 5',
  async run(tx, { before }) {
    const ended = await sql`delete from identity.session where expires_at < ${before}::date`.execute(tx);
    const used = await sql`delete from identity.verification where expires_at < ${before}::date`.execute(tx);
    const tries = await sql`delete from identity.wrong_password where at < ${before}::date`.execute(tx);
    const counts = await sql`delete from identity.rate_limit
      where last_request < extract(epoch from ${before}::date) * 1000`.execute(tx);
    return [ended, used, tries, counts].reduce(
      (sum, { numAffectedRows }) => sum + Number(numAffectedRows ?? 0),
      0,
    );
  },
});
