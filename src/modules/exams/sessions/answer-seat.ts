import { sql } from 'kysely';
import { closeTask } from '../../../platform/tasks/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { declareInterest } from '../../specialists/index.ts';
import { contract } from '../contract.ts';
import { seatTask } from '../tasks.ts';
import { loadSession } from './load-session.ts';
import { leaveSeat } from './release-seat.ts';
import { tellService } from './seat-expert.ts';

/** «Приду» or «Не смогу», from a phone; an employer's interest is declared in the same breath (CI-6). */
export const answerSeat = useCase(contract.answerSeat, {
  right: 'exams.seat.answer',
  async run(args) {
    const { input, tx, actor, now, newId } = args;
    const personId = found(actor.personId);
    const { rows } = await sql<{
      sessionId: string;
      role: string;
      state: string;
    }>`select session_id as "sessionId", role, state
      from exams.session_expert where id = ${input.id} and person_id = ${personId} for update`.execute(tx);
    const { sessionId, role, state } = found(rows[0]);
    if (state !== 'invited' && state !== 'confirmed')
      throw refuse('exams:error.seatOver', {}, { status: 409 });
    const session = await loadSession(tx, sessionId, { lock: true });
    if (!['planned', 'confirmed', 'prepared'].includes(session.state))
      throw refuse('exams:error.alreadyBegun', { code: session.code }, { status: 409 });
    if (input.answer === 'declined') {
      if (!input.why)
        throw refuse('exams:error.sayWhy', {}, { fields: [{ path: 'why', key: 'exams:error.sayWhy' }] });
      await leaveSeat(args, session, { personId, state: 'declined', why: input.why });
      return { id: input.id, state: 'declined' };
    }
    const { declaration } = input;
    if (declaration)
      await declareInterest(tx, {
        personId,
        exam: { kind: 'exams.session', id: sessionId },
        kind: declaration.kind,
        text: declaration.text ?? null,
        now,
        newId,
      });
    await sql`update exams.session_expert set state = 'confirmed', answered_at = ${now} where id = ${input.id}`.execute(
      tx,
    );
    await tellService(args, session, { personId, role, state: 'confirmed' });
    await closeTask(tx, seatTask, { kind: 'exams.seat', id: input.id }, { now, doneBy: personId });
    args.change({
      subject: { kind: 'exams.session', id: sessionId, organisationId: session.organisationId, personId },
      after: { seat: role, state: 'confirmed', ...(declaration ? { declaration: declaration.kind } : {}) },
    });
    return { id: input.id, state: 'confirmed' };
  },
});
