import { type RawBuilder, sql } from 'kysely';
import { inTransaction, type Tx } from '../../../platform/database/index.ts';
import { appendEntries, type HistoryEntry } from '../../../platform/history/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { type OutboxEvent, saveEvents } from '../../../platform/outbox/index.ts';
import {
  type Actor,
  type Change,
  dayIn,
  found,
  Refusal,
  system,
  type World,
} from '../../../platform/use-case/index.ts';
import { readTieFacts, type TieFacts } from '../../specialists/index.ts';
import { loadSession, type Session } from '../sessions/load-session.ts';
import { beginSession } from '../sessions/plan-session.ts';
import { seatExperts } from '../sessions/seat-expert.ts';

const JOB = 'exams.applyStaffing';
/** Exams whose people's ties are read at once: few enough that what is read is not old when it is asked. */
const PIECE = 40;

/** Runs a piece of work in one transaction, with its history and its events, as a use case would. */
export async function asUseCase<T>(
  world: World,
  { name, actor }: { name: string; actor: Actor },
  work: (args: {
    tx: Tx;
    actor: Actor;
    now: string;
    today: string;
    newId(): string;
    emit(event: string, payload: Record<string, unknown>): void;
    change(one: Change): void;
  }) => Promise<T>,
): Promise<T> {
  return inTransaction(world.db, async (tx) => {
    const now = world.now().toISOString();
    const events: OutboxEvent[] = [];
    const changes: HistoryEntry[] = [];
    const result = await work({
      tx,
      actor,
      now,
      today: dayIn(world.timeZone, world.now()),
      newId: world.newId,
      emit: (event, payload) => events.push({ name: event, payload }),
      change: (one) => changes.push({ act: 'change', useCase: name, actor, at: now, ...one }),
    });
    await appendEntries(tx, changes);
    await saveEvents(tx, events, now, world.newId);
    return result;
  });
}

interface ExamRow {
  id: string;
  sessionId: string | null;
  kitId: string;
  centreId: string | null;
  organisationId: string;
  day: string;
  students: string[];
}

/**
 * Exam by exam, each in its own transaction: created where it does not exist, then its experts are invited through the
 * same door as by hand, with every guard. What a guard refuses is kept with the seat; a job cut off goes on where it was.
 */
export const applyStaffingJob = defineJob<{
  staffingId: string;
  personId: string | null;
  role: string | null;
}>({
  name: JOB,
  titleKey: 'exams:staffing.applyJob',
  link: ({ input }) => `/exam-staffing/${input.staffingId}`,
  async run({ input: { staffingId, personId, role }, world, progress, signal }) {
    const actor: Actor = { ...system(JOB), personId, ...(role ? { role } : {}) };
    const { rows } =
      await sql<ExamRow>`select e.id, e.session_id as "sessionId", e.kit_id as "kitId", e.centre_id as "centreId",
        e.organisation_id as "organisationId", e.day, to_jsonb(e.students) as students
      from exams.staffing_exam e where e.staffing_id = ${staffingId} order by e.day, e.id`.execute(world.db);
    let invited = 0;
    let refused = 0;
    let facts: TieFacts | undefined;
    for (const [i, exam] of rows.entries()) {
      signal.throwIfAborted();
      if (i % PIECE === 0) facts = await tiesOf(world.db, rows.slice(i, i + PIECE));
      if (i % 10 === 0) progress(Math.floor((100 * i) / rows.length), 'exams:staffing.step.inviting');
      const done = await callExperts(world, actor, exam, facts);
      invited += done.invited;
      refused += done.refused;
    }
    await asUseCase(world, { name: JOB, actor }, async ({ tx, now, change }) => {
      await sql`update exams.staffing set state = 'applied', applied_at = ${now}, rev = rev + 1 where id = ${staffingId}`.execute(
        tx,
      );
      change({
        subject: { kind: 'exams.staffing', id: staffingId },
        after: { state: 'applied', invited, refused },
      });
    });
    return { staffingId, invited, refused };
  },
});

