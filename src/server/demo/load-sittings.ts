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
import { insertSession } from '../../modules/exams/sessions/plan-session.ts';
import { sealDraw } from '../../modules/exams/sessions/seal-draw.ts';
import { seatExpert } from '../../modules/exams/sessions/seat-expert.ts';
import { type SessionEvent, sessionStates } from '../../modules/exams/states.ts';
import { judgeConflicts } from '../../modules/specialists/index.ts';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { appendHistory } from '../../platform/history/index.ts';
import { moveState } from '../../platform/states/index.ts';
import { type Change, system } from '../../platform/use-case/index.ts';

interface Place {
  kitId: string;
  centreId: string;
  organisationId: string;
  programmeCode: string;
  studentIds: string[];
}
/** Interim exams of this autumn, of groups that graduate a year later than those whose exams the year's plan holds. */
const SITTINGS: { day: string; steps: SessionEvent[]; line: number }[] = [
  { day: '2026-11-23', steps: ['confirm', 'prepare', 'start'], line: 3 },
  { day: '2026-11-18', steps: ['confirm', 'prepare', 'start', 'mark', 'sign', 'transfer', 'grade'], line: 3 },
  { day: '2026-12-08', steps: ['confirm'], line: 3 },
  { day: '2026-12-15', steps: [], line: 1 },
];
const LEAST = 4;

/** Where an exam can be: a group large enough, a kit of its specialty, a centre with its check; the demo expert's first. */
async function placesOf(tx: Tx): Promise<Place[]> {
  const { rows } =
    await sql<Place>`with me as (select person_id from registry.assignment where role = 'expert'
      order by organisation_id, person_id limit 1),
    own as (select r.code from specialists.expert_right_v r join me on me.person_id = r.person_id where r.regime = 'ORDER_800')
    select distinct on (g.organisation_id, g.programme_code) k.id as "kitId", c.id as "centreId", g.organisation_id as "organisationId",
      g.programme_code as "programmeCode", to_jsonb((array_agg(s.id order by s.id))[1:5]) as "studentIds"
    from programmes.study_group_v g join exams.kit k on k.programme_code = g.programme_code and k.state = 'approved' and k.is_demo
    join exams.centre_check h on h.kit_code = k.code join exams.centre c on c.id = h.centre_id
    join programmes.student_v s on s.group_id = g.id and s.status = 'studying'
    where g.graduation_year = 2028
    group by g.id, g.organisation_id, g.programme_code, k.id, c.id having count(*) >= ${LEAST}
    order by g.organisation_id, g.programme_code, g.id`.execute(tx);
  const { rows: own } = await sql<{
    code: string;
  }>`select r.code from specialists.expert_right_v r where r.regime = 'ORDER_800'
    and r.person_id = (select person_id from registry.assignment where role = 'expert' order by organisation_id, person_id limit 1)`.execute(
    tx,
  );
  const codes = new Set(own.map(({ code }) => code));
  const fits = ({ programmeCode }: Place) =>
    Number(codes.has(programmeCode) || codes.has(`${programmeCode.slice(0, 2)}.00.00`));
  return rows.sort((a, b) => fits(b) - fits(a));
}

/** Experts with a right on the day, free of conflict with these people; who may lead stands first. */
async function expertsFor(tx: Tx, session: Session, people: readonly string[]) {
  const { rows } = await sql<{
    personId: string;
    mayLead: boolean;
  }>`select r.person_id as "personId", bool_or(r.may_lead) as "mayLead"
    from specialists.expert_right_v r where r.regime = 'ORDER_800' and r.valid @> ${session.day}::date
      and r.code in (${session.programmeCode}, ${`${session.programmeCode.slice(0, 2)}.00.00`})
      and not exists (select 1 from exams.person_day d where d.person_id = r.person_id and d.day = ${session.day}::date)
    group by r.person_id order by r.person_id limit 24`.execute(tx);
  const found = await judgeConflicts(tx, {
    experts: rows.map(({ personId }) => personId),
    students: people,
    on: session.day,
  });
  const barred = new Set(found.map(({ expertId }) => expertId));
  return rows.filter(({ personId }) => !barred.has(personId));
}

