import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { TaskDefinition, TaskSubject } from './define-task.ts';
import { type Addressee, columnsOf } from './open-task.ts';

export interface CloseTask {
  now: string;
  /** Who did it; null when it fell away by itself. */
  doneBy?: string | null;
  /** `cancelled`: there is nothing to do any more. */
  as?: 'done' | 'cancelled';
  /** Only this addressee's; otherwise everybody's, since one has done it for all. */
  for?: Addressee;
}

/** Closes the open tasks of a kind about a subject, in the caller's transaction. Gives how many there were. */
export async function closeTask(
  tx: Tx,
  task: Pick<TaskDefinition, 'kind'>,
  subject: TaskSubject,
  close: CloseTask,
): Promise<number> {
  const { now, doneBy = null, as = 'done' } = close;
  const to = close.for ? columnsOf(close.for) : null;
  const theirs = to
    ? sql<boolean>`person_id is not distinct from ${to.personId} and role is not distinct from ${to.role}
        and organisation_id is not distinct from ${to.organisationId}
        and municipality_id is not distinct from ${to.municipalityId}`
    : sql<boolean>`true`;
  const { rows } = await sql`update platform.task set state = ${as}, done_at = ${now}, done_by = ${doneBy}
    where kind = ${task.kind} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
      and state = 'open' and ${theirs} returning id`.execute(tx);
  return rows.length;
}
