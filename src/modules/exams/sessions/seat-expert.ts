import { sql } from 'kysely';
import { bulkInsert } from '../../../platform/database/index.ts';
import { openTasks } from '../../../platform/tasks/index.ts';
import { found, Refusal, type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import {
  type Conflict,
  type ExpertRight,
  expertRightsOn,
  judgeExams,
  noteService,
  noteServices,
  type Service,
  type TieFacts,
} from '../../specialists/index.ts';
import { seatTask } from '../tasks.ts';
import { examineesOf, type Seat, type Session, seatsOf } from './load-session.ts';
import { tryPersonDays } from './take-workplaces.ts';

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
async function openBook(
  tx: Args['tx'],
  session: Session,
  seats: readonly NewSeat[],
  facts?: TieFacts,
): Promise<Book> {
  const ids = JSON.stringify(seats.map(({ personId }) => personId));
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, short_name as name from registry.person_v
    where id = any (array(select jsonb_array_elements_text(${ids}::jsonb)::uuid))`.execute(tx);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const persons = seats.filter(({ role }) => role === 'chief' || role === 'line').map((one) => one.personId);
  if (persons.length === 0) return { names, rights: [], conflicts: [] };
  const codes = [session.programmeCode, ...(session.skill ? [session.skill] : [])];
  const rights = await expertRightsOn(tx, { persons, regime: session.regime, codes, on: session.day });
  const people = await examineesOf(tx, session.id);
  const conflicts = await judgeExams(tx, {
    experts: persons,
    examinees: people.map((one) => ({ key: session.id, personId: one.personId, on: session.day })),
    facts,
  });
  return { names, rights, conflicts };
}

/**
 * The one way into an exam for whoever is not examined: the right on the exam's day, conflicts with every examinee, one
 * seat a person, one exam a day. Rows of `exams.session_expert` are written nowhere else.
 */
export async function seatExpert(args: Args, session: Session, seat: NewSeat): Promise<string> {
  const [answer] = await callAll(args, session, [seat]);
  if (typeof answer === 'string') return answer;
  throw found(answer);
}

/**
 * Many seats of one exam by the same door; whom a guard refuses is left out and named with the refusal.
 * @param facts ties read before, of at least these people and these examinees.
 */
export async function seatExperts<S extends NewSeat>(
  args: Args,
  session: Session,
  seats: readonly S[],
  facts?: TieFacts,
): Promise<{ seat: S; refusal: Refusal }[]> {
  const answers = await callAll(args, session, seats, facts);
  return seats.flatMap((seat, i) => {
    const refusal = answers[i];
    return refusal instanceof Refusal ? [{ seat, refusal }] : [];
  });
}

interface Call {
  /** Which of the seats asked for. */
  at: number;
  id: string;
  seat: NewSeat;
  rightId: string | null;
}

/** Gives for each seat its id, or the refusal of the guard that bars it. Every guard asks before anything is written. */
async function callAll(
  args: Args,
  session: Session,
  seats: readonly NewSeat[],
  facts?: TieFacts,
): Promise<(string | Refusal)[]> {
  const book = await openBook(args.tx, session, seats, facts);
  const sits: Sits[] = await seatsOf(args.tx, session.id);
  const answers: (string | Refusal)[] = [];
  const calls: Call[] = [];
  for (const [at, seat] of seats.entries())
    try {
      const there = sits.find((one) => one.personId === seat.personId && one.role === seat.role);
      if (there) {
        answers[at] = there.id;
        continue;
      }
      const rightId = await demandSeat(args, { session, seat, sits, book });
      const id = args.newId();
      answers[at] = id;
      calls.push({ at, id, seat, rightId });
      sits.push({ id, ...seat, name: book.names.get(seat.personId) ?? '' });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answers[at] = error;
    }
  const people = calls.map(({ seat: { personId, role } }) => ({ personId, as: role }));
  const busy = await tryPersonDays(args.tx, { day: session.day, sessionId: session.id, people });
  for (const { at, seat } of calls) answers[at] = busy.get(seat.personId) ?? found(answers[at]);
  await writeSeats(
    args,
    session,
    calls.filter(({ seat }) => !busy.has(seat.personId)),
  );
  return answers;
}

type Sits = Pick<Seat, 'id' | 'personId' | 'role' | 'name'>;

/** The guards of a seat; gives the id of the right it stands on. @throws Refusal */
async function demandSeat(
  args: Args,
  {
    session,
    seat,
    sits,
    book,
  }: {
    session: Session;
    seat: NewSeat;
    sits: readonly Sits[];
    book: Book;
  },
): Promise<string | null> {
  const { personId, role } = seat;
  if (!OPEN.includes(session.state))
    throw refuse('exams:error.alreadyBegun', { code: session.code }, { status: 409 });
  const name = found(book.names.get(personId));
  const there = sits.find((one) => one.personId === personId);
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
  if (role === 'witness') await demandBoard(args, session, personId, name);
  return role === 'chief' || role === 'line' ? demandFit(book, session, seat, name) : null;
}

/** Writes the seats of whoever is called, and tells each of them. */
async function writeSeats(args: Args, session: Session, calls: readonly Call[]): Promise<void> {
  if (calls.length === 0) return;
  const { tx, now, newId } = args;
  await bulkInsert(
    tx,
    'exams.session_expert',
    calls.map(({ id, seat, rightId }) => ({
      id,
      session_id: session.id,
      person_id: seat.personId,
      role: seat.role,
      of_employers: seat.ofEmployers,
      right_id: rightId,
      invited_at: now,
      state: 'invited',
    })),
  );
  await noteServices(
    tx,
    calls.map(({ seat: { personId, role } }) =>
      serviceOf(args, session, { personId, role, state: 'invited' }),
    ),
  );
  await openTasks(
    tx,
    seatTask,
    calls.map(({ id, seat: { personId, role } }) => ({
      subject: { kind: 'exams.seat', id },
      for: { personId },
      due: session.checkOn,
      params: {
        exam: session.code,
        day: session.day,
        name: session.programmeName,
        role: `exams:seat.${role}`,
      },
      now,
      newId,
    })),
  );
  for (const { id, seat } of calls) {
    const { personId, role } = seat;
    args.change({
      subject: { kind: 'exams.session', id: session.id, organisationId: session.organisationId, personId },
      after: { seat: role, state: 'invited' },
    });
    args.emit('exams.seat.invited', { id, sessionId: session.id, personId, role });
  }
}

interface Served {
  personId: string;
  role: string;
  state: Service['state'];
  reason?: string;
}
type Told = Pick<Session, 'id' | 'day' | 'programmeCode' | 'organisationId'>;

const serviceOf = (
  { now, newId }: Pick<Args, 'now' | 'newId'>,
  session: Told,
  { reason, ...who }: Served,
): Service => ({
  ...who,
  reason: reason ?? null,
  now,
  newId,
  source: { kind: 'exams.session', id: session.id },
  on: session.day,
  code: session.programmeCode,
  organisationId: session.organisationId,
});

/** Keeps the copy of where an expert sits, in the room of specialists. */
export const tellService = (args: Pick<Args, 'tx' | 'now' | 'newId'>, session: Told, who: Served) =>
  noteService(args.tx, serviceOf(args, session, who));

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
