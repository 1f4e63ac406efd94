import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Entry {
  id: string;
  exam: string;
  day: string;
  role: string;
  marks: number;
}

/** What the exams room holds about an expert, a technical expert, a member of the board. */
export const mySeatsHeld = definePersonalData({
  id: 'exams.seat',
  titleKey: 'exams:personal.seatTitle',
  basis: 'law',
  basisKey: 'exams:personal.basis',
  purposeKey: 'exams:personal.seatPurpose',
  async collect(tx, personId) {
    const { rows } = await sql<Entry>`select x.id, s.code as exam, s.day, x.role,
        (select count(*)::int from exams.mark m where m.session_id = s.id and m.person_id = x.person_id) as marks
      from exams.session_expert x join exams.session s on s.id = x.session_id
      where x.person_id = ${personId} order by s.day desc`.execute(tx);
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: 'exams:personal.exam', value: row.exam },
        { labelKey: 'exams:personal.day', value: row.day, as: 'day' as const },
        { labelKey: 'exams:personal.role', value: `exams:seat.${row.role}`, as: 'messageKey' as const },
        { labelKey: 'exams:personal.marks', value: String(row.marks) },
      ],
    }));
  },
});
