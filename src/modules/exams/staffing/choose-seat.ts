import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { judgeExams } from '../../specialists/index.ts';
import { contract } from '../contract.ts';

interface Stored {
  staffingId: string;
  examId: string;
  state: string;
  day: string;
  students: string[];
}

/** The operator's own choice for a seat of a proposal: a conflict bars it here as everywhere. */
export const chooseSeat = useCase(contract.chooseSeat, {
  right: 'exams.staffing.lead',
  async run({ input, tx, actor, change }) {
    const { rows } =
      await sql<Stored>`select x.staffing_id as "staffingId", x.exam_id as "examId", s.state, e.day,
        (select coalesce(jsonb_agg(v.person_id), '[]'::jsonb) from programmes.student_v v where v.id = any (e.students)) as students
      from exams.staffing_seat x join exams.staffing s on s.id = x.staffing_id join exams.staffing_exam e on e.id = x.exam_id
      where x.id = ${input.id} for update of x, s`.execute(tx);
    const seat = found(rows[0]);
    if (seat.state !== 'proposed') throw refuse('exams:staffing.error.notProposed', {}, { status: 409 });
    const { personId } = input;
    if (personId) {
      const busy =
        await sql`select 1 from exams.staffing_seat x join exams.staffing_exam e on e.id = x.exam_id
        where x.staffing_id = ${seat.staffingId} and x.person_id = ${personId} and x.id <> ${input.id} and e.day = ${seat.day}::date
        union all select 1 from exams.person_day where person_id = ${personId} and day = ${seat.day}::date`.execute(
          tx,
        );
      if (busy.rows.length > 0) throw refuse('exams:staffing.error.busy', { day: seat.day }, { status: 409 });
      const examinees = seat.students.map((student) => ({
        key: seat.examId,
        personId: student,
        on: seat.day,
      }));
      const barred = (await judgeExams(tx, { experts: [personId], examinees })).find(
        ({ severity }) => severity === 'block',
      );
      if (barred) throw refuse(barred.messageKey, barred.params, { rule: barred.code, status: 409 });
    }
    await sql`update exams.staffing_seat set person_id = ${personId}, chosen_by = ${actor.personId}, fault = null where id = ${input.id}`.execute(
      tx,
    );
    await sql`update exams.staffing set rev = rev + 1 where id = ${seat.staffingId}`.execute(tx);
    change({ subject: { kind: 'exams.staffing', id: seat.staffingId }, after: { seat: input.id, personId } });
    return { id: input.id };
  },
});
