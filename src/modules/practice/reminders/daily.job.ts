import { sql } from 'kysely';
import { inTransaction, type Tx } from '../../../platform/database/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { openTask } from '../../../platform/tasks/index.ts';
import { dayIn, type World } from '../../../platform/use-case/index.ts';
import { appraisalDueTask, COURSE_TASKS } from './course-tasks.ts';
import { dueTasks, type Wanted } from './due-tasks.ts';
import { readCourse } from './read-course.ts';
import { sendLetters } from './send-letters.ts';

interface Open {
  id: string;
  kind: string;
  subjectId: string;
  personId: string | null;
  organisationId: string | null;
}

const keyOf = (kind: string, subjectId: string, whose: string | null) => `${kind} ${subjectId} ${whose}`;
const whoseOf = (to: Wanted['for']) => ('personId' in to ? to.personId : to.organisationId);

/** What fell away by itself is taken off the lists of those it waited for. */
async function dropSettled(tx: Tx, wanted: readonly Wanted[], now: string): Promise<number> {
  const { rows } = await sql<Open>`select id, kind, subject_id as "subjectId", person_id as "personId",
      organisation_id as "organisationId" from platform.task
    where state = 'open' and kind in (${sql.join(COURSE_TASKS.map(({ kind }) => kind))})`.execute(tx);
  const due = new Set(wanted.map(({ task, subject, for: to }) => keyOf(task.kind, subject.id, whoseOf(to))));
  const over = rows.filter(
    (row) => !due.has(keyOf(row.kind, row.subjectId, row.personId ?? row.organisationId)),
  );
  for (const { id } of over)
    await sql`update platform.task set state = 'cancelled', done_at = ${now} where id = ${id}`.execute(tx);
  return over.length;
}

/** The morning of a practice: who has to do what, letters where it cannot wait, and what is done taken away. */
export async function remind(world: World): Promise<{ open: number; dropped: number; letters: number }> {
  return inTransaction(world.db, async (tx) => {
    const moment = world.now();
    const now = moment.toISOString();
    const today = dayIn(world.timeZone, moment);
    const wanted = dueTasks(await readCourse(tx), today);
    for (const { task, ...open } of wanted) await openTask(tx, task, { ...open, now, newId: world.newId });
    for (const { task, subject, for: to } of wanted)
      if (task === appraisalDueTask && 'personId' in to)
        await sql`insert into practice.appraisal_ask (placement_id, asked_on, mentor_id) values (${subject.id}, ${today}, ${to.personId})
          on conflict (placement_id) do nothing`.execute(tx);
    const dropped = await dropSettled(tx, wanted, now);
    const letters = await sendLetters(tx, wanted, { today, now, newId: world.newId });
    return { open: wanted.length, dropped, letters };
  });
}

export const remindJob = defineJob<Record<string, never>>({
  name: 'practice.remind',
  titleKey: 'practice:reminder.job',
  lane: 'quick',
  cron: '20 5 * * *',
  catchUpHours: 24,
  run: ({ world }) => remind(world),
});
