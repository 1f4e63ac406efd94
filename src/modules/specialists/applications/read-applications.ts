import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import type { application } from '../experts/expert-contract.ts';

/** Requests for rights `a` that fit, newest first. */
export async function readApplications(tx: Tx, where: RawBuilder<boolean> | RawBuilder<unknown>) {
  const { rows } = await sql<
    z.output<typeof application>
  >`select a.id, a.person_id as "personId", p.full_name as name,
      a.regime, a.level, to_jsonb(a.codes) as codes, a.kind, a.course_number as "courseNumber", a.course_on as "courseOn",
      t.finished_at::date as "testPassedOn", a.state, a.sent_on as "sentOn", a.decided_on as "decidedOn", a.ground
    from specialists.expert_application a join registry.person_v p on p.id = a.person_id
    left join specialists.expert_attempt t on t.id = a.attempt_id and t.passed
    where ${where} order by a.sent_on desc, a.id desc`.execute(tx);
  return rows;
}