/** A few exams on their way: running, graded, confirmed, and one that still lacks experts. */
export async function loadSittings(tx: Tx, newId: () => string): Promise<void> {
  const places = await placesOf(tx);
  const used = new Set<Place>();
  for (const sitting of SITTINGS)
    for (const place of places) {
      if (used.has(place)) continue;
      used.add(place);
      if (await trySitting(tx, newId, sitting, place)) break;
    }
}

async function trySitting(
  tx: Tx,
  newId: () => string,
  sitting: (typeof SITTINGS)[number],
  place: Place,
): Promise<boolean> {
  const { day, steps } = sitting;
  const now = `${day}T06:00:00.000Z`;
  const changes: Change[] = [];
  const actor = { ...system('demo'), rights: { 'exams.session.confirm': 'all' as const } };
  const args = {
    ...{ tx, actor, now, today: '2026-11-02', newId },
    change: (one: Change) => changes.push(one),
    emit: () => undefined,
  };
  const studentIds = place.studentIds.slice(0, 5);
  const { rows: busy } =
    await sql`select 1 from exams.examinee where student_id in (${sql.join(studentIds)})`.execute(tx);
  if (busy.length > 0) return false;
  const probe = { day, programmeCode: place.programmeCode } as Session;
  const { rows: people } = await sql<{
    personId: string;
  }>`select person_id as "personId" from programmes.student_v where id in (${sql.join(studentIds)})`.execute(
    tx,
  );
  const experts = await expertsFor(
    tx,
    probe,
    people.map(({ personId }) => personId),
  );
  const chief = experts.findLast(({ mayLead }) => mayLead);
  const line = experts.filter(({ personId }) => personId !== chief?.personId).slice(0, sitting.line);
  if (!chief || line.length < sitting.line) return false;
  const { id } = await insertSession(args, {
    ...{ kitId: place.kitId, centreId: place.centreId, organisationId: place.organisationId },
    ...{ day, startsAt: 540, workplaces: 5, source: 'here' as const, studentIds },
  });
  const session = await loadSession(tx, id);
  await seatExpert(args, session, { personId: chief.personId, role: 'chief', ofEmployers: false });
  for (const { personId } of line)
    await seatExpert(args, session, { personId, role: 'line', ofEmployers: false });
  const { rows: staff } = await sql<{
    personId: string;
  }>`select person_id as "personId" from registry.assignment
    where organisation_id = ${place.organisationId} and role = 'college_teacher' order by person_id limit 2`.execute(
    tx,
  );
  for (const [i, { personId }] of staff.entries())
    await sql`insert into exams.session_expert (id, session_id, person_id, role, invited_at)
      values (${newId()}, ${id}, ${personId}, ${i === 0 ? 'technical' : 'witness'}, ${now})`.execute(tx);
  if (steps.length > 0) {
    await sql`update exams.session_expert set state = 'confirmed', answered_at = ${now}, briefed_at = ${now} where session_id = ${id}`.execute(
      tx,
    );
    await sql`update platform.task set state = 'done', done_at = ${now} where kind = 'exams.seat' and state = 'open'
      and subject_id in (select id::text from exams.session_expert where session_id = ${id})`.execute(tx);
  }
  for (const event of steps) await step(args, id, event);
  for (const one of changes)
    await appendHistory(tx, { act: 'change', useCase: 'demo', actor, at: now, ...one });
  return true;
}

type Args = Parameters<typeof formProtocol>[0] & Parameters<typeof putGrade>[0];

/** One step of the way as people would take it; the guards are of dates that have passed. */
async function step(args: Args, id: string, event: SessionEvent): Promise<void> {
  const { tx, now } = args;
  const session = await loadSession(tx, id);
  if (event === 'prepare') await drawDemo(args, session);
  if (event === 'mark') await markDemo(args, session);
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
          ...{ id, sessionId: session.id, examineeId, aspectId: aspect.id, personId, device },
          ...{
            value: aspect.kind === 'judgement' ? judged : measured,
            sequence: p * aspects.length + a + 1,
            deviceAt: now,
            serverAt: now,
          },
        };
        const hash = hashOfMark(mark);
        records[id] = hash;
        marks.push({
          ...{
            id,
            session_id: session.id,
            examinee_id: examineeId,
            aspect_id: aspect.id,
            person_id: personId,
            value: mark.value,
          },
          ...{ device, sequence: mark.sequence, device_at: now, server_at: now, hash },
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
