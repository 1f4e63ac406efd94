import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadSession, seatsOf } from './load-session.ts';
import { leaveSeat } from './release-seat.ts';
import { seatExpert } from './seat-expert.ts';

export const saveSeats = useCase(contract.saveSeats, {
  right: 'exams.seat.edit',
  async run(args) {
    const { input, tx } = args;
    const session = await loadSession(tx, input.id, { lock: true });
    let released = 0;
    if (input.replace)
      for (const { personId, role } of await seatsOf(tx, session.id)) {
        if (input.seats.some((one) => one.personId === personId && one.role === role)) continue;
        await leaveSeat(args, session, { personId, state: 'released', why: 'exams:why.replaced' });
        released += 1;
      }
    for (const seat of input.seats) await seatExpert(args, session, seat);
    return { id: session.id, seated: input.seats.length, released };
  },
});
