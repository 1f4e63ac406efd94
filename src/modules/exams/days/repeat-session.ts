import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadSession, seatsOf } from '../sessions/load-session.ts';
import { stepSession } from '../sessions/move-session.ts';
import { insertSession } from '../sessions/plan-session.ts';
import { seatExpert } from '../sessions/seat-expert.ts';

/**
 * The site failed: the exam is annulled with its reason and planned anew for the same people. Marks given so far stay
 * where they are; nobody's attempt is counted.
 */
export const repeatSession = useCase(contract.repeatSession, {
  right: 'exams.session.confirm',
  async run(args) {
    const { input, tx } = args;
    const session = await loadSession(tx, input.id, { lock: true });
    if (session.state !== 'suspended')
      throw refuse('exams:error.onlySuspended', { code: session.code }, { status: 409 });
    const { rows } = await sql<{ studentId: string }>`select student_id as "studentId" from exams.examinee
      where session_id = ${session.id} and present is distinct from false order by id`.execute(tx);
    const seats = await seatsOf(tx, session.id);
    await stepSession(args, session, 'annul', { reason: input.why });
    const made = await insertSession(args, {
      kitId: session.kitId,
      centreId: input.centreId ?? session.centreId,
      organisationId: session.organisationId,
      day: input.day,
      startsAt: session.startsAt,
      workplaces: session.workplaces,
      source: session.source,
      studentIds: rows.map(({ studentId }) => studentId),
    });
    const anew = await loadSession(tx, made.id);
    for (const { personId, role, ofEmployers } of seats)
      await seatExpert(args, anew, { personId, role, ofEmployers });
    return made;
  },
});
