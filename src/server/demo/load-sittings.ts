// cyrillic: words of an invented appeal
import { sql } from 'kysely';
import { examineesOf, loadSession, type Session } from '../../modules/exams/sessions/load-session.ts';
import { insertSession } from '../../modules/exams/sessions/plan-session.ts';
import { seatExpert } from '../../modules/exams/sessions/seat-expert.ts';
import { takePersonDay } from '../../modules/exams/sessions/take-workplaces.ts';
import { appealStates, type SessionEvent } from '../../modules/exams/states.ts';
import { appealTask } from '../../modules/exams/tasks.ts';
import { judgeConflicts } from '../../modules/specialists/index.ts';
import { productionCalendar } from '../../platform/calendar/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { appendHistory } from '../../platform/history/index.ts';
import { beginState } from '../../platform/states/index.ts';
import { openTask } from '../../platform/tasks/index.ts';
import { type Change, dayIn, system, type World } from '../../platform/use-case/index.ts';
import { makeBoards, makeSeatPeople } from './exam-people.ts';
import { type Args, step } from './sitting-steps.ts';

interface Place {
  kitId: string;
  centreId: string;
  centreOrganisationId: string;
  organisationId: string;
  programmeCode: string;
  studentIds: string[];
  /** The student of the demo is among them. */
  own: boolean;
}
interface Sitting {
  /** Working days from the day the demo is loaded. */
  after: number;
  steps: SessionEvent[];
  line: number;
  /** A board with a chair, and a commission of appeals, come about with it. */
  boards?: true;
  /** The expert and the technical expert of the sign-ins come about with it, and sit there. */
  people?: true;
}
/** Interim exams of groups that graduate a year later than those whose exams the year's plan holds. */
const RUNNING: Sitting = { after: 0, steps: ['confirm', 'prepare', 'start'], line: 3, people: true };
const GRADED: Sitting = {
  after: -1,
  line: 3,
  boards: true,
  steps: ['confirm', 'prepare', 'start', 'mark', 'sign', 'transfer', 'grade'],
};
const LATER: Sitting[] = [
  { after: 11, steps: ['confirm'], line: 3 },
  { after: 16, steps: [], line: 1 },
];
const LEAST = 4;
/** Rights, kits and checks of the invented region hold in this stretch; outside it exams stand on the region's own day. */
const LIVES = { from: '2026-11-03', to: '2027-05-31', own: '2026-11-23' };
const calendar = productionCalendar({ unknownYear: 'statutory' });

/** The day itself, or the last working day before it. */
const workingDayUpTo = (day: string) => (calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, -1));

/** Where an exam can be: a group large enough, a kit of its specialty, a centre with its check. */
async function placesOf(tx: Tx): Promise<Place[]> {
  const { rows } =
    await sql<Place>`with me as (select person_id from registry.assignment where role = 'student'
      order by organisation_id, person_id limit 1)
    select distinct on (g.organisation_id, g.programme_code) k.id as "kitId", c.id as "centreId",
      c.organisation_id as "centreOrganisationId", g.organisation_id as "organisationId", g.programme_code as "programmeCode",
      bool_or(s.person_id = me.person_id) as own,
      to_jsonb((array_agg(s.id order by (s.person_id = me.person_id) desc, s.id))[1:5]) as "studentIds"
    from programmes.study_group_v g join exams.kit k on k.programme_code = g.programme_code and k.state = 'approved' and k.is_demo
    join exams.centre_check h on h.kit_code = k.code join exams.centre c on c.id = h.centre_id
    join programmes.student_v s on s.group_id = g.id and s.status = 'studying' cross join me
    where g.graduation_year = 2028 or exists (select 1 from programmes.student_v x where x.group_id = g.id and x.person_id = me.person_id)
    group by g.id, g.organisation_id, g.programme_code, k.id, c.id having count(*) >= ${LEAST}
    order by g.organisation_id, g.programme_code, bool_or(s.person_id = me.person_id) desc, g.id`.execute(tx);
  return rows;
}

/** Experts with a right on the day, free of conflict with these people; who may lead stands first. */
async function expertsFor(tx: Tx, place: Place, day: string, people: readonly string[]) {
  const { rows } = await sql<{
    personId: string;
    mayLead: boolean;
  }>`select r.person_id as "personId", bool_or(r.may_lead) as "mayLead"
    from specialists.expert_right_v r where r.regime = 'ORDER_800' and r.valid @> ${day}::date
      and r.code in (${place.programmeCode}, ${`${place.programmeCode.slice(0, 2)}.00.00`})
      and not exists (select 1 from exams.person_day d where d.person_id = r.person_id and d.day = ${day}::date)
    group by r.person_id order by r.person_id limit 24`.execute(tx);
  const found = await judgeConflicts(tx, {
    experts: rows.map(({ personId }) => personId),
    students: people,
    on: day,
  });
  const barred = new Set(found.map(({ expertId }) => expertId));
  return rows.filter(({ personId }) => !barred.has(personId));
}

