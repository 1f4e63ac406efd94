import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadSession, seatsOf } from '../sessions/load-session.ts';
import { stepSession } from '../sessions/move-session.ts';
import { insertSession } from '../sessions/plan-session.ts';
import { seatExperts } from '../sessions/seat-expert.ts';

/**
 * The site failed: the exam is annulled with its reason and planned anew for the same people. Marks given so far stay
 * where they are; nobody's attempt is counted. Experts are called by the door of every seat: one who is in another exam
 * on the new day is left out, and does not hold the others up.
 */
export const repeatSession = useCase(contract.repeatSession, {
  right: 'exams.session.confirm',
  async run(args) {
    const { input, tx } = args;
    const session = await loadSession(tx, input.id, { lock: true });
    if (session.state !== 'suspended')
      throw refuse('exams:error.onlySuspended', { code: session.code }, { status: 409 });
    const { rows } = await sql<{
      studentId: string;
    }>`select student_id as "studentId" from exams.examinee
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
    // who helps an examinee was told once and helps on the new day as well
    await sql`update exams.examinee e set helper = o.helper, helper_on = o.helper_on from exams.examinee o
      where e.session_id = ${made.id} and o.session_id = ${session.id} and o.student_id = e.student_id
        and o.helper is not null`.execute(tx);
    // whoever may not or cannot come on that day leaves an empty seat, which the exam is not confirmed with
    const left = await seatExperts(args, await loadSession(tx, made.id), seats);
    if (left.length > 0)
      args.change({
        subject: { kind: 'exams.session', id: made.id, organisationId: session.organisationId },
        after: {
          notCalled: left.map(({ seat, refusal }) => ({ personId: seat.personId, why: refusal.key })),
        },
      });
    return made;
  },
});
