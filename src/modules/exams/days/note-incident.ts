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

export const noteIncident = useCase(contract.noteIncident, {
  right: 'exams.day.lead',
  async run(args) {
    const { input, tx, actor, scope, now, newId, change } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    await demandLead(args, session, ['technical', 'chief']);
    const id = newId();
    await sql`insert into exams.incident (id, session_id, kind, text, at, by_person)
      values (${id}, ${session.id}, ${input.kind}, ${input.text}, ${now}, ${actor.personId})`.execute(tx);
    await tellBoard(args, session, input.text);
    change({
      subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
      after: { incident: id, kind: input.kind },
    });
    return { id: session.id };
  },
});
