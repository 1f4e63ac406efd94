import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type StaffingInstance,
  type StaffingResult,
  verifyStaffing,
} from '../../../engines/staffing/index.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { runJob } from '../../../testing/run-job.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { addTie } from '../../registry/index.ts';
import { AT, type ExamWorld, examWorld } from '../testing/exam-world.test.kit.ts';
import { applyStaffingJob } from './apply-staffing.job.ts';
import { computeStaffing } from './compute-staffing.job.ts';

interface Seat {
  id: string;
  role: string;
  person: { id: string; name: string } | null;
  substitutes: { id: string; price: number }[];
  fault: string | null;
}
interface Card {
  state: string;
  rev: number;
  exams: number;
  seats: number;
  empty: number;
  filled: number;
  cost: number;
  bound: number;
  season: { graduates: number; without: object[]; unplaced: object[] } | null;
  rows: { id: string; sessionId: string | null; day: string; students: number; seats: Seat[] }[];
  demand: {
    rows: { month: string; code: string; seats: number; empty: number; experts: number; onPaper: number }[];
    districts: object[];
    shortages: { kind: string; demand: number; supply: number; short: number }[];
    closing: { kind: string; person: { id: string } }[];
    afterClosing: number;
  };
}

const MONTH = { from: '2027-06-01', to: '2027-06-30' };

let world: TestWorld;
let w: ExamWorld;
let chief: Awaited<ReturnType<ExamWorld['expert']>>;
let experts: Awaited<ReturnType<ExamWorld['expert']>>[];
let traitor: Awaited<ReturnType<ExamWorld['expert']>>;

/** An exam of so many students of the own college on a day. */
const exam = async (day: string, names: string[], workplaces = 5) => {
  const students = [];
  for (const name of names) students.push(await w.student(name));
  const { id } = await world.call<{ id: string }>(
    'exams.planSession',
    {
      kitId: w.kitId,
      centreId: w.centreId,
      day,
      workplaces,
      studentIds: students.map((one) => one.studentId),
    },
    w.deputy,
  );
  return { id, students };
};
const card = (id: string) => world.call<Card>('exams.getStaffing', { id }, w.operator);
const calculate = async (more: object = {}) => {
  const { id } = await world.call<{ id: string }>(
    'exams.startStaffing',
    { kind: 'staffing', ...MONTH, ...more },
    w.operator,
  );
  await runJob(world, computeStaffing, { staffingId: id });
  return card(id).then((one) => ({ id, ...one }));
};
const apply = async ({ id, rev }: { id: string; rev: number }) => {
  await world.call('exams.applyStaffing', { id, rev }, w.operator);
  await runJob(world, applyStaffingJob, {
    staffingId: id,
    personId: null,
    role: 'exam_operator_coordinator',
  });
  return card(id);
};
const seatsOf = (session: string) =>
  sql<{
    role: string;
    state: string;
  }>`select role, state from exams.session_expert where session_id = ${session}
    and state in ('invited', 'confirmed') order by role`.execute(world.db);

beforeAll(async () => {
  world = await freshWorld();
  world.clock.set(AT.planned);
  w = await examWorld(world);
  chief = await w.expert('Главнов', 'chief');
  experts = [await w.expert('Экспертов'), await w.expert('Знатоков'), await w.expert('Мастеров')];
  // the trap: an employer's worker who becomes a part-time teacher of the examinees' college
  traitor = await w.expert('Совместителев');
  await w.employ(traitor.personId);
});

