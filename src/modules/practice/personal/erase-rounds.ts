import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/**
 * Of a distribution long closed the draw itself stays, under its pseudonyms; who chose what, who was pinned where and
 * whose list came to what goes.
 */
export const eraseRounds = defineDuty({
  id: 'practice.rounds',
  what: 'lists, pins and results of students in closed distributions',
  after: 'practice.roundsKept',
  basis: 'design',
  async run(tx, { before }) {
    const closed = sql`select id from practice.round where state in ('closed', 'cancelled')
      and coalesce(published_at, freezes_at)::date < ${before}::date`;
    let erased = 0;
    for (const table of ['round_result', 'ranking', 'round_pin', 'round_entry'])
      erased += Number(
        (await sql`delete from practice.${sql.ref(table)} where round_id in (${closed})`.execute(tx))
          .numAffectedRows ?? 0,
      );
    return erased;
  },
});
