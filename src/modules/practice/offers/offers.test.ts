import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import {
  addOffer,
  addPlan,
  addStudent,
  DAYS,
  makeScene,
  OFFER,
  type Scene,
} from '../testing/scene.test.kit.ts';

let world: TestWorld;
let scene: Scene;
let offerId: string;
beforeAll(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  scene = await makeScene(world);
  offerId = await addOffer(world, scene);
});

interface Listed {
  rows: { id: string; title: string; km: number | null; taken: number; organisation: string }[];
}
const list = (input: object, as = scene.deputy) => world.call<Listed>('practice.listOffers', input, as);
const mine = async (input: object) => (await list(input)).rows.filter(({ id }) => id === offerId);
const save = (more: object, as = scene.hr) =>
  world.call('practice.saveOffer', { id: offerId, ...OFFER, ...more }, as);
const take = async () => {
  const planId = await addPlan(world, scene);
  const { studentId } = await addStudent(world, scene, 'Один');
  await world.call(
    'practice.placeStudents',
    { planId, offerId, studentIds: [studentId], way: 'named' },
    scene.deputy,
  );
};

describe('an offer', () => {
  test('is found by speciality, period, distance, rural flag and free places', async () => {
    const far = world.newId();
    await sql`insert into registry.municipality (id, code, name, short_name, centre, kind, lat, lon, is_rural, zone_id, source)
      values (${far}, ${far}, 'Дальний район', 'Дальний', 'Дальнее', 'district', 59.6, 49.66, true, ${scene.zone}, 'тест')`.execute(
      world.db,
    );
    const rural = await addOffer(world, scene, {
      title: 'Мехмастерская',
      municipalityId: far,
      capacity: 1,
      programmes: ['15.01.05', '35.01.27'],
    });
    const ids = async (input: object) =>
      (await list(input)).rows
        .map(({ id }) => id)
        .filter((id) => [offerId, rural].includes(id))
        .sort();
    const both = [offerId, rural].sort();
    expect(await ids({})).toEqual(both);
    expect(await ids({ programme: '35.01.27' })).toEqual([rural]);
    expect(await ids({ ...DAYS })).toEqual(both);
    expect(await ids({ from: '2026-11-30' })).toEqual([]);
    expect(await ids({ to: '2027-07-01' })).toEqual([]);
    expect(await ids({ km: 50 })).toEqual([offerId]);
    expect(await ids({ km: 150 })).toEqual(both);
    expect(await ids({ municipalityId: far, km: 1 })).toEqual([rural]);
    expect(await ids({ rural: 'true' })).toEqual([rural]);
    expect((await list({ search: 'Мехмаст' })).rows[0]?.km).toBeCloseTo(111.2, 0);
  });

  test('counts what is taken on the days asked', async () => {
    await take();
    expect((await mine({ ...DAYS }))[0]?.taken).toBe(1);
    expect((await mine({ from: '2027-02-01', to: '2027-03-01' }))[0]?.taken).toBe(0);
    await save({ capacity: 1 });
    expect(await mine({ ...DAYS, free: 'true' })).toEqual([]);
  });

  test('keeps the units of those placed: fewer places or fewer days are refused', async () => {
    await take();
    await expect(save({ from: '2026-12-08' })).rejects.toMatchObject({ key: 'practice:error.daysTaken' });
    await expect(
      world.call('practice.withdrawOffer', { id: offerId, reason: 'ремонт' }, scene.hr),
    ).rejects.toMatchObject({
      key: 'practice:error.offerHasPlacements',
    });
    const { studentId } = await addStudent(world, scene, 'Второй');
    const { rows } = await sql<{
      plan_id: string;
    }>`select plan_id from practice.placement where offer_id = ${offerId}`.execute(world.db);
    await world.call(
      'practice.placeStudents',
      { planId: rows[0]?.plan_id, offerId, studentIds: [studentId], way: 'named' },
      scene.deputy,
    );
    await expect(save({ capacity: 1 })).rejects.toMatchObject({
      key: 'practice:error.capacityBelowTaken',
      params: { taken: 2 },
    });
    await save({ capacity: 2, to: '2027-02-28' });
  });

  test('is not edited while frozen, nor by another plant, nor from a stale page', async () => {
    await expect(save({ rev: 7 })).rejects.toMatchObject({ key: 'use-case:error.stale' });
    const other = world.as('enterprise_hr', {
      organisationId: await scene.organisation('enterprise', 'Иной завод'),
    });
    await expect(save({}, other)).rejects.toMatchObject({ status: 404 });
    await sql`update practice.offer set state = 'frozen' where id = ${offerId}`.execute(world.db);
    await expect(save({ capacity: 9 })).rejects.toMatchObject({
      key: 'practice:error.offerFrozen',
      status: 409,
    });
  });

  test('of last year is offered again in one click, and only once', async () => {
    world.clock.set('2027-05-10T09:00:00Z');
    const renew = () => world.call('practice.renewOffers', { schoolYear: 2027 }, scene.hr);
    expect(await renew()).toEqual({ renewed: 1, skipped: 0 });
    expect(await renew()).toEqual({ renewed: 0, skipped: 1 });
    const { rows } = await sql<{ from: string; days: number }>`select lower(f.period) as "from",
        (select count(*)::int from practice.place_day d where d.offer_id = f.id) as days
      from practice.offer f where f.renewed_from = ${offerId}`.execute(world.db);
    expect(rows).toEqual([{ from: '2027-12-01', days: 213 }]);
  });

  test.each([
    ['no speciality', { programmes: [] }, 'programmes'],
    ['a code that is none', { programmes: ['сварщик'] }, 'programmes.0'],
    ['days the wrong way round', { from: '2027-07-01' }, 'to'],
    ['a group larger than the places', { minGroup: 9 }, 'minGroup'],
  ])('is refused: %s', async (_, more, path) => {
    await expect(addOffer(world, scene, more)).rejects.toMatchObject({
      issues: [
        expect.objectContaining({
          path: path.split('.').map((one) => (/^\d+$/.test(one) ? Number(one) : one)),
        }),
      ],
    });
  });
});