describe('a month of exams', () => {
  test('is staffed exactly, the trap is seen when experts are counted, and the operator sends it out', async () => {
    const first = await exam('2027-06-16', ['Первый', 'Второй']);
    const second = await exam('2027-06-18', ['Третий']);
    const run = await calculate();
    expect(run).toMatchObject({ state: 'proposed', exams: 2, seats: 8, filled: 8, empty: 0 });
    expect(run.cost).toBe(run.bound);
    const seated = run.rows.flatMap(({ seats }) => seats.map(({ person }) => person?.id));
    expect(seated).not.toContain(traitor.personId);
    const [june] = run.demand.rows;
    expect(june).toMatchObject({
      month: '2027-06',
      code: '15.01.05',
      seats: 8,
      empty: 0,
      experts: 4,
      onPaper: 5,
    });
    const applied = await apply(run);
    expect(applied.state).toBe('applied');
    expect(applied.rows.flatMap(({ seats }) => seats.map(({ fault }) => fault))).toEqual(Array(8).fill(null));
    for (const { id } of [first, second])
      expect((await seatsOf(id)).rows).toEqual([
        { role: 'chief', state: 'invited' },
        ...Array(3).fill({ role: 'line', state: 'invited' }),
      ]);
    // calculated again, taken seats stay: nothing is left to fill
    expect(await calculate()).toMatchObject({ exams: 2, filled: 0, empty: 0 });
  });

  test('experts confirm; a tie made later re-opens the exam, tells whom and why', async () => {
    const { rows } = await sql<{
      id: string;
    }>`select s.id from exams.session s where day = '2027-06-18'`.execute(world.db);
    const sessionId = rows[0]?.id ?? '';
    for (const one of [chief, ...experts]) {
      const mine = await world.call<{ rows: { id: string; sessionId: string }[] }>(
        'exams.mySeats',
        {},
        one.as,
      );
      const seat = mine.rows.find((row) => row.sessionId === sessionId);
      await world.call('exams.answerSeat', { id: seat?.id, answer: 'confirmed' }, one.as);
    }
    expect(new Set((await seatsOf(sessionId)).rows.map(({ state }) => state))).toEqual(
      new Set(['confirmed']),
    );
  });

  test('why this person may not judge here, in words; who may be called has nothing against', async () => {
    const { rows } = await sql<{ id: string }>`select id from exams.session where day = '2027-06-18'`.execute(
      world.db,
    );
    const ask = async (personId: string) =>
      world.call<{ may: boolean; reasons: { key: string; rule: string | null }[] }>(
        'exams.whyNot',
        { id: rows[0]?.id, personId },
        w.operator,
      );
    expect(await ask(traitor.personId)).toMatchObject({
      may: false,
      reasons: [{ key: 'specialists:rule.CI-1', rule: 'CI-1' }],
    });
    expect(await ask(await w.person('Прохожев'))).toMatchObject({
      reasons: [{ key: 'exams:staffing.why.noRight' }],
    });
    expect(await ask(chief.personId)).toEqual({ may: true, lead: true, reasons: [] });
  });

  test('a whole bundle is verified by code that shares nothing with the solver', async () => {
    const { id } = await calculate({ onePerOrganisation: true });
    const bundle = await world.call<{ instances: string; answers: string; hash: string }>(
      'exams.exportStaffing',
      { id },
      w.operator,
    );
    const lines = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    const instances: StaffingInstance[] = lines(bundle.instances);
    const answers: StaffingResult[] = lines(bundle.answers);
    instances.forEach((instance, i) => {
      const answer = answers[i] as StaffingResult;
      expect(verifyStaffing(instance, answer)).toEqual([]);
      const [seat] = answer.assignment;
      if (seat)
        expect(verifyStaffing(instance, { ...answer, assignment: answer.assignment.slice(1) })).not.toEqual(
          [],
        );
    });
  });

  test('somebody falls ill: who is free is called in, and the chain goes through the same door as by hand', async () => {
    const { rows } = await sql<{ id: string }>`select id from exams.session where day = '2027-06-16'`.execute(
      world.db,
    );
    const sessionId = rows[0]?.id ?? '';
    const fresh = await w.expert('Запасной');
    const sick = experts[0]?.personId ?? '';
    const preview = await world.call<{
      moves: {
        kind: string;
        person: { id: string };
        from: { sessionId: string } | null;
        to: { sessionId: string; role: string };
      }[];
      open: object[];
    }>('exams.previewRepair', { id: sessionId, personId: sick }, w.operator);
    expect(preview.open).toEqual([]);
    expect(preview.moves.filter(({ kind }) => kind === 'moved').length).toBeLessThanOrEqual(2);
    expect(preview.moves).toMatchObject([{ kind: 'called', person: { id: fresh.personId } }]);
    const done = await world.call(
      'exams.applyRepair',
      {
        id: sessionId,
        personId: sick,
        why: 'Болен',
        moves: preview.moves.map(({ person, from, to }) => ({
          personId: person.id,
          fromSessionId: from?.sessionId ?? null,
          toSessionId: to.sessionId,
          role: to.role,
        })),
      },
      w.operator,
    );
    expect(done).toMatchObject({ invited: 1, released: 1 });
    expect((await seatsOf(sessionId)).rows).toHaveLength(4);
  });

  test('a shortage has its certificate in numbers, and names whose training would close it after conflicts', async () => {
    await exam('2027-06-21', ['Четвёртый'], 3);
    const { students } = await exam('2027-06-21', ['Другой'], 3);
    // a plant's mentor of the specialty is a candidate; who mentored an examinee of the day sits with the others only
    const hr = world.as('enterprise_hr', { organisationId: w.host });
    const mentor = async (surname: string) => {
      const { id } = await world.call<{ id: string }>(
        'specialists.saveMentor',
        { person: { surname, givenName: 'Олег' }, post: 'Сварщик', programmes: ['15.01.05'] },
        hr,
      );
      await world.call('specialists.noteClearance', { id, number: '7', on: '2027-03-01' }, hr);
      await world.call(
        'specialists.appointMentor',
        {
          mentorId: id,
          orderNumber: '14-н',
          orderOn: '2027-03-01',
          legalBasis: 'practice',
          consentOn: '2027-03-01',
          content: 'Сварка',
          payForm: 'none',
          capacity: 3,
          from: '2027-03-01',
          to: '2028-03-01',
        },
        hr,
      );
      const { personId } = await world.call<{ personId: string }>('specialists.getMentor', { id }, hr);
      return personId;
    };
    const [able, tied] = [await mentor('Способнов'), await mentor('Наставников')];
    await inTransaction(world.db, (tx) =>
      addTie(tx, {
        kind: 'mentors',
        from: { personId: tied },
        to: { personId: students[0]?.personId ?? '' },
        since: '2027-03-01',
        until: '2027-04-30',
        source: { kind: 'test', id: tied },
        newId: world.newId,
      }),
    );
    const run = await calculate();
    expect(run.empty).toBeGreaterThan(0);
    expect(run.demand.shortages.length).toBeGreaterThan(0);
    for (const { kind, demand, supply, short } of run.demand.shortages)
      if (kind === 'shortage' || kind === 'nobody') expect(demand - supply).toBe(short);
    const closing = run.demand.closing.map(({ kind, person }) => [kind, person.id]);
    expect(closing).toContainEqual(['training', able]);
    expect(closing.map(([, id]) => id)).not.toContain(traitor.personId);
    expect(run.demand.afterClosing).toBeLessThan(run.empty);
  });

  test('the operator’s own choice is barred by a conflict as everywhere', async () => {
    const run = await calculate();
    const exams = run.rows.filter(({ students }) => students > 0);
    const own = exams.flatMap(({ seats }) => seats).find(({ role }) => role === 'member');
    await expect(
      world.call('exams.chooseSeat', { id: own?.id, personId: traitor.personId }, w.operator),
    ).rejects.toMatchObject({ rule: 'CI-1' });
    await expect(
      world.call('exams.applyStaffing', { id: run.id, rev: run.rev + 7 }, w.operator),
    ).rejects.toThrow();
  });
});

