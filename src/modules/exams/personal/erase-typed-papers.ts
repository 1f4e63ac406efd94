import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** Typings of paper protocols, once the exam is over: the protocol holds the points, the fingerprint stays. */
export const eraseTypedPapers = defineDuty({
  id: 'exams.typedPapers',
  what: 'points as two persons typed them from a paper protocol',
  after: 'P1Y',
  basis: 'design',
  async run(tx, { before, today }) {
    const { numAffectedRows } =
      await sql`update exams.paper_entry t set content = '[]'::jsonb, erased_on = ${today}
      from exams.session s where s.id = t.session_id and t.erased_on is null and s.day < ${before}::date
        and s.state in ('closed', 'annulled', 'cancelled')`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
});
