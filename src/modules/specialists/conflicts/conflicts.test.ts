import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { insertAssignment } from '../../registry/index.ts';
import { judgeConflicts, judgeExams, judgeSeats } from '../index.ts';
import { monthsBefore } from '../rules/conflict-rules.ts';
import { examScene } from '../testing/exam-scene.test.kit.ts';

const DAY = '2027-06-15';
let world: TestWorld;
let scene: ReturnType<typeof examScene>;
let college: string;
let plant: string;
let expert: string;
let s: string;
let t: string;

beforeAll(async () => {
  world = await freshWorld();
  scene = examScene(world);
  college = await scene.organisation('college', 'Колледж А (демо)');
  plant = await scene.organisation('enterprise', 'Завод Б (демо)');
});
beforeEach(async () => {
  expert = await scene.person('Ожегов', 'Пётр');
  s = await scene.student(college, 'Первый');
  t = await scene.student(college, 'Второй');
});

/** «CI-3 block первый» for each conflict found. */
const found = async (on = DAY, students = [s, t]): Promise<string[]> => {
  const names = new Map([
    [s, 'S'],
    [t, 'T'],
  ]);
  const list = await scene.run((tx) => judgeConflicts(tx, { experts: [expert], students, on }));
  return list.map((one) => `${one.code} ${one.severity} ${names.get(one.studentId)}`).sort();
};
const works = (organisationId: string, days: [string | null, string | null] = ['2020-01-01', null]) =>
  scene.tie('works_for', { personId: expert }, { organisationId }, days);

describe('CI-1: employed by the examinees’ college', () => {
  test('CI-1 staff of the college is blocked for every student of it', async () => {
    await works(college);
    expect(await found()).toEqual(['CI-1 block S', 'CI-1 block T']);
  });
  test('CI-1 an hourly teacher of another group of the college is blocked as well', async () => {
    const other = await scene.group(college, []);
    await scene.tie('teaches', { personId: expert }, { cohortId: other }, ['2026-09-01', '2027-06-30']);
    expect(await found()).toEqual(['CI-1 block S', 'CI-1 block T']);
  });
  test('CI-1 the window of 12 months: left 15 June 2026 blocked, a day earlier free', async () => {
    await works(college, ['2020-01-01', '2026-06-15']);
    expect(await found()).toEqual(['CI-1 block S', 'CI-1 block T']);
    expect(await found('2027-06-16')).toEqual([]);
  });
  test('CI-1 the window is a dated setting', async () => {
    await works(college, ['2020-01-01', '2026-06-15']);
    await sql`insert into platform.setting (id, key, value, valid, source, trust, role, at)
      values (${world.newId()}, 'specialists.conflictEmploymentMonths', '24', '[2027-06-16,2027-06-17)', 'тест', 'A', 'admin', now())`.execute(
      world.db,
    );
    expect(await found('2027-06-16')).toEqual(['CI-1 block S', 'CI-1 block T']);
    expect(await found('2027-06-17')).toEqual([]);
    await sql`delete from platform.setting`.execute(world.db);
  });
  test('CI-1 work that begins after the exam does not count; another college does not either', async () => {
    await works(college, ['2027-06-16', null]);
    await works(await scene.organisation('college', 'Колледж В (демо)'));
    expect(await found()).toEqual([]);
  });
  test('CI-1 the trap of a new part-time teacher: free in May, blocked from the day of the appointment', async () => {
    await works(plant);
    expect(await found()).toEqual([]);
    await scene.run((tx) =>
      insertAssignment(tx, {
        personId: expert,
        role: 'college_teacher',
        organisationId: college,
        from: '2027-06-01',
        to: null,
        appointedBy: null,
        ground: 'тест',
        newId: world.newId,
      }),
    );
    expect(await found('2027-05-20')).toEqual([]);
    expect(await found()).toEqual(['CI-1 block S', 'CI-1 block T']);
  });
});