describe('a season', () => {
  test('graduates get days, centres and experts; what cannot be placed is named', async () => {
    for (const name of ['Пятый', 'Шестой', 'Седьмой', 'Восьмой', 'Девятый', 'Десятый', 'Одиннадцатый'])
      await w.student(name);
    const run = await calculate({ kind: 'season', from: '2027-06-22', to: '2027-06-30', year: 2027 });
    expect(run.season).toMatchObject({ graduates: 7, without: [], unplaced: [] });
    // the kit has room for five workplaces, the centre for six: seven graduates are two exams
    expect(run.exams).toBe(2);
    expect(new Set(run.rows.map(({ day }) => day)).size).toBe(2);
    expect(run.rows.reduce((sum, { students }) => sum + students, 0)).toBe(7);
    const applied = await apply(run);
    expect(applied.rows.every(({ sessionId }) => sessionId !== null)).toBe(true);
    expect(applied.rows.flatMap(({ seats }) => seats.map(({ fault }) => fault)).filter(Boolean)).toEqual([]);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from exams.session where day between '2027-06-22' and '2027-06-30'`.execute(
      world.db,
    );
    expect(rows[0]?.n).toBe(2);
  });

  test('only the operator calculates; an office reads where people are short', async () => {
    const start = (role: string) =>
      world.call(
        'exams.startStaffing',
        { kind: 'staffing', ...MONTH },
        world.as(role, { organisationId: w.college }),
      );
    await expect(start('college_deputy')).rejects.toMatchObject({ status: 403 });
    await expect(start('expert')).rejects.toMatchObject({ status: 403 });
    const office = world.as('min_edu_specialist');
    expect(await world.call('exams.getDemand', {}, office)).toMatchObject({
      staffing: { from: '2027-06-22' },
    });
  });
});