/**
 * A few exams on their way around the day the demo is loaded: one runs today, yesterday's has its grades and an appeal,
 * one is confirmed, one still lacks experts. The people of the exam sign-ins sit in them.
 */
export async function loadSittings(
  tx: Tx,
  { newId, now, timeZone }: Pick<World, 'newId' | 'now' | 'timeZone'>,
): Promise<void> {
  const loaded = dayIn(timeZone, now());
  const fits = loaded >= LIVES.from && loaded <= LIVES.to;
  const today = fits ? workingDayUpTo(loaded) : LIVES.own;
  const moment = fits ? now().toISOString() : `${LIVES.own}T09:00:00.000Z`;
  const places = await placesOf(tx);
  const scene: Scene = { tx, newId, today, moment, used: new Set(), people: {} };
  const first = places.find(({ own }) => own) ?? places[0];
  if (!first) return;
  const near = [
    first,
    ...places.filter((one) => one !== first && one.organisationId === first.organisationId),
  ];
  const graded = await firstOf(scene, GRADED, [...near, ...places]);
  if (graded) await appealDemo(scene, graded);
  await firstOf(scene, RUNNING, [...near, ...places]);
  for (const sitting of LATER) await firstOf(scene, sitting, places);
}

interface Scene {
  tx: Tx;
  newId: () => string;
  today: string;
  moment: string;
  used: Set<Place>;
  people: { expert?: string; technical?: string };
}

/** The first place of a list where the exam comes about; gives its session. */
async function firstOf(scene: Scene, sitting: Sitting, places: readonly Place[]): Promise<string | null> {
  for (const place of places) {
    if (scene.used.has(place)) continue;
    scene.used.add(place);
    const id = await trySitting(scene, sitting, place);
    if (id) return id;
  }
  return null;
}

/** What a use case is given, at a moment of the demo's past. */
function argsOf({ tx, newId, today, moment }: Scene, day: string) {
  const early = `${day}T06:00:00.000Z`;
  const now = early < moment ? early : moment;
  const changes: Change[] = [];
  const actor = { ...system('demo'), rights: { 'exams.session.confirm': 'all' as const } };
  return {
    changes,
    args: {
      tx,
      actor,
      now,
      today,
      newId,
      change: (one: Change) => changes.push(one),
      emit: () => undefined,
    },
  };
}

const keepHistory = async ({ changes, args }: ReturnType<typeof argsOf>) => {
  for (const one of changes)
    await appendHistory(args.tx, { act: 'change', useCase: 'demo', actor: args.actor, at: args.now, ...one });
};

async function trySitting(scene: Scene, sitting: Sitting, place: Place): Promise<string | null> {
  const { tx, today } = scene;
  const { steps } = sitting;
  const day = calendar.addWorkingDays(today, sitting.after);
  const told = argsOf(scene, day);
  const { args } = told;
  const studentIds = place.studentIds.slice(0, 5);
  const { rows: busy } =
    await sql`select 1 from exams.examinee where student_id in (${sql.join(studentIds)})`.execute(tx);
  if (busy.length > 0) return null;
  const { rows: people } = await sql<{
    personId: string;
  }>`select person_id as "personId" from programmes.student_v where id in (${sql.join(studentIds)})`.execute(
    tx,
  );
  const experts = await expertsFor(
    tx,
    place,
    day,
    people.map(({ personId }) => personId),
  );
  const chief = experts.findLast(({ mayLead }) => mayLead);
  const others = experts.filter(({ personId }) => personId !== chief?.personId);
  if (!chief || others.length < sitting.line - Number(sitting.people ?? false)) return null;
  if (sitting.people) {
    scene.people = await makeSeatPeople(tx, args.newId, {
      centreOrganisationId: place.centreOrganisationId,
      code: place.programmeCode,
      from: calendar.addWorkingDays(day, -20),
    });
    others.push({ personId: scene.people.expert ?? '', mayLead: false });
  }
  const mine = ({ personId }: { personId: string }) => personId === scene.people.expert;
  const line = others.sort((x, y) => Number(mine(y)) - Number(mine(x))).slice(0, sitting.line);
  if (sitting.boards)
    await makeBoards(tx, args.newId, {
      organisationId: place.organisationId,
      from: calendar.addWorkingDays(day, -20),
      year: Number(day.slice(0, 4)),
    });
  const { id } = await insertSession(
    { ...args, today: calendar.addWorkingDays(day, -15) },
    {
      kitId: place.kitId,
      centreId: place.centreId,
      organisationId: place.organisationId,
      day,
      startsAt: 540,
      workplaces: 5,
      source: 'here' as const,
      studentIds,
    },
  );
  const session = await loadSession(tx, id);
  await seatExpert(args, session, { personId: chief.personId, role: 'chief', ofEmployers: false });
  for (const one of line)
    await seatExpert(args, session, { personId: one.personId, role: 'line', ofEmployers: mine(one) });
  await seatHelpers(args, session, scene.people.technical);
  if (steps.length > 0) {
    await sql`update exams.session_expert set state = 'confirmed', answered_at = ${args.now}, briefed_at = ${args.now}
      where session_id = ${id}`.execute(tx);
    await sql`update platform.task set state = 'done', done_at = ${args.now} where kind = 'exams.seat' and state = 'open'
      and subject_id in (select id::text from exams.session_expert where session_id = ${id})`.execute(tx);
  }
  for (const event of steps) await step({ ...args, today: day < today ? day : today }, id, event);
  await keepHistory(told);
  return id;
}

