import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { expertRightsOn, type Regime } from '../index.ts';
import { examScene } from '../testing/exam-scene.test.kit.ts';

let world: TestWorld;
let scene: ReturnType<typeof examScene>;
let person: string;
let expert: string;

beforeAll(async () => {
  world = await freshWorld();
  scene = examScene(world);
  person = await scene.person('Ожегов');
  expert = world.newId();
  await sql`insert into specialists.expert (id, person_id) values (${expert}, ${person})`.execute(world.db);
});

const give = (regime: Regime, level: string, code: string, valid: string) =>
  sql`insert into specialists.expert_right (id, expert_id, regime, level, code, valid)
    values (${world.newId()}, ${expert}, ${regime}, ${level}, ${code}, ${valid})`.execute(world.db);
const rightsOn = async (regime: Regime, codes: string[], on: string) =>
  (await expertRightsOn(world.db, { persons: [person], regime, codes, on })).map(
    ({ level, code, mayLead }) => [level, code, mayLead],
  );

test('DE20-03, DE20-04, DE-06: a right is of one regime, one code and its days; a broad field covers its specialties', async () => {
  await give('WSR_2020', 'assess', '15.01.05', '[2025-06-01,2027-06-01)');
  await give('WSR_2020', 'championship', 'Сварочные технологии', '[2025-06-01,2027-06-01)');
  await give('ORDER_800', 'expert', '15.00.00', '[2026-01-01,2028-01-01)');
  expect(await rightsOn('WSR_2020', ['15.01.05'], '2027-05-31')).toEqual([['assess', '15.01.05', false]]);
  // the last day of the right is the last exam day
  expect(await rightsOn('WSR_2020', ['15.01.05'], '2027-06-01')).toEqual([]);
  expect(await rightsOn('WSR_2020', ['15.01.05', 'Сварочные технологии'], '2026-12-01')).toEqual([
    ['championship', 'Сварочные технологии', true],
    ['assess', '15.01.05', false],
  ]);
  expect(await rightsOn('ORDER_800', ['15.01.38'], '2027-05-31')).toEqual([['expert', '15.00.00', false]]);
  expect(await rightsOn('ORDER_800', ['23.01.17'], '2027-05-31')).toEqual([]);
});

test('the same right does not stand twice on one day, and a level belongs to its regime', async () => {
  await expect(give('ORDER_800', 'expert', '15.00.00', '[2027-12-31,2029-01-01)')).rejects.toThrow();
  await expect(give('ORDER_800', 'certified', '15.00.00', '[2027-01-01,2029-01-01)')).rejects.toThrow();
});

test('who has left the register has no rights from that day', async () => {
  await sql`update specialists.expert set left_on = '2027-02-01' where id = ${expert}`.execute(world.db);
  expect(await rightsOn('ORDER_800', ['15.01.05'], '2027-01-31')).toHaveLength(1);
  expect(await rightsOn('ORDER_800', ['15.01.05'], '2027-02-01')).toEqual([]);
});
