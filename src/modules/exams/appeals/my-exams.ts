import { sql } from 'kysely';
import type { z } from 'zod';
import { settingOn } from '../../../platform/rules/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { boundsOf } from '../results/put-grade.ts';
import { leastPoints } from '../rules/grade-of.ts';
import { calendar } from '../sessions/judge-session.ts';
import { sessionFrom } from '../sessions/load-session.ts';
import type { myExam } from './appeal-contract.ts';

type Row = z.output<typeof myExam> & { attestationId: string | null; told: boolean };

/** The student's own exams; points and grade once the board has told them. */
export const myExams = useCase(contract.myExams, {
  right: 'exams.own.read',
  async run({ tx, actor, today }) {
    const personId = found(actor.personId);
    const { rows } =
      await sql<Row>`select e.id as "examineeId", s.id as "sessionId", s.code as session, s.day, s.starts_at as "startsAt",
        s.check_on as "checkOn", s.state, k.programme_code || ' ' || k.programme_name as programme, k.level, k.code as "kitCode",
        c.name as centre, c.address, e.workplace, e.present, r.points, r.max, w.grade, coalesce(w.annulled, e.annulled_on is not null) as annulled,
        coalesce(r.criteria, '[]'::jsonb) as criteria, s.results_on as "resultsOn", s.attestation_id as "attestationId",
        s.state in ('graded', 'closed') as told,
        coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'state', a.state, 'dueOn', a.due_on, 'decision', a.decision)
          order by a.filed_at) from exams.appeal a where a.examinee_id = e.id), '[]'::jsonb) as appeals,
        (select jsonb_build_object('number', d.number, 'token', d.token, 'public', exists (select 1 from registry.consent_v v
            where v.person_id = e.person_id and v.purpose = 'exam_result_public'))
          from exams.card d where d.examinee_id = e.id order by d.issued_on desc, d.id desc limit 1) as card,
        (select jsonb_build_object('number', q.number, 'link', q.link) from exams.passport q where q.examinee_id = e.id) as passport
      from ${sessionFrom} join exams.examinee e on e.session_id = s.id
      left join exams.grade_v w on w.examinee_id = e.id
      left join lateral (select * from exams.result where examinee_id = e.id order by made_at desc, id desc limit 1) r on true
      where e.person_id = ${personId} and s.state not in ('planned', 'cancelled') order by s.day desc`.execute(
        tx,
      );
    const term = await settingOn<number>(tx, 'exams.appealResultWorkingDays', today);
    const out: z.output<typeof myExam>[] = [];
    for (const { attestationId, told, ...row } of rows) {
      const bounds = await boundsOf(tx, { attestationId, day: row.day });
      const max = row.max ?? 0;
      const until = row.resultsOn ? calendar.addWorkingDays(row.resultsOn, term) : null;
      const filed = new Set(row.appeals.map(({ kind }) => kind));
      out.push({
        ...row,
        ...(told ? {} : { points: null, grade: null, criteria: [], resultsOn: null }),
        bounds: max > 0 ? bounds.map((bound, i) => ({ grade: i + 3, from: leastPoints(max, bound) })) : [],
        appeal: {
          procedureOn: row.present && row.day === today && !filed.has('procedure') ? row.day : null,
          resultUntil: told && row.present && until && today <= until && !filed.has('result') ? until : null,
        },
      });
    }
    const { rows: consents } =
      await sql`select 1 from registry.consent_v where person_id = ${personId} and purpose = 'exam_result_public'`.execute(
        tx,
      );
    return { rows: out, today, consent: consents.length > 0 };
  },
});