interface SeatRow {
  id: string;
  as: string;
  personId: string;
  role: 'chief' | 'line';
  ofEmployers: boolean;
}

/** Ties of everybody proposed for these exams to everybody examined in them, as the registry has them now. */
async function tiesOf(tx: Tx, exams: readonly ExamRow[]): Promise<TieFacts> {
  const ids = JSON.stringify(exams.map(({ id }) => id));
  const experts = await sql<{
    personId: string;
  }>`select distinct person_id as "personId" from exams.staffing_seat
    where person_id is not null and exam_id = any (array(select jsonb_array_elements_text(${ids}::jsonb)::uuid))`.execute(
    tx,
  );
  // of an exam that exists its examinees, who may be others than when it was calculated
  const students = JSON.stringify(exams.flatMap((one) => one.students));
  const sessions = JSON.stringify(exams.flatMap(({ sessionId }) => sessionId ?? []));
  const people = await sql<{ personId: string }>`select v.person_id as "personId" from programmes.student_v v
      where v.id = any (array(select jsonb_array_elements_text(${students}::jsonb)::uuid))
    union select e.person_id from exams.examinee e
      where e.session_id = any (array(select jsonb_array_elements_text(${sessions}::jsonb)::uuid))`.execute(
    tx,
  );
  const idsOf = (rows: readonly { personId: string }[]) => rows.map(({ personId }) => personId);
  return readTieFacts(tx, idsOf(experts.rows), idsOf(people.rows));
}

/** One exam in one transaction: it is created where it does not exist, and everybody of the proposal is called. */
async function callExperts(
  world: World,
  actor: Actor,
  exam: ExamRow,
  facts?: TieFacts,
): Promise<{ invited: number; refused: number }> {
  try {
    return await asUseCase(world, { name: JOB, actor }, async (args) => {
      const session = exam.sessionId
        ? await loadSession(args.tx, exam.sessionId, { lock: true })
        : await createSession(args, exam);
      const { rows } = await sql<
        Pick<SeatRow, 'id' | 'as' | 'personId'>
      >`select x.id, x.role as "as", x.person_id as "personId"
        from exams.staffing_seat x where x.exam_id = ${exam.id} and x.person_id is not null
          and not exists (select 1 from exams.session_expert y where y.session_id = ${session.id} and y.person_id = x.person_id)
        order by array_position(array['chief', 'member', 'employer'], x.role), x.id`.execute(args.tx);
      if (rows.length === 0) return { invited: 0, refused: 0 };
      const seats = rows.map(
        (one): SeatRow => ({
          ...one,
          role: one.as === 'chief' ? 'chief' : 'line',
          ofEmployers: one.as === 'employer',
        }),
      );
      const refused = await seatExperts(args, session, seats, facts);
      for (const { seat, refusal } of refused) await keepFault(args.tx, refusal, sql`id = ${seat.id}`);
      return { invited: seats.length - refused.length, refused: refused.length };
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await keepFault(world.db, error, sql`exam_id = ${exam.id}`);
    return { invited: 0, refused: 1 };
  }
}

/** What a guard said, kept with the seats it was about. */
async function keepFault(tx: Tx, { key, params }: Refusal, seats: RawBuilder<unknown>): Promise<void> {
  await sql`update exams.staffing_seat set fault = ${JSON.stringify({ key, params })}::jsonb where ${seats}`.execute(
    tx,
  );
}

/** The exam of a season. @throws Refusal of the guard that does not let it be. */
async function createSession(args: Parameters<typeof beginSession>[0], exam: ExamRow): Promise<Session> {
  const session = await beginSession(args, {
    kitId: exam.kitId,
    centreId: found(exam.centreId),
    organisationId: exam.organisationId,
    day: exam.day,
    startsAt: 540,
    workplaces: exam.students.length,
    source: 'here',
    studentIds: exam.students,
  });
  await sql`update exams.staffing_exam set session_id = ${session.id} where id = ${exam.id}`.execute(args.tx);
  return session;
}
