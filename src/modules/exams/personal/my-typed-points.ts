import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Entry {
  id: string;
  exam: string;
  at: string;
  points: number;
  typist: boolean;
}

/** Points of the person as typed from paper, and what the person typed. */
export const myTypedPoints = definePersonalData({
  id: 'exams.paper',
  titleKey: 'exams:personal.paperTitle',
  basis: 'law',
  basisKey: 'exams:personal.basis',
  purposeKey: 'exams:personal.paperPurpose',
  async collect(tx, personId) {
    const { rows } =
      await sql<Entry>`select t.id || '/' || e.id as id, s.code as exam, t.typed_at as at, t.typed_by = ${personId} as typist,
        (select coalesce(sum((c ->> 'points')::int), 0)::int from jsonb_array_elements(l -> 'criteria') c) as points
      from exams.paper_entry t join exams.session s on s.id = t.session_id
      cross join lateral jsonb_array_elements(t.content) l join exams.examinee e on e.id = (l ->> 'examineeId')::uuid
      where e.person_id = ${personId}
      union all select t.id::text, s.code, t.typed_at, true, jsonb_array_length(t.content)
      from exams.paper_entry t join exams.session s on s.id = t.session_id where t.typed_by = ${personId} order by at desc`.execute(
        tx,
      );
    return rows.map(({ id, exam, at, points, typist }) => ({
      id,
      fields: [
        { labelKey: 'exams:personal.exam', value: exam },
        { labelKey: 'exams:personal.typedAt', value: at, as: 'moment' as const },
        typist
          ? { labelKey: 'exams:personal.typedLines', value: points }
          : { labelKey: 'exams:personal.typedPoints', value: points / 100 },
      ],
    }));
  },
});