describe('ties to the examinee', () => {
  test('CI-2 taught the group: only who was in it, however long ago', async () => {
    const group = await scene.group(await scene.organisation('college', 'Школа (демо)'), [s], '2023-09-01');
    await scene.tie('teaches', { personId: expert }, { cohortId: group }, ['2023-09-01', '2024-06-30']);
    expect(await found()).toEqual(['CI-2 block S']);
  });
  test('CI-2 supervised a course project', async () => {
    await scene.tie(
      'supervises',
      { personId: expert },
      { personId: t },
      ['2024-01-01', '2024-02-01'],
      'programmes.project',
    );
    expect(await found()).toEqual(['CI-2 block T']);
  });
  test('CI-3 mentored S in May: blocked for S, allowed for T when groups are split', async () => {
    await scene.tie('mentors', { personId: expert }, { personId: s }, ['2027-05-01', '2027-05-31']);
    expect(await found()).toEqual(['CI-3 block S']);
    expect(await found(DAY, [t])).toEqual([]);
    expect(await found('2027-04-30')).toEqual([]);
  });
  test('CI-3 mentored the group before T came into it', async () => {
    const group = await scene.group(college, [s], '2023-09-01');
    await scene.run(async (tx) => {
      await sql`insert into registry.cohort_member (cohort_id, person_id, valid) values (${group}, ${t}, '[2026-09-01,)')`.execute(
        tx,
      );
    });
    await scene.tie('mentors', { personId: expert }, { cohortId: group }, ['2026-02-01', '2026-03-26']);
    expect(await found()).toEqual(['CI-3 block S']);
  });
  test('CI-3 supervised the practice for the college', async () => {
    await scene.tie(
      'supervises',
      { personId: expert },
      { personId: s },
      ['2027-02-01', '2027-03-26'],
      'practice.plan',
    );
    expect(await found()).toEqual(['CI-3 block S']);
  });
  test('CI-4 near relative, whichever side the tie was written from; nothing of it is shown', async () => {
    await scene.tie('kin', { personId: expert }, { personId: s }, [null, null]);
    await scene.tie('kin', { personId: t }, { personId: expert }, [null, null]);
    expect(await found()).toEqual(['CI-4 block S', 'CI-4 block T']);
    const [one] = await scene.run((tx) => judgeConflicts(tx, { experts: [expert], students: [s], on: DAY }));
    expect(one).toMatchObject({ tie: null, messageKey: 'specialists:rule.CI-4' });
    expect(JSON.stringify(one)).not.toContain('kin');
  });
  test('CI-5 coached for a championship', async () => {
    await scene.tie('coaches', { personId: expert }, { personId: s }, ['2025-01-01', '2025-03-01']);
    expect(await found()).toEqual(['CI-5 block S']);
  });
});

describe('CI-6: the expert’s plant holds the target contract', () => {
  test('CI-6 warns and asks a declaration; once declared, nothing is left', async () => {
    await works(plant);
    await scene.tie('sponsors', { organisationId: plant }, { personId: s }, ['2026-09-01', null]);
    expect(await found()).toEqual(['CI-6 declare S']);
    const exam = world.newId();
    const examinees = [s, t].map((personId) => ({ key: exam, personId, on: DAY }));
    const judge = () => scene.run((tx) => judgeExams(tx, { experts: [expert], examinees }));
    expect(await judge()).toMatchObject([{ code: 'CI-6', severity: 'declare', students: 1 }]);
    const record = world.newId();
    await sql`insert into specialists.expert (id, person_id) values (${record}, ${expert})`.execute(world.db);
    await sql`insert into specialists.expert_declaration (id, expert_id, source_kind, source_id, kind, declared_at)
      values (${world.newId()}, ${record}, 'exams.session', ${exam}, 'employer', now())`.execute(world.db);
    expect(await judge()).toEqual([]);
  });
  test('CI-6 an offer counts while it stands, of the plant the expert works for that day', async () => {
    await works(plant, ['2020-01-01', '2027-05-31']);
    await scene.tie('offered', { organisationId: plant }, { personId: t }, ['2027-01-01', null]);
    expect(await found('2027-05-20')).toEqual(['CI-6 declare T']);
    expect(await found()).toEqual([]);
  });
});

describe('seats', () => {
  const seats = { on: DAY, chief: 'c', marking: ['a', 'b'], appeal: ['z'] };
  test('CI-7 the chief expert asks to mark', () => {
    expect(judgeSeats('exam', seats)).toEqual([]);
    expect(judgeSeats('exam', { ...seats, marking: ['a', 'c'] })).toMatchObject([
      { expertId: 'c', code: 'CI-7', severity: 'block' },
    ]);
  });
  test('CI-8 sits in the appeal commission, named for the exam or appointed at the college', async () => {
    expect(
      judgeSeats('exam', { ...seats, appeal: ['b', 'c'] }).map(({ expertId, code }) => [expertId, code]),
    ).toEqual([
      ['b', 'CI-8'],
      ['c', 'CI-8'],
    ]);
    await scene.run((tx) =>
      insertAssignment(tx, {
        personId: expert,
        role: 'appeal_member',
        organisationId: college,
        from: '2027-01-01',
        to: '2027-12-31',
        appointedBy: null,
        ground: 'тест',
        newId: world.newId,
      }),
    );
    expect(await found()).toEqual(['CI-8 block S', 'CI-8 block T']);
    expect(await found('2028-01-01')).toEqual([]);
  });
});

test('a whole session is one conflict of a code, with how many it touches', async () => {
  await works(college);
  await scene.tie('mentors', { personId: expert }, { personId: s });
  const examinees = [s, t].map((personId) => ({ key: 'session', personId, on: DAY }));
  const list = await scene.run((tx) => judgeExams(tx, { experts: [expert], examinees }));
  expect(list.map(({ key, code, students }) => [key, code, students])).toEqual([
    ['session', 'CI-1', 2],
    ['session', 'CI-3', 1],
  ]);
});

test('the window ends on the same day of the month, or on its last', () => {
  expect(monthsBefore('2027-06-15', 12)).toBe('2026-06-15');
  expect(monthsBefore('2027-03-31', 1)).toBe('2027-02-28');
  expect(monthsBefore('2028-02-29', 12)).toBe('2027-02-28');
  expect(monthsBefore('2027-01-10', 0)).toBe('2027-01-10');
});
