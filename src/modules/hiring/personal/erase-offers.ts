import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** Offers that led to work are kept as long as the hire; the rest go. */
export const eraseOffers = defineDuty({
  id: 'hiring.offers',
  what: 'offers and invitations that came to nothing',
  after: 'hiring.offersKept',
  basis: 'design',
  async run(tx, { before }) {
    const offers = await sql`delete from hiring.offer f where f.made_on < ${before}::date
      and f.state in ('declined', 'withdrawn', 'expired', 'cancelled', 'fallen')`.execute(tx);
    const invitations = await sql`delete from hiring.invitation where made_on < ${before}::date`.execute(tx);
    return Number(offers.numAffectedRows ?? 0) + Number(invitations.numAffectedRows ?? 0);
  },
});
