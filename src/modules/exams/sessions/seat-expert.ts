import { sql } from 'kysely';
import { openTask } from '../../../platform/tasks/index.ts';
import { found, type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import { expertRightsOn, judgeExams, noteService } from '../../specialists/index.ts';
import { seatTask } from '../tasks.ts';
import { examineesOf, type Seat, type Session, seatsOf } from './load-session.ts';
import { takePersonDay } from './take-workplaces.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'now' | 'newId' | 'change' | 'emit' | 'actor'>;
export interface NewSeat {
  personId: string;
  role: Seat['role'];
  ofEmployers: boolean;
}

const OPEN = ['planned', 'confirmed', 'prepared'];

/**
 * The one way into an exam for whoever is not examined: the right on the exam's day, conflicts with every examinee, one
 * seat a person, one exam a day. Rows of `exams.session_expert` are written nowhere else.
 */
export async function seatExpert(args: Args, session: Session, seat: NewSeat): Promise<string> {
  const { tx, now, newId } = args;
  const { personId, role } = seat;
  if (!OPEN.includes(session.state))
    throw refuse('exams:error.alreadyBegun', { code: session.code }, { status: 409 });
  const { rows: people } = await sql<{
    name: string;
  }>`select short_name as name from registry.person_v where id = ${personId}`.execute(tx);
  const { name } = found(people[0]);
  const seats = await seatsOf(tx, session.id);
  const there = seats.find((one) => one.personId === personId);
  if (there?.role === role) return there.id;
  if (there) {
    const roles = [there.role, role];
    const leads = roles.includes('chief') && roles.includes('line');
    throw refuse(
      leads ? 'specialists:rule.CI-7' : 'exams:error.seatedAs',
      { name, role: `exams:seat.${there.role}` },
      {
        status: 409,
        ...(leads ? { rule: 'CI-7' } : {}),
      },
    );
  }
  if (role === 'chief' && seats.some((one) => one.role === 'chief'))
    throw refuse(
      'exams:error.chiefTaken',
      { name: seats.find((one) => one.role === 'chief')?.name ?? '' },
      { status: 409 },
    );
  const rightId = role === 'chief' || role === 'line' ? await demandFit(args, session, seat, name) : null;
  if (role === 'witness') await demandBoard(args, session, personId, name);
  await takePersonDay(tx, { personId, day: session.day, sessionId: session.id, as: role });
  const id = newId();
  await sql`insert into exams.session_expert (id, session_id, person_id, role, of_employers, right_id, invited_at)
    values (${id}, ${session.id}, ${personId}, ${role}, ${seat.ofEmployers}, ${rightId}, ${now})`.execute(tx);
  await tellService(args, session, { personId, role, state: 'invited' });
  await openTask(tx, seatTask, {
    subject: { kind: 'exams.seat', id },
    for: { personId },
    due: session.checkOn,
    params: { exam: session.code, day: session.day, name: session.programmeName, role: `exams:seat.${role}` },
    now,
    newId,
  });
  args.change({
    subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId, personId },
    after: { seat: role, state: 'invited' },
  });
  args.emit('exams.seat.invited', { id, sessionId: session.id, personId, role });
  return id;
}

/** Keeps the copy of where an expert sits, in the room of specialists. */
export const tellService = (
  { tx, now, newId }: Pick<Args, 'tx' | 'now' | 'newId'>,
  session: Pick<Session, 'id' | 'day' | 'programmeCode' | 'organisationId'>,
  {
    personId,
    role,
    state,
    reason,
  }: {
    personId: string;
    role: string;
    state: 'invited' | 'confirmed' | 'declined' | 'released' | 'served';
    reason?: string;
  },
) =>
  noteService(tx, {
    ...{ personId, role, state, reason: reason ?? null, now, newId },
    ...{ source: { kind: 'exams.session', id: session.id }, on: session.day },
    ...{ code: session.programmeCode, organisationId: session.organisationId },
  });

/** The right that covers the exam on its day, and no conflict that bars; gives the right's id. */
async function demandFit(
  { tx }: Args,
  session: Session,
  { personId, role }: NewSeat,
  name: string,
): Promise<string> {
  const codes = [session.programmeCode, ...(session.skill ? [session.skill] : [])];
  const rights = await expertRightsOn(tx, {
    persons: [personId],
    regime: session.regime,
    codes,
    on: session.day,
  });
  const fit = rights.find(({ mayLead }) => role === 'line' || mayLead);
  if (!fit) {
    const rule =
      session.regime === 'WSR_2020'
        ? role === 'chief'
          ? 'DE20-03'
          : 'DE20-04'
        : role === 'chief'
          ? 'DE-07'
          : 'DE-06';
    throw refuse(`exams:rule.${rule}`, { name, day: session.day, count: 1 }, { rule });
  }
  const people = await examineesOf(tx, session.id);
  const conflicts = await judgeExams(tx, {
    experts: [personId],
    examinees: people.map((one) => ({ key: session.id, personId: one.personId, on: session.day })),
  });
  const barred = conflicts.find(({ severity }) => severity === 'block');
  if (barred) throw refuse(barred.messageKey, { ...barred.params, name }, { rule: barred.code, status: 409 });
  return fit.id;
}

/** The witness sits in the board of the exam's year. */
async function demandBoard({ tx }: Args, session: Session, personId: string, name: string): Promise<void> {
  const { rows } = await sql`select 1 from exams.board b join exams.board_member m on m.board_id = b.id
    where b.kind = 'board' and b.organisation_id = ${session.organisationId} and b.year = ${Number(session.day.slice(0, 4))}
      and m.person_id = ${personId}`.execute(tx);
  if (rows.length === 0) throw refuse('exams:error.notOfBoard', { name }, { rule: 'DE-13' });
}
