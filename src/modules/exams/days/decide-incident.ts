import { sql } from 'kysely';
import { closeTask } from '../../../platform/tasks/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';
import { incidentTask } from '../tasks.ts';

/** The board settles an incident; what follows for marks is a correction with its ground, never a change in silence. */
export const decideIncident = useCase(contract.decideIncident, {
  right: 'exams.board.grade',
  async run({ input, tx, actor, scope, now, change }) {
    const { rows } = await sql<{ sessionId: string }>`select session_id as "sessionId" from exams.incident
      where id = ${input.id} and decided_at is null for update`.execute(tx);
    const session = await loadSession(tx, found(rows[0]).sessionId, { where: visibleSession(scope, actor) });
    await sql`update exams.incident set decision = ${input.decision}, decided_at = ${now}, decided_by = ${actor.personId}
      where id = ${input.id}`.execute(tx);
    const { rows: open } =
      await sql`select 1 from exams.incident where session_id = ${session.id} and decided_at is null`.execute(
        tx,
      );
    if (open.length === 0)
      await closeTask(
        tx,
        incidentTask,
        { kind: 'exams.session', id: session.id },
        { now, doneBy: actor.personId },
      );
    change({
      subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId },
      after: { incident: input.id, decision: input.decision },
    });
    return { id: input.id };
  },
});
