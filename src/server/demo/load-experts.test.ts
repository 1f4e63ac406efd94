import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { expertRightsOn, judgeExams, plannableExperts } from '../../modules/specialists/index.ts';
import { demoWorld } from '../../testing/demo-world.ts';
import type { TestWorld } from '../../testing/world.ts';

const DAY = '2027-06-15';
let world: TestWorld;
beforeAll(async () => {
  world = await demoWorld();
});

test('the demo base has experts of colleges and plants with rights that hold, end and have ended', async () => {
  const { rows } = await sql<Record<string, number>>`select count(*)::int as experts,
      count(*) filter (where of_employers)::int as plants,
      (select count(distinct expert_id)::int from specialists.expert_right where valid @> ${DAY}::date) as holding,
      (select count(*)::int from specialists.expert_right where regime = 'WSR_2020') as old
    from specialists.expert_v where is_demo`.execute(world.db);
  expect(rows[0]?.experts).toBeGreaterThan(40);
  expect(rows[0]?.plants).toBeGreaterThan(3);
  expect(rows[0]?.holding).toBeLessThan(rows[0]?.experts ?? 0);
  expect(rows[0]?.old).toBeGreaterThan(0);
});

test('no route lets a teacher judge the own college: CI-1 stands for every teacher among the experts', async () => {
  const { rows } = await sql<{
    personId: string;
    college: string;
    student: string;
  }>`select e.person_id as "personId",
      e.organisation_id as college, s.person_id as student
    from specialists.expert_v e join lateral (select person_id from programmes.student_v s
      where s.organisation_id = e.organisation_id and s.status = 'studying' limit 1) s on true
    where e.organisation_kind = 'college' order by e.id limit 200`.execute(world.db);
  expect(rows.length).toBeGreaterThan(20);
  const found = await judgeExams(world.db, {
    experts: rows.map(({ personId }) => personId),
    examinees: rows.map(({ college, student }) => ({ key: college, personId: student, on: DAY })),
  });
  const barred = new Set(
    found.filter(({ code }) => code === 'CI-1').map(({ key, expertId }) => `${key} ${expertId}`),
  );
  expect(rows.filter(({ personId, college }) => !barred.has(`${college} ${personId}`))).toEqual([]);
});

test('a planner gets their free days: the week, days out, and the right of a code', async () => {
  const list = await plannableExperts(world.db, {
    regime: 'ORDER_800',
    from: '2027-06-01',
    to: '2027-06-30',
  });
  expect(list.length).toBeGreaterThan(30);
  for (const { days } of list)
    for (const day of days) expect(day >= '2027-06-01' && day <= '2027-06-30').toBe(true);
  const one = list.find(({ rights }) => rights[0]?.code.endsWith('.00.00'));
  const right = one?.rights[0];
  const held = (codes: string[], on = right?.to ?? DAY) =>
    expertRightsOn(world.db, { persons: [one?.personId ?? ''], regime: 'ORDER_800', codes, on });
  expect(await held([(right?.code ?? '').replace(/00\.00$/, '02.99')])).toHaveLength(1);
  expect(await held(['99.02.01'])).toHaveLength(0);
});

test('the demo kits add up, every kit has a centre that may hold it, and the season has its boards', async () => {
  const { rows } = await sql<{
    kits: number;
    wrong: number;
    homeless: number;
    boards: number;
    unled: number;
  }>`select
      (select count(*)::int from exams.kit where is_demo and state = 'approved') as kits,
      (select count(*)::int from exams.kit k where k.max <> (select sum(a.max) from exams.kit_aspect a where a.kit_id = k.id)
        or k.max <> (select sum(c.max) from exams.kit_criterion c where c.kit_id = k.id)) as wrong,
      (select count(*)::int from exams.kit k where not exists (select 1 from exams.centre_check c where c.kit_code = k.code
        and c.valid @> ${DAY}::date)) as homeless,
      (select count(*)::int from exams.board where is_demo) as boards,
      (select count(*)::int from exams.board b where b.is_demo and b.kind = 'board' and not exists (
        select 1 from exams.board_member m where m.board_id = b.id and m.post = 'chair')) as unled`.execute(
    world.db,
  );
  expect(rows[0]?.kits).toBeGreaterThan(3);
  expect(rows[0]).toMatchObject({ wrong: 0 });
  expect(rows[0]?.homeless).toBeLessThan(rows[0]?.kits ?? 0);
  expect(rows[0]?.boards).toBeGreaterThan(0);
  expect(rows[0]?.unled).toBe(0);
});
