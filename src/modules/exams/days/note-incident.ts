import { sql } from 'kysely';
import { openTask } from '../../../platform/tasks/index.ts';
import { type RunArgs, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { demandLead } from '../sessions/lead-of.ts';
import { loadSession, type Session, visibleSession } from '../sessions/load-session.ts';
import { incidentTask } from '../tasks.ts';

/** Tells the board of the examinees' college and the operator that something happened. */
export async function tellBoard(
  { tx, now, newId }: Pick<RunArgs<unknown>, 'tx' | 'now' | 'newId'>,
  session: Pick<Session, 'id' | 'code' | 'organisationId'>,
  what: string,
): Promise<void> {
  for (const to of [
    { role: 'board_chair', organisationId: session.organisationId },
    { role: 'exam_operator_coordinator' },
  ])
    await openTask(tx, incidentTask, {
      subject: { kind: 'exams.session', id: session.id },
      for: to,
      params: { exam: session.code, what },
      now,
      newId,
    });
}

type NoteArgs = Pick<RunArgs<unknown>, 'tx' | 'now' | 'newId' | 'actor' | 'change'>;

/** Writes an incident down and tells the board of it: until it is settled the exam is not closed (EX-11). */
export async function writeIncident(
  args: NoteArgs,
  session: Pick<Session, 'id' | 'code' | 'organisationId'>,
  { kind, text }: { kind: 'site' | 'clock' | 'other'; text: string },
): Promise<void> {
  const { tx, now, newId, actor, change } = args;
  const id = newId();
  await sql`insert into exams.incident (id, session_id, kind, text, at, by_person)
    values (${id}, ${session.id}, ${kind}, ${text}, ${now}, ${actor.personId})`.execute(tx);
  await tellBoard(args, session, text);
  change({
    subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
    after: { incident: id, kind },
  });
}

export const noteIncident = useCase(contract.noteIncident, {
  right: 'exams.day.lead',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    await demandLead(args, session, ['technical', 'chief']);
    await writeIncident(args, session, input);
    return { id: session.id };
  },
});
