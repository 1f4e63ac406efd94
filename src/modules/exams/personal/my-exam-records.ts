import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Entry {
  id: string;
  programme: string;
  day: string;
  centre: string;
  grade: number | null;
  points: number | null;
  workplace: number | null;
  helper: string | null;
  appeals: string | null;
  card: string | null;
}

/** What the exams room holds about an examinee. */
export const myExamRecords = definePersonalData({
  id: 'exams.examinee',
  titleKey: 'exams:personal.title',
  basis: 'law',
  basisKey: 'exams:personal.basis',
  purposeKey: 'exams:personal.purpose',
  async collect(tx, personId) {
    const { rows } =
      await sql<Entry>`select e.id, k.programme_code || ' ' || k.programme_name as programme, s.day, c.name as centre,
        case when s.state in ('graded', 'closed') then w.grade end as grade, e.workplace, e.helper,
        case when s.state in ('graded', 'closed') then (select r.points from exams.result r where r.examinee_id = e.id
          order by r.made_at desc, r.id desc limit 1) end as points,
        (select string_agg(a.text, '; ' order by a.filed_at) from exams.appeal a where a.examinee_id = e.id) as appeals,
        (select d.number from exams.card d where d.examinee_id = e.id order by d.issued_on desc, d.id desc limit 1) as card
      from exams.examinee e join exams.session s on s.id = e.session_id join exams.kit k on k.id = s.kit_id
      join exams.centre c on c.id = s.centre_id left join exams.grade_v w on w.examinee_id = e.id
      where e.person_id = ${personId} order by s.day desc`.execute(tx);
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: 'exams:personal.programme', value: row.programme },
        { labelKey: 'exams:personal.day', value: row.day, as: 'day' as const },
        { labelKey: 'exams:personal.centre', value: row.centre },
        { labelKey: 'exams:personal.workplace', value: row.workplace },
        { labelKey: 'exams:personal.helper', value: row.helper },
        { labelKey: 'exams:personal.points', value: row.points === null ? null : row.points / 100 },
        { labelKey: 'exams:personal.grade', value: row.grade === null ? null : String(row.grade) },
        { labelKey: 'exams:personal.appeals', value: row.appeals },
        { labelKey: 'exams:personal.card', value: row.card },
      ],
    }));
  },
});
