import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Entry {
  id: string;
  organisation: string | null;
  codes: string | null;
  until: string | null;
  attempts: number;
  served: number;
  circumstances: string | null;
}

/** What the base of experts holds about a person, with the circumstances the person told of. */
export const myExpertEntry = definePersonalData({
  id: 'specialists.expert',
  titleKey: 'specialists:personal.expertTitle',
  basis: 'law',
  basisKey: 'specialists:personal.expertBasis',
  purposeKey: 'specialists:personal.expertPurpose',
  async collect(tx, personId) {
    const { rows } = await sql<Entry>`select e.id, e.organisation,
        (select string_agg(distinct r.code, ', ') from specialists.expert_right_v r where r.expert_id = e.id) as codes,
        (select max(upper(r.valid)) - 1 from specialists.expert_right_v r where r.expert_id = e.id) as until,
        (select count(*)::int from specialists.expert_attempt a where a.person_id = e.person_id) as attempts,
        (select count(*)::int from specialists.expert_service_v s where s.person_id = e.person_id) as served,
        (select string_agg(c.surname || ' ' || c.given_name, ', ' order by c.declared_on) from specialists.expert_circumstance c
          where c.expert_id = e.id and c.ended_on is null) as circumstances
      from specialists.expert_v e where e.person_id = ${personId}`.execute(tx);
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: 'specialists:personal.organisation', value: row.organisation },
        { labelKey: 'specialists:personal.codes', value: row.codes },
        { labelKey: 'specialists:personal.until', value: row.until, as: 'day' as const },
        { labelKey: 'specialists:personal.attempts', value: row.attempts },
        { labelKey: 'specialists:personal.served', value: row.served },
        { labelKey: 'specialists:personal.circumstances', value: row.circumstances },
      ],
    }));
  },
});
