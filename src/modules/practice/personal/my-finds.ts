import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Find {
  id: string;
  enterprise: string;
  contact: string;
  state: string;
  answer: string | null;
  on: string;
}

/** Enterprises the student proposed, with whom they spoke. */
export const myFinds = definePersonalData({
  id: 'practice.ownFind',
  titleKey: 'practice:round.personal.title',
  basis: 'consent',
  basisKey: 'practice:round.personal.basis',
  purposeKey: 'practice:personal.purpose',
  async collect(tx, personId) {
    const { rows } =
      await sql<Find>`select d.id, d.enterprise, d.contact, d.state, d.answer, d.proposed_at::date as "on"
      from practice.own_find d join programmes.student_v s on s.id = d.student_id
      where s.person_id = ${personId} order by d.proposed_at desc`.execute(tx);
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: 'practice:round.personal.enterprise', value: row.enterprise },
        { labelKey: 'practice:round.personal.contact', value: row.contact },
        {
          labelKey: 'practice:personal.state',
          value: `practice:round.findState.${row.state}`,
          as: 'messageKey' as const,
        },
        { labelKey: 'practice:round.personal.answer', value: row.answer },
        { labelKey: 'practice:round.personal.on', value: row.on, as: 'day' as const },
      ],
    }));
  },
});
