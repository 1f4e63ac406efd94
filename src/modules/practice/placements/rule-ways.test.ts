import { beforeAll, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import {
  addAgreement,
  addMentor,
  addOffer,
  addPlan,
  addStudent,
  makeScene,
  type Scene,
} from '../testing/scene.test.kit.ts';

let world: TestWorld;
let scene: Scene;
beforeAll(async () => {
  world = await freshWorld();
  scene = await makeScene(world);
  await addAgreement(world, scene);
});

const place = (planId: string, offerId: string, studentIds: string[], more: object = {}) =>
  world.call<{ placed: string[] }>(
    'practice.placeStudents',
    { planId, offerId, studentIds, way: 'named', ...more },
    scene.deputy,
  );

test('PP-03: one module goes in two pieces, each with its own days; together they are judged against the curriculum', async () => {
  const first = await addPlan(world, scene, { from: '2026-12-07', to: '2026-12-18', academicHours: 72 });
  const second = await addPlan(world, scene, { from: '2027-02-01', to: '2027-02-12', academicHours: 72 });
  const offerId = await addOffer(world, scene);
  const { studentId } = await addStudent(world, scene, 'Чередов');
  for (const [planId, days] of [
    [first, { from: '2026-12-07', to: '2026-12-18' }],
    [second, { from: '2027-02-01', to: '2027-02-12' }],
  ] as const)
    expect((await place(planId, offerId, [studentId], days)).placed).toHaveLength(1);
  // the days between belong to neither piece
  await expect(
    place(first, offerId, [(await addStudent(world, scene, 'Между')).studentId], {
      from: '2026-12-07',
      to: '2027-01-15',
    }),
  ).rejects.toMatchObject({ key: 'practice:rule.PL-01' });
});

test('PP-08: a certificate that runs out on the way stops clearing and start', async () => {
  const days = { from: '2027-03-01', to: '2027-03-26' };
  const planId = await addPlan(world, scene, { ...days, moduleCode: 'ПП.02', academicHours: 108 });
  const offerId = await addOffer(world, scene, { needsMedical: true });
  const { studentId } = await addStudent(world, scene, 'Справкин');
  const [id = ''] = (await place(planId, offerId, [studentId], days)).placed;
  await world.call('practice.orderSending', { id: planId, number: '7-у', on: '2026-11-23' }, scene.deputy);
  const { appointmentId } = await addMentor(world, scene);
  await world.call('practice.nameMentor', { ids: [id], appointmentId }, scene.hr);
  const certificate = (until: string) =>
    world.call('practice.notePaper', { id, medical: { number: '12', until } }, scene.deputy);
  const move = (event: string, expected: string) =>
    world.call('practice.movePlacement', { id, event, expected }, scene.deputy);
  await certificate('2027-03-15');
  await expect(move('clear', 'contract_ok')).rejects.toMatchObject({
    key: 'practice:rule.PP-08.ends',
    params: { until: '2027-03-15', to: days.to },
  });
  await certificate('2027-03-26');
  await move('clear', 'contract_ok');
  // replaced after clearing by one that does not last: the start judges again
  await certificate('2027-03-25');
  world.clock.set('2027-03-01T06:00:00Z');
  await world.call('practice.noteBriefing', { ids: [id], on: '2027-03-01' }, scene.hr);
  await expect(move('start', 'cleared')).rejects.toMatchObject({ key: 'practice:rule.PP-08.ends' });
  await certificate('2027-04-30');
  expect(await move('start', 'cleared')).toMatchObject({ state: 'started' });
  world.clock.set('2026-11-23T09:00:00Z');
});

test('AG-09: a refusal for age names the day from which it no longer holds', async () => {
  const days = { from: '2027-04-05', to: '2027-04-30' };
  const planId = await addPlan(world, scene, { ...days, moduleCode: 'ПП.03', academicHours: 108 });
  const offerId = await addOffer(world, scene, { hazards: ['dangerous'] });
  const { studentId } = await addStudent(world, scene, 'Младший', '2009-04-12');
  await expect(place(planId, offerId, [studentId], days)).rejects.toMatchObject({
    rule: 'AG-03',
    params: { adultOn: '2027-04-12' },
  });
  expect((await place(planId, offerId, [studentId], { ...days, from: '2027-04-12' })).placed).toHaveLength(1);
});
