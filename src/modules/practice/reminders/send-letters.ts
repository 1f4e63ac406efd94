import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { defineMail, type MailDefinition, queueMail } from '../../../platform/mail/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { appraisalDueTask, hostStartTask, startTask } from './course-tasks.ts';
import type { Wanted } from './due-tasks.ts';

const letter = (name: string) =>
  defineMail({
    id: `practice.${name}`,
    subjectKey: `practice:reminder.letter.${name}.subject`,
    bodyKey: `practice:reminder.letter.${name}.body`,
  });
export const startLetter = letter('start');
export const hostStartLetter = letter('hostStart');
export const appraisalDueLetter = letter('appraisalDue');

const LETTERS = new Map<string, MailDefinition>([
  [startTask.kind, startLetter],
  [hostStartTask.kind, hostStartLetter],
  [appraisalDueTask.kind, appraisalDueLetter],
]);

/** Addresses of whom a task waits for. */
async function addressesOf(
  tx: Tx,
  to: Wanted['for'],
  today: string,
): Promise<{ personId: string; email: string }[]> {
  const who =
    'personId' in to
      ? sql`select ${to.personId}::uuid as person_id`
      : sql`select person_id from registry.assignment_v where role = ${to.role} and organisation_id = ${to.organisationId}
          and valid @> ${today}::date`;
  const { rows } = await sql<{
    personId: string;
    email: string;
  }>`select distinct on (c.person_id) c.person_id as "personId",
      c.value as email from registry.contact_v c where c.person_id in (${who}) and c.kind = 'email' and c.valid @> ${today}::date
    order by c.person_id, lower(c.valid) desc`.execute(tx);
  return rows;
}

/** A letter beside the tasks that cannot wait; each address gets it once about one thing. Gives how many. */
export async function sendLetters(
  tx: Tx,
  wanted: readonly Wanted[],
  { today, now, newId }: { today: string; now: string; newId(): string },
): Promise<number> {
  const portal = String((await settingOn(tx, 'registry.portalAddress', today)) ?? '').replace(/\/$/, '');
  let sent = 0;
  for (const { task, subject, for: to, params } of wanted) {
    const mail = LETTERS.get(task.kind);
    if (!mail) continue;
    for (const { personId, email } of await addressesOf(tx, to, today)) {
      const { rows } = await sql`insert into practice.letter (kind, subject_id, address, sent_on)
        values (${task.kind}, ${subject.id}, ${personId}, ${today}) on conflict do nothing returning kind`.execute(
        tx,
      );
      if (rows.length === 0) continue;
      await queueMail(tx, mail, {
        to: email,
        params: { ...params, address: `${portal}${task.path(subject)}` },
        personId,
        now,
        newId,
      });
      sent += 1;
    }
  }
  return sent;
}
