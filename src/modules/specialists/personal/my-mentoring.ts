import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Entry {
  id: string;
  organisation: string | null;
  post: string;
  clearanceOn: string | null;
  orderOn: string | null;
  trainees: number;
}

/** What the register of mentors holds about a person. */
export const myMentoring = definePersonalData({
  id: 'specialists.mentor',
  titleKey: 'specialists:personal.title',
  basis: 'law',
  basisKey: 'specialists:personal.basis',
  purposeKey: 'specialists:personal.purpose',
  async collect(tx, personId) {
    const { rows } =
      await sql<Entry>`select m.id, o.short_name as organisation, m.post, m.clearance_on as "clearanceOn",
        (select max(order_on) from specialists.appointment a where a.mentor_id = m.id) as "orderOn",
        (select count(*)::int from specialists.tutoring t join specialists.appointment a on a.id = t.appointment_id
          where a.mentor_id = m.id) as trainees
      from specialists.mentor m left join registry.organisation_v o on o.id = m.organisation_id
      where m.person_id = ${personId} order by m.id`.execute(tx);
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: 'specialists:personal.organisation', value: row.organisation },
        { labelKey: 'specialists:personal.post', value: row.post },
        { labelKey: 'specialists:personal.clearance', value: row.clearanceOn, as: 'day' as const },
        { labelKey: 'specialists:personal.order', value: row.orderOn, as: 'day' as const },
        { labelKey: 'specialists:personal.trainees', value: row.trainees },
      ],
    }));
  },
});
