import { sql } from 'kysely';
import { definePersonalData } from '../retention/index.ts';

interface Row {
  id: string;
  contact: string;
  issuedAt: string;
  spentAt: string | null;
}

export const myLinks = definePersonalData({
  id: 'links.mine',
  titleKey: 'links:mine.title',
  basis: 'contract',
  basisKey: 'links:mine.basis',
  purposeKey: 'links:mine.purpose',
  async collect(tx, personId) {
    const { rows } = await sql<Row>`select id, contact, issued_at as "issuedAt", spent_at as "spentAt"
      from platform.link where person_id = ${personId} order by issued_at, id`.execute(tx);
    return rows.map(({ id, contact, issuedAt, spentAt }) => ({
      id,
      fields: [
        { labelKey: 'links:mine.contact', value: contact },
        { labelKey: 'links:mine.issued', value: issuedAt, as: 'moment' as const },
        { labelKey: 'links:mine.spent', value: spentAt, as: 'moment' as const },
      ],
    }));
  },
});
