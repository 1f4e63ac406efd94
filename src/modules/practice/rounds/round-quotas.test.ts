import { beforeEach, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { addPlan, addStudent, type Scene } from '../testing/scene.test.kit.ts';
import {
  draw,
  makeRoundScene,
  openRanking,
  publish,
  type RoundScene,
  rank,
  standing,
} from './testing/rounds.test.kit.ts';

let world: TestWorld;
let r: RoundScene;
beforeEach(async () => {
  world = await freshWorld();
  r = await makeRoundScene(world);
});

/** Another college that teaches the same speciality, with one group of its own. */
async function neighbour() {
  const college = await r.scene.organisation('college', 'Слободской колледж (демо)');
  const deputy = world.as('college_deputy', { organisationId: college });
  const save = (what: string, input: object) =>
    world.call<{ id: string }>(`programmes.${what}`, input, deputy);
  const { id: programmeId } = await save('saveProgramme', {
    code: '15.01.05',
    name: 'Сварщик (демо)',
    base: 9,
    form: 'full-time',
    months: 34,
    capacity: 50,
  });
  await save('saveVersion', {
    programmeId,
    title: 'План 2024',
    from: '2024-09-01',
    modules: [
      { code: 'ПП.01', name: 'Производственная практика', kind: 'work-practice', academicHours: 288 },
    ],
  });
  const { id: groupId } = await save('saveGroup', {
    programmeId,
    code: 'СЛ-24',
    intakeYear: 2024,
    course: 3,
    graduationYear: 2027,
  });
  const scene: Scene = { ...r.scene, college, deputy, programmeId, groupId };
  return { scene, student: await addStudent(world, scene, 'Яшин'), planId: await addPlan(world, scene) };
}

test('a college’s ceiling at a place holds, and others may have what it leaves', async () => {
  const { student, planId } = await neighbour();
  const place = r.offers[2] ?? '';
  const id = await openRanking(world, r, {
    planIds: [r.planId, planId],
    quotas: [{ kind: 'ceiling', seats: 2, offerId: place, organisationId: r.scene.college }],
  });
  for (const one of r.students) await rank(world, id, one, [place]);
  await rank(world, id, student, [place]);
  await draw(world, id, r);
  await publish(world, id, r);
  const there = await standing(world);
  expect(Object.keys(there)).toHaveLength(3);
  expect(there.Яшин).toBe('Цех 5');
});

test('seats kept for a college go to it first, whatever the lot', async () => {
  const { student, planId, scene } = await neighbour();
  const place = r.offers[0] ?? '';
  const id = await openRanking(world, r, {
    planIds: [r.planId, planId],
    quotas: [{ kind: 'reserve', seats: 1, offerId: place, organisationId: scene.college }],
  });
  for (const one of r.students) await rank(world, id, one, [place]);
  await rank(world, id, student, [place]);
  await draw(world, id, r);
  await publish(world, id, r);
  expect(await standing(world)).toEqual({ Яшин: 'Цех 1' });
});

test('shares that cross are refused at the opening, and a college whose coming would cross them', async () => {
  const { planId, scene } = await neighbour();
  // all places of the enterprise take both colleges: a share over all of them lies neither inside one nor around it
  const quotas = [{ kind: 'ceiling', seats: 2, hostId: r.scene.host, organisationId: r.scene.college }];
  await expect(openRanking(world, r, { planIds: [r.planId, planId], quotas })).rejects.toMatchObject({
    key: 'practice:round.error.quotasCross',
    fields: [{ path: 'quotas.0' }],
  });
  const id = await openRanking(world, r, { quotas });
  await expect(
    world.call('practice.joinRound', { id, planIds: [planId] }, scene.deputy),
  ).rejects.toMatchObject({ key: 'practice:round.error.quotasCrossJoin', fields: [{ path: 'planIds.0' }] });
});
