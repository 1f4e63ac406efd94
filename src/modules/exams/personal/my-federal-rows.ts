import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Entry {
  id: string;
  kind: string;
  name: string;
  at: string;
  until: string;
}

/** Files of the federal platform in which the person is named, as a student, an expert or an examinee. */
export const myFederalRows = definePersonalData({
  id: 'exams.federal',
  titleKey: 'exams:personal.federalTitle',
  basis: 'law',
  basisKey: 'exams:personal.basis',
  purposeKey: 'exams:personal.federalPurpose',
  async collect(tx, personId) {
    const { rows } =
      await sql<Entry>`select f.id, f.kind, f.file_name as name, f.made_at as at, (f.made_at::date + 90)::text as until
      from exams.federal_file f where exists (select 1 from jsonb_array_elements(f.content -> 'matched') m
        where (m ->> 'id')::uuid in (select ${personId}::uuid union all select student_id from exams.examinee where person_id = ${personId}
          union all select id from exams.examinee where person_id = ${personId}
          union all select id from programmes.student_v where person_id = ${personId})) order by f.made_at desc`.execute(
        tx,
      );
    return rows.map(({ id, kind, name, at, until }) => ({
      id,
      until,
      fields: [
        {
          labelKey: 'exams:personal.fileKind',
          value: `exams:rooms.federal.kinds.${kind}`,
          as: 'messageKey' as const,
        },
        { labelKey: 'exams:personal.fileName', value: name },
        { labelKey: 'exams:personal.fileAt', value: at, as: 'moment' as const },
      ],
    }));
  },
});
