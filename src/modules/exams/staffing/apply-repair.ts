import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadSession } from '../sessions/load-session.ts';
import { leaveSeat } from '../sessions/release-seat.ts';
import { seatExpert } from '../sessions/seat-expert.ts';

/** Through the same door as by hand: first everybody leaves, then everybody sits, so that a chain does not block itself. */
export const applyRepair = useCase(contract.applyRepair, {
  right: 'exams.staffing.lead',
  async run(args) {
    const { input, tx } = args;
    const moved = input.moves.filter(({ fromSessionId }) => fromSessionId !== null);
    if (new Set(moved.map(({ personId }) => personId)).size > 2)
      throw refuse('exams:staffing.error.tooManyMoved', {}, { status: 409 });
    const ids = [
      input.id,
      ...input.moves.flatMap((one) => [one.toSessionId, ...(one.fromSessionId ? [one.fromSessionId] : [])]),
    ];
    const sessions = new Map<string, Awaited<ReturnType<typeof loadSession>>>();
    for (const id of [...new Set(ids)].sort()) sessions.set(id, await loadSession(tx, id, { lock: true }));
    const of = (id: string) => {
      const session = sessions.get(id);
      if (!session) throw new Error(`Exam ${id} was not loaded`);
      return session;
    };
    await leaveSeat(args, of(input.id), { personId: input.personId, state: 'released', why: input.why });
    for (const { personId, fromSessionId } of moved)
      if (fromSessionId)
        await leaveSeat(args, of(fromSessionId), { personId, state: 'released', why: 'exams:why.replaced' });
    for (const { personId, toSessionId, role } of input.moves) {
      // a session that was confirmed stands re-opened by now
      const session = await loadSession(tx, toSessionId);
      await seatExpert(args, session, {
        personId,
        role: role === 'chief' ? 'chief' : 'line',
        ofEmployers: role === 'employer',
      });
    }
    return { id: input.id, invited: input.moves.length, released: 1 + moved.length };
  },
});