/** The technical expert of the centre, and a witness from the board where there is one: its chair when he is free. */
async function seatHelpers(args: Args, session: Session, technical: string | undefined): Promise<void> {
  const { tx, newId, now } = args;
  const free = sql<boolean>`not exists (select 1 from exams.person_day d where d.person_id = a.person_id and d.day = ${session.day}::date)`;
  const { rows } = await sql<{ technical: string | null; witness: string | null }>`select
    (select a.person_id from registry.assignment a where a.role = 'technical_expert' and a.person_id = ${technical ?? null}
      and a.organisation_id = ${session.centreOrganisationId} and ${free}) as technical,
    (select a.person_id from exams.board b join exams.board_member a on a.board_id = b.id where b.kind = 'board'
      and b.organisation_id = ${session.organisationId} and b.year = ${Number(session.day.slice(0, 4))}
      and a.post in ('chair', 'member') and ${free} order by (a.post = 'chair') desc, a.person_id limit 1) as witness`.execute(
    tx,
  );
  const { rows: staff } = await sql<{
    personId: string;
  }>`select a.person_id as "personId" from registry.assignment a
    where a.organisation_id = ${session.organisationId} and a.role = 'college_teacher' and ${free} order by a.person_id limit 2`.execute(
    tx,
  );
  const seats = [
    ['technical', rows[0]?.technical ?? staff[0]?.personId],
    ['witness', rows[0]?.witness ?? staff[1]?.personId],
  ] as const;
  for (const [role, personId] of seats) {
    if (!personId) continue;
    await takePersonDay(tx, { personId, day: session.day, sessionId: session.id, as: role });
    await sql`insert into exams.session_expert (id, session_id, person_id, role, invited_at)
      values (${newId()}, ${session.id}, ${personId}, ${role}, ${now})`.execute(tx);
  }
}

/** One student of the graded exam is not content: the commission has something to hear. */
async function appealDemo(scene: Scene, sessionId: string): Promise<void> {
  const { tx, newId, today } = scene;
  const told = argsOf(scene, today);
  const session = await loadSession(tx, sessionId);
  // not the student of the demo: an own appeal is left to be filed
  const who = (await examineesOf(tx, sessionId)).findLast(({ present }) => present);
  if (!who) return;
  const id = newId();
  const dueOn = calendar.addWorkingDays(today, 3);
  await sql`insert into exams.appeal (id, examinee_id, session_id, kind, text, filed_at, filed_on, due_on, left_site, state)
    values (${id}, ${who.id}, ${sessionId}, 'result', 'Прошу проверить баллы за точность работы (демо).', ${told.args.now}, ${today},
      ${dueOn}, false, ${appealStates.initial})`.execute(tx);
  await beginState(told.args, appealStates, id);
  await openTask(tx, appealTask, {
    subject: { kind: 'exams.appeal', id },
    due: dueOn,
    now: told.args.now,
    newId,
    for: { role: 'appeal_member', organisationId: session.organisationId },
    params: { exam: session.code, kind: 'exams:appeal.result' },
  });
  told.args.change({
    subject: { kind: 'exams.appeal', id, organisationId: session.organisationId, personId: who.personId },
    after: { kind: 'result', dueOn },
  });
  await keepHistory(told);
}
