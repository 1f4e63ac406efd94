import { beforeAll, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import {
  addAgreement,
  addOffer,
  addPlan,
  addStudent,
  makeScene,
  type Scene,
} from '../testing/scene.test.kit.ts';

let world: TestWorld;
let scene: Scene;
let planId: string;

beforeAll(async () => {
  world = await freshWorld();
  scene = await makeScene(world);
  planId = await addPlan(world, scene);
  const offerId = await addOffer(world, scene);
  await addAgreement(world, scene);
  const { studentId } = await addStudent(world, scene, 'Готовый');
  await world.call(
    'practice.placeStudents',
    { planId, offerId, studentIds: [studentId], way: 'group' },
    scene.deputy,
  );
});

const order = async (number: string | null = null, on = '2026-11-23') =>
  (
    await world.call<{ number: string }>(
      'practice.registerPaper',
      { planId, hostId: null, kind: 'order', number, on },
      scene.deputy,
    )
  ).number;

// on the embedded database the requests stand in a queue, on PostgreSQL they meet: both must give the same
test('papers registered at once get numbers in a row, each its own', async () => {
  const numbers = await Promise.all(Array.from({ length: 8 }, () => order()));
  expect(numbers.toSorted()).toEqual(['1-п', '2-п', '3-п', '4-п', '5-п', '6-п', '7-п', '8-п']);
});

test('one number written by hand for two papers at once: one is registered, the other refused with the reason', async () => {
  const asked = await Promise.allSettled([order('10-п'), order('10-п'), order('10-п')]);
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of asked)
    if (one.status === 'rejected')
      expect(one.reason).toMatchObject({
        key: 'practice:papers.error.numberTaken',
        fields: [{ path: 'number' }],
      });
});

test('a number written by hand is passed over by the journal', async () => {
  expect([await order(), await order()]).toEqual(['9-п', '11-п']);
});

test('a paper of the past year is numbered in that year and leaves the count of this one alone', async () => {
  world.clock.set('2027-01-11T09:00:00Z');
  expect(await order(null, '2027-01-11')).toBe('1-п');
  expect(await order(null, '2026-12-30')).toBe('12-п');
  expect(await order(null, '2027-01-11')).toBe('2-п');
});
