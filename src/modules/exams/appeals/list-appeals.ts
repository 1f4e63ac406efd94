import { sql } from 'kysely';
import type { z } from 'zod';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { appealRow } from './appeal-contract.ts';

export const listAppeals = useCase(contract.listAppeals, {
  right: 'exams.appeal.read',
  async run({ input, tx, actor, scope }) {
    const { rows } = await sql<
      z.output<typeof appealRow>
    >`select a.id, a.kind, a.text, a.filed_at as "filedAt", a.filed_on as "filedOn",
        a.due_on as "dueOn", a.state, a.decided_on as "decidedOn", a.decision, a.number, a.examinee_id as "examineeId",
        a.session_id as "sessionId", s.code as session, s.day, p.short_name as name,
        k.programme_code || ' ' || k.programme_name as programme, r.points, r.max, w.grade, coalesce(r.criteria, '[]'::jsonb) as criteria
      from exams.appeal a join exams.examinee e on e.id = a.examinee_id join registry.person_v p on p.id = e.person_id
      join exams.session s on s.id = a.session_id join exams.kit k on k.id = s.kit_id
      left join exams.grade_v w on w.examinee_id = e.id
      left join lateral (select * from exams.result where examinee_id = e.id order by made_at desc, id desc limit 1) r on true
      where ${within(scope, actor, { organisation: 'e.organisation_id' })} and (${input.state ?? null}::text is null or a.state = ${input.state ?? null})
      order by (a.state = 'filed') desc, a.due_on, a.filed_at`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ decide: may('exams.appeal.decide') }),
});
