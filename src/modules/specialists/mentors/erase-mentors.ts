import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** Who was a mentor and of whom stays, as a tie the conflict engine reads; the rest of the entry goes. */
export const eraseMentors = defineDuty({
  id: 'specialists.mentor',
  what: 'certificate, training, pay and reasons of notice of mentors without an order for long',
  after: 'P5Y',
  basis: 'design',
  async run(tx, { before }) {
    const gone = sql`select m.id from specialists.mentor m where exists (select 1 from specialists.appointment a where a.mentor_id = m.id)
      and not exists (select 1 from specialists.appointment a where a.mentor_id = m.id
        and coalesce(upper(a.valid), 'infinity'::date) > ${before}::date)`;
    const orders =
      await sql`update specialists.appointment set pay_value = null, pay_form = 'none', notice_reason = null
      where mentor_id in (${gone}) and (pay_form <> 'none' or notice_reason is not null)`.execute(tx);
    const entries =
      await sql`update specialists.mentor set clearance_number = null, clearance_on = null, clearance_by = null,
      trained_on = null, experience_since = null where id in (${gone})
      and num_nonnulls(clearance_number, clearance_on, clearance_by, trained_on, experience_since) > 0`.execute(
        tx,
      );
    return Number(orders.numAffectedRows ?? 0) + Number(entries.numAffectedRows ?? 0);
  },
});
