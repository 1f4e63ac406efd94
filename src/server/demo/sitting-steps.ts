// cyrillic: a number of an invented paper
import { sql } from 'kysely';
import { drawPlaces, numbersOf, storeDraw } from '../../modules/exams/days/draw-workplaces.ts';
import { hashOfMark } from '../../modules/exams/marks/hash-of-mark.ts';
import { aspectsOf } from '../../modules/exams/marks/mark-facts.ts';
import { formProtocol } from '../../modules/exams/results/form-protocol.ts';
import { putGrade } from '../../modules/exams/results/put-grade.ts';
import { recordResults } from '../../modules/exams/results/record-results.ts';
import {
  examineesOf,
  loadSession,
  type Session,
  seatsOf,
} from '../../modules/exams/sessions/load-session.ts';
import { sealDraw } from '../../modules/exams/sessions/seal-draw.ts';
import { type SessionEvent, sessionStates } from '../../modules/exams/states.ts';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { signDocument } from '../../platform/signing/index.ts';
import { moveState } from '../../platform/states/index.ts';

export type Args = Parameters<typeof formProtocol>[0] & Parameters<typeof putGrade>[0] & { today: string };

/** One step of the way as people would take it; the guards are of dates that have passed. */
export async function step(args: Args, id: string, event: SessionEvent): Promise<void> {
  const { tx, now } = args;
  const session = await loadSession(tx, id);
  if (event === 'prepare') await drawDemo(args, session);
  if (event === 'mark') await markDemo(args, session);
  if (event === 'sign') await signDemo(args, session);
  if (event === 'grade')
    for (const { examineeId, resultId, points, max } of await resultsOf(tx, id))
      await putGrade(args, session, [2000, 4000, 7000], {
        examineeId,
        resultId,
        points,
        max,
        ground: 'exam',
      });
  const guards = sessionStates.transitions.find((one) => one.event === event);
  const verdicts = Object.fromEntries(
    ((guards && 'guard' in guards && guards.guard) || []).map((rule) => [rule, { is: 'ok' as const }]),
  );
  await moveState(args, {
    machine: sessionStates,
    table: 'exams.session',
    id,
    event,
    facts: { verdicts },
    subject: { organisationId: session.organisationId },
  });
  if (event === 'confirm') await sealDraw(args, id);
  if (event === 'start')
    await sql`update exams.examinee set present = true, identity_at = ${now}, started_at = ${now} where session_id = ${id}`.execute(
      tx,
    );
  if (event === 'mark') await formProtocol(args, await loadSession(tx, id), null);
  if (event === 'grade') await sql`update exams.session set results_on = day where id = ${id}`.execute(tx);
}

/** The printed protocol with everybody's hand on it: the marking experts, then the chief. */
async function signDemo(args: Args, session: Session): Promise<void> {
  const { rows } = await sql<{
    hash: string;
  }>`select hash from exams.protocol where session_id = ${session.id}
    order by version desc limit 1`.execute(args.tx);
  const seats = await seatsOf(args.tx, session.id);
  for (const role of ['line', 'chief'] as const)
    for (const { personId, name } of seats.filter((one) => one.role === role))
      await signDocument(args, {
        document: { kind: 'exams.protocol', id: session.id, hash: rows[0]?.hash ?? '' },
        party: { personId },
        signature: { kind: 'paper', originalReceived: true },
        signer: { name, personId },
      });
}

async function resultsOf(tx: Tx, id: string) {
  const { rows } = await sql<{
    examineeId: string;
    resultId: string;
    points: number;
    max: number;
  }>`select examinee_id as "examineeId",
    id as "resultId", points, max from exams.result where session_id = ${id} order by id`.execute(tx);
  return rows;
}

async function drawDemo(args: Args, session: Session): Promise<void> {
  const { tx, now } = args;
  const { rows } = await sql<{
    seed: string;
  }>`select seed from exams.draw where session_id = ${session.id}`.execute(tx);
  const people = (await examineesOf(tx, session.id)).map(({ id }) => id);
  const places = drawPlaces(
    Buffer.from(rows[0]?.seed ?? '', 'hex'),
    session.code,
    people,
    await numbersOf(tx, session.id),
  );
  await storeDraw(args, session, { method: 'lottery', places, beacon: null, witnesses: null });
  await sql`update exams.examinee set briefed_at = ${now} where session_id = ${session.id}`.execute(tx);
  await sql`update exams.session set announced_on = day - 10, checked_on = check_on, check_number = 'ПП-1', task_given_at = ${now}
    where id = ${session.id}`.execute(tx);
}

/** Invented marks: a different student a different result, judges never further apart than one. */
async function markDemo(args: Args, session: Session): Promise<void> {
  const { tx, now } = args;
  const aspects = await aspectsOf(tx, session.kitId);
  const people = await examineesOf(tx, session.id);
  const seats = (await seatsOf(tx, session.id)).filter(({ role }) => role === 'line');
  const marks: object[] = [];
  const records: Record<string, string> = {};
  for (const [e, { personId }] of seats.entries())
    for (const [p, { id: examineeId }] of people.entries())
      for (const [a, aspect] of aspects.entries()) {
        const good = (p + a) % 4 !== 0;
        const judged = Math.min(3, 1 + (p % 2) + (good ? (e + a) % 2 : 0));
        const measured =
          aspect.how === 'steps' ? Math.round((aspect.max * (2 + (p % 3))) / 4) : good ? aspect.max : 0;
        const id = args.newId();
        const device = `tablet-${personId.slice(-8)}`;
        const mark = {
          id,
          sessionId: session.id,
          examineeId,
          aspectId: aspect.id,
          personId,
          device,
          value: aspect.kind === 'judgement' ? judged : measured,
          sequence: p * aspects.length + a + 1,
          deviceAt: now,
          serverAt: now,
        };
        const hash = hashOfMark(mark);
        records[id] = hash;
        marks.push({
          id,
          session_id: session.id,
          examinee_id: examineeId,
          aspect_id: aspect.id,
          person_id: personId,
          value: mark.value,
          device,
          sequence: mark.sequence,
          device_at: now,
          server_at: now,
          hash,
        });
      }
  await bulkInsert(tx, 'exams.mark', marks);
  args.change({
    subject: { kind: 'exams.marks', id: session.id, organisationId: session.organisationId },
    after: { records },
  });
  await sql`update exams.examinee set ended_at = ${`${session.day}T10:30:00Z`} where session_id = ${session.id}`.execute(
    tx,
  );
  await sql`update exams.session set locked_at = ${now} where id = ${session.id}`.execute(tx);
  await recordResults(args, session);
}
