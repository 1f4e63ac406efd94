import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Entry {
  id: string;
  round: string;
  state: string;
  on: string;
  withdrawnOn: string | null;
  places: string | null;
  got: string | null;
  pinned: string | null;
}

/** The student's own lists in rounds of distribution, and what came of them. */
export const myRoundLists = definePersonalData({
  id: 'practice.round',
  titleKey: 'practice:personal.roundTitle',
  basis: 'consent',
  basisKey: 'practice:personal.roundBasis',
  purposeKey: 'practice:personal.purpose',
  async collect(tx, personId) {
    const { rows } = await sql<Entry>`select e.id, r.title as round, r.state, e.consented_at::date as "on",
        e.withdrawn_at::date as "withdrawnOn",
        (select string_agg(f.title, '; ' order by k.place) from practice.ranking k join practice.offer f on f.id = k.offer_id
          where k.round_id = e.round_id and k.student_id = e.student_id) as places,
        (select f.title from practice.round_result w join practice.offer f on f.id = w.offer_id
          where w.round_id = e.round_id and w.run = r.last_run and w.student_id = e.student_id
            and r.state in ('published', 'repaired', 'closed')) as got,
        (select f.title from practice.round_pin x join practice.offer f on f.id = x.offer_id
          where x.round_id = e.round_id and x.student_id = e.student_id) as pinned
      from practice.round_entry e join practice.round r on r.id = e.round_id
      join programmes.student_v s on s.id = e.student_id where s.person_id = ${personId} order by e.consented_at desc`.execute(
      tx,
    );
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: 'practice:personal.round', value: row.round },
        {
          labelKey: 'practice:personal.state',
          value: `practice:state.round.${row.state}`,
          as: 'messageKey' as const,
        },
        { labelKey: 'practice:personal.rankedOn', value: row.on, as: 'day' as const },
        { labelKey: 'practice:personal.withdrawnOn', value: row.withdrawnOn, as: 'day' as const },
        { labelKey: 'practice:personal.places', value: row.places },
        { labelKey: 'practice:personal.got', value: row.got },
        { labelKey: 'practice:personal.pinned', value: row.pinned },
      ],
    }));
  },
});
