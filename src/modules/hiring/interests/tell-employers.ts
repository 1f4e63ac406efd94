import { sql } from 'kysely';
import { type Delivered, subscribe } from '../../../platform/outbox/index.ts';
import { openTask, type TaskDefinition } from '../../../platform/tasks/index.ts';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import { examAheadTask, examGradedTask } from '../tasks.ts';

interface Followed {
  organisationId: string;
  programme: string;
  day: string;
  people: number;
}

type Args = Pick<RunArgs<Delivered>, 'tx' | 'now' | 'newId'> & { event: Delivered };

/** One task for each employer that follows the speciality of an exam; it may be put away unread. */
async function tell({ tx, now, newId, event }: Args, task: TaskDefinition): Promise<void> {
  const id = String(event.payload.id);
  const { rows } =
    await sql<Followed>`select distinct i.organisation_id as "organisationId", x.programme_name as programme, x.day,
      x.examinees as people
    from exams.session_v x join hiring.interest i on i.programme_code = x.programme_code and i.ended_on is null
    where x.id = ${id}::uuid order by 1`.execute(tx);
  for (const { organisationId, ...params } of rows)
    await openTask(tx, task, {
      subject: { kind: 'exams.session', id },
      for: { role: 'enterprise_hr', organisationId },
      due: task === examAheadTask ? params.day : null,
      params,
      now,
      newId,
    });
}

export const tellOfExam = subscribe('exams.session.confirmed', 'hiring.exam-ahead', (args) =>
  tell(args, examAheadTask),
);
export const tellOfGrades = subscribe('exams.session.graded', 'hiring.exam-graded', (args) =>
  tell(args, examGradedTask),
);
