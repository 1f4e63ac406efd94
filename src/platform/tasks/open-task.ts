import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { TaskDefinition, TaskSubject } from './define-task.ts';

/** Whose task it is: a person's, or that of whoever holds the role there (region-wide without a place). */
export type Addressee =
  | { personId: string }
  | { role: string; organisationId: string }
  | { role: string; municipalityId: string }
  | { role: string };

export interface OpenTask {
  subject: TaskSubject;
  for: Addressee;
  /** The last good day, YYYY-MM-DD. */
  due?: string | null;
  params?: Record<string, string | number | boolean | null>;
  now: string;
  newId(): string;
}

export const columnsOf = (to: Addressee) => ({
  personId: 'personId' in to ? to.personId : null,
  role: 'role' in to ? to.role : null,
  organisationId: 'organisationId' in to ? to.organisationId : null,
  municipalityId: 'municipalityId' in to ? to.municipalityId : null,
});

/**
 * Opens a task in the caller's transaction. The same kind, subject and addressee are one task: a second opening
 * renews its words and its day. Gives the task's id.
 */
export async function openTask(tx: Tx, task: TaskDefinition, open: OpenTask): Promise<string> {
  const { subject, due = null, params = {}, now, newId } = open;
  const to = columnsOf(open.for);
  const { rows } = await sql<{
    id: string;
  }>`insert into platform.task (id, kind, title_key, act_key, params, subject_kind,
      subject_id, path, due, dismissible, person_id, role, organisation_id, municipality_id, created_at)
    values (${newId()}, ${task.kind}, ${task.titleKey}, ${task.actKey}, ${JSON.stringify(params)}::jsonb, ${subject.kind},
      ${subject.id}, ${task.path(subject)}, ${due}, ${task.dismissible}, ${to.personId}, ${to.role},
      ${to.organisationId}, ${to.municipalityId}, ${now})
    on conflict (kind, subject_kind, subject_id, addressee) where state = 'open' do update set
      title_key = excluded.title_key, act_key = excluded.act_key, params = excluded.params, path = excluded.path, due = excluded.due
    returning id`.execute(tx);
  return rows[0]?.id ?? '';
}
