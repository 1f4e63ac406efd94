import { type RawBuilder, sql } from 'kysely';
import { type MoveArgs, moveState } from '../../../platform/states/index.ts';
import { openTask } from '../../../platform/tasks/index.ts';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import { sessionStates } from '../states.ts';
import { reopenedTask } from '../tasks.ts';

type Args = MoveArgs & Pick<RunArgs<unknown>, 'newId'>;
export type WhyParams = Record<string, string | number | boolean | null>;

/**
 * Re-opens exams that were confirmed and have not begun: what they were confirmed on no longer holds. The operator and
 * the college are told which exam and why. Gives how many there were.
 */
export async function reopenSessions(
  args: Args,
  where: RawBuilder<boolean>,
  why: string,
  params: WhyParams,
): Promise<number> {
  const { tx, now, newId } = args;
  const { rows } = await sql<{
    id: string;
    code: string;
    day: string;
    organisationId: string;
  }>`select s.id, s.code, s.day,
      s.organisation_id as "organisationId" from exams.session s
    where s.state in ('confirmed', 'prepared') and ${where} order by s.id for update`.execute(tx);
  for (const { id, code, day, organisationId } of rows) {
    const reason = JSON.stringify({ key: why, params });
    await moveState(args, {
      machine: sessionStates,
      table: 'exams.session',
      id,
      event: 'reopen',
      reason,
      subject: { organisationId },
      payload: { why },
    });
    await sql`update exams.session set why = ${reason}, rev = rev + 1 where id = ${id}`.execute(tx);
    for (const to of [{ role: 'exam_operator_coordinator' }, { role: 'college_deputy', organisationId }])
      await openTask(tx, reopenedTask, {
        subject: { kind: 'exams.session', id },
        for: to,
        due: day,
        params: { ...params, exam: code, day, why },
        now,
        newId,
      });
  }
  return rows.length;
}
