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
  return (await openTasks(tx, task, [open]))[0] ?? '';
}

/** The same for many addressees in one statement. Gives the ids; the same task opened twice is opened once. */
export async function openTasks(tx: Tx, task: TaskDefinition, opens: readonly OpenTask[]): Promise<string[]> {
  const rows = new Map<string, object>();
  for (const { subject, due = null, params = {}, now, newId, ...open } of opens) {
    const to = columnsOf(open.for);
    rows.set(JSON.stringify([subject, to]), {
      ...{ id: newId(), params, kind: subject.kind, subject: subject.id, path: task.path(subject), due, now },
      ...{
        person: to.personId,
        role: to.role,
        organisation: to.organisationId,
        municipality: to.municipalityId,
      },
    });
  }
  if (rows.size === 0) return [];
  const made = await sql<{
    id: string;
  }>`insert into platform.task (id, kind, title_key, act_key, params, subject_kind,
      subject_id, path, due, dismissible, person_id, role, organisation_id, municipality_id, created_at)
    select x.id, ${task.kind}, ${task.titleKey}, ${task.actKey}, x.params, x.kind, x.subject, x.path, x.due,
      ${task.dismissible}::boolean, x.person, x.role, x.organisation, x.municipality, x.now
    from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) as x (id uuid, params jsonb, kind text, subject text,
      path text, due date, person uuid, role text, organisation uuid, municipality uuid, now timestamptz)
    on conflict (kind, subject_kind, subject_id, addressee) where state = 'open' do update set
      title_key = excluded.title_key, act_key = excluded.act_key, params = excluded.params, path = excluded.path, due = excluded.due
    returning id`.execute(tx);
  return made.rows.map(({ id }) => id);
}
