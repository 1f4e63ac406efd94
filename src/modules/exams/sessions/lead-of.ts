import { type Actor, type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import { type Seat, type Session, seatsOf } from './load-session.ts';

/** The seat of this person in an exam, when it is confirmed. */
export async function seatOf(
  { tx, actor }: { tx: RunArgs<unknown>['tx']; actor: Pick<Actor, 'personId'> },
  session: Pick<Session, 'id'>,
): Promise<Seat | null> {
  const seats = await seatsOf(tx, session.id);
  return seats.find(({ personId, state }) => personId === actor.personId && state === 'confirmed') ?? null;
}

/** The exam is led by who sits in one of these seats; the operator may step in. */
export async function demandLead(
  args: Pick<RunArgs<unknown>, 'tx' | 'actor'>,
  session: Pick<Session, 'id'>,
  roles: readonly Seat['role'][],
): Promise<void> {
  if (args.actor.role === 'exam_operator_coordinator') return;
  const seat = await seatOf(args, session);
  if (!seat || !roles.includes(seat.role))
    throw refuse('exams:error.notLeading', { role: `exams:seat.${roles[0]}` }, { status: 403 });
}
