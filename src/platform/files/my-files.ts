import { sql } from 'kysely';
import { definePersonalData } from '../retention/define-personal-data.ts';

interface Row {
  id: string;
  name: string;
  at: string;
  size: number;
}

/** «Мои данные»: files this person has brought. */
export const myFiles = definePersonalData({
  id: 'files.upload',
  titleKey: 'files:mine.title',
  basis: 'law',
  basisKey: 'files:mine.basis',
  purposeKey: 'files:mine.purpose',
  async collect(tx, personId) {
    const { rows } = await sql<Row>`select id, name, at, size from platform.file
      where uploaded_by = ${personId} and removed_at is null order by at desc, id limit 500`.execute(tx);
    return rows.map(({ id, name, at, size }) => ({
      id,
      fields: [
        { labelKey: 'files:mine.name', value: name },
        { labelKey: 'files:mine.at', value: at, as: 'moment' as const },
        { labelKey: 'files:mine.kilobytes', value: Math.ceil(size / 1024) },
      ],
    }));
  },
});
