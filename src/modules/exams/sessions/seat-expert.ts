import { sql } from 'kysely';
import { openTask } from '../../../platform/tasks/index.ts';
import { found, Refusal, type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import {
  type Conflict,
  type ExpertRight,
  expertRightsOn,
  judgeExams,
  noteService,
} from '../../specialists/index.ts';
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

/** What many seats of one exam are judged by: read once, however many people are called. */
interface Book {
  names: Map<string, string>;
  rights: ExpertRight[];
  conflicts: Conflict[];
}

/** Reads the facts about everybody who is to judge in this exam. */
async function openBook(tx: Args['tx'], session: Session, seats: readonly NewSeat[]): Promise<Book> {
  const ids = JSON.stringify(seats.map(({ personId }) => personId));
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, short_name as name from registry.person_v
    where id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)`.execute(tx);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const persons = seats.filter(({ role }) => role === 'chief' || role === 'line').map((one) => one.personId);
  if (persons.length === 0) return { names, rights: [], conflicts: [] };
  const codes = [session.programmeCode, ...(session.skill ? [session.skill] : [])];
  const rights = await expertRightsOn(tx, { persons, regime: session.regime, codes, on: session.day });
  const people = await examineesOf(tx, session.id);
  const conflicts = await judgeExams(tx, {
    experts: persons,
    examinees: people.map((one) => ({ key: session.id, personId: one.personId, on: session.day })),
  });
  return { names, rights, conflicts };
}

/**
 * The one way into an exam for whoever is not examined: the right on the exam's day, conflicts with every examinee, one
 * seat a person, one exam a day. Rows of `exams.session_expert` are written nowhere else.
 */
export async function seatExpert(args: Args, session: Session, seat: NewSeat): Promise<string> {
  const sits = await seatsOf(args.tx, session.id);
  return takeSeat(args, { session, seat, sits, book: await openBook(args.tx, session, [seat]) });
}

/** Many seats of one exam by the same door; whom a guard refuses is left out and named with the refusal. */
export async function seatExperts<S extends NewSeat>(
  args: Args,
  session: Session,
  seats: readonly S[],
): Promise<{ seat: S; refusal: Refusal }[]> {
  const book = await openBook(args.tx, session, seats);
  const sits = await seatsOf(args.tx, session.id);
  const refused: { seat: S; refusal: Refusal }[] = [];
  for (const seat of seats)
    try {
      const id = await takeSeat(args, { session, seat, sits, book });
      const name = book.names.get(seat.personId) ?? '';
      sits.push({ ...seat, id, name, state: 'invited', organisation: null, briefed: false });
    } catch (error) {
      // every guard asks before it writes, so what was written for the others stands
      if (!(error instanceof Refusal)) throw error;
      refused.push({ seat, refusal: error });
    }
  return refused;
}

async function takeSeat(
  args: Args,
  {
    session,
    seat,
    sits,
    book,
  }: {
    session: Session;
    seat: NewSeat;
    sits: readonly Pick<Seat, 'id' | 'personId' | 'role' | 'name'>[];
    book: Book;
  },
): Promise<string> {
  const { tx, now, newId } = args;
  const { personId, role } = seat;
  if (!OPEN.includes(session.state))
    throw refuse('exams:error.alreadyBegun', { code: session.code }, { status: 409 });
  const name = found(book.names.get(personId));
  const there = sits.find((one) => one.personId === personId);
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
  const chief = sits.find((one) => one.role === 'chief');
  if (role === 'chief' && chief)
    throw refuse('exams:error.chiefTaken', { name: chief.name }, { status: 409 });
  const rightId = role === 'chief' || role === 'line' ? demandFit(book, session, seat, name) : null;
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
    personId,
    role,
    state,
    reason: reason ?? null,
    now,
    newId,
    source: { kind: 'exams.session', id: session.id },
    on: session.day,
    code: session.programmeCode,
    organisationId: session.organisationId,
  });

/** The right that covers the exam on its day, and no conflict that bars; gives the right's id. */
function demandFit(
  { rights, conflicts }: Book,
  session: Session,
  { personId, role }: NewSeat,
  name: string,
): string {
  const fit = rights.find((one) => one.personId === personId && (role === 'line' || one.mayLead));
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
  const barred = conflicts.find(({ expertId, severity }) => expertId === personId && severity === 'block');
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
