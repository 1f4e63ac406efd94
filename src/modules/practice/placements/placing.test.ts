import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import {
  addAgreement,
  addOffer,
  addPlan,
  addStudent,
  DAYS,
  makeScene,
  type Scene,
} from '../testing/scene.test.kit.ts';

let world: TestWorld;
let scene: Scene;
let planId: string;
let offerId: string;

beforeAll(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  scene = await makeScene(world);
  planId = await addPlan(world, scene);
  offerId = await addOffer(world, scene);
});

const place = (studentIds: string[], more: object = {}) =>
  world.call<{ placed: string[] }>(
    'practice.placeStudents',
    { planId, offerId, studentIds, way: 'group', ...more },
    scene.deputy,
  );
const taken = async (day = DAYS.from) =>
  (
    await sql<{
      taken: number;
    }>`select taken from practice.place_day where offer_id = ${offerId} and day = ${day}`.execute(world.db)
  ).rows[0]?.taken;
const stateOf = async (id: string) =>
  (await sql<{ state: string }>`select state from practice.placement where id = ${id}`.execute(world.db))
    .rows[0]?.state;

describe('placing', () => {
  test('a group under an agreement in force: places are taken on every day, the agreement is noted', async () => {
    await addAgreement(world, scene);
    const students = [await addStudent(world, scene, 'Первый'), await addStudent(world, scene, 'Второй')];
    const { placed } = await place(students.map(({ studentId }) => studentId));
    expect(await taken()).toBe(2);
    expect(await taken('2026-12-06')).toBe(0);
    expect(await stateOf(placed[0] ?? '')).toBe('contract_ok');
    const { rows } =
      await sql`select 1 from agreements.activity where source_kind = 'practice.plan' and source_id = ${planId}`.execute(
        world.db,
      );
    expect(rows).toHaveLength(1);
    const tasks = await sql<{
      role: string;
    }>`select role from platform.task where kind = 'practice.trainees' and organisation_id = ${scene.host}`.execute(
      world.db,
    );
    expect(tasks.rows).toEqual([{ role: 'enterprise_hr' }]);
  });

  test('without an agreement the place is kept and nobody is cleared; the agreement lets them on', async () => {
    const { studentId } = await addStudent(world, scene, 'Ждущий');
    const { placed } = await place([studentId]);
    const id = placed[0] ?? '';
    expect(await stateOf(id)).toBe('slot_reserved');
    const agree = (expected = 'slot_reserved') =>
      world.call('practice.movePlacement', { id, event: 'agree', expected }, scene.deputy);
    await expect(agree()).rejects.toMatchObject({ rule: 'PP-02' });
    await addAgreement(world, scene, { to: '2027-01-28' });
    await expect(agree()).rejects.toMatchObject({ key: 'practice:rule.PP-02.ends' });
    await addAgreement(world, scene);
    await agree();
    expect(await stateOf(id)).toBe('contract_ok');
    await expect(agree()).rejects.toMatchObject({ key: 'use-case:error.stale' });
  });

  test('five places, six requests: five go, the sixth is refused and leaves nothing behind', async () => {
    const students = [];
    for (const name of ['А', 'Б', 'В', 'Г', 'Д', 'Е']) students.push(await addStudent(world, scene, name));
    const asked = await Promise.allSettled(students.map(({ studentId }) => place([studentId])));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const refused = asked.filter((one) => one.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { key: 'practice:error.noPlaces', status: 409 } }]);
    expect(await taken()).toBe(5);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from practice.placement where offer_id = ${offerId}`.execute(world.db);
    expect(rows).toEqual([{ n: 5 }]);
  });

  test('more than is free are refused together', async () => {
    const students = [];
    for (const name of ['А', 'Б', 'В', 'Г', 'Д', 'Е']) students.push(await addStudent(world, scene, name));
    await expect(place(students.map(({ studentId }) => studentId))).rejects.toMatchObject({
      key: 'practice:error.fewPlaces',
      params: { free: 5, asked: 6 },
    });
    expect(await taken()).toBe(0);
  });

  test.each([
    ['an unapproved practice', { plan: {}, approve: false }, 'PL-01.draft'],
    ['days outside the practice', { place: { to: '2027-02-05' } }, 'PL-01'],
    ['another speciality', { offer: { programmes: ['15.01.35'] } }, 'PL-03'],
    ['another kind', { offer: { kinds: ['PDP'] } }, 'PL-03.kind'],
    ['an offer that ends before', { offer: { to: '2027-01-15' } }, 'PL-04'],
    ['a group too small', { offer: { minGroup: 2 } }, 'PL-07'],
    ['hours too few for the plan', { place: { minutesADay: 120 } }, 'AG-00'],
  ] as [
    string,
    { plan?: object; approve?: boolean; offer?: object; place?: object },
    string,
  ][])('is refused: %s', async (_, what, key) => {
    const { studentId } = await addStudent(world, scene, 'Один');
    if (what.plan)
      planId = await addPlan(
        world,
        scene,
        { moduleCode: 'ПП.02', from: '2027-03-01', to: '2027-03-26', academicHours: 100 },
        what.approve,
      );
    if (what.offer) offerId = await addOffer(world, scene, what.offer);
    await expect(place([studentId], what.place)).rejects.toMatchObject({
      key: `practice:rule.${key}`,
      rule: key.split('.')[0],
    });
  });

  test('of a group each one’s reason is said, at their own line', async () => {
    offerId = await addOffer(world, scene, { takesMinors: false, night: true });
    const adult = await addStudent(world, scene, 'Взрослый');
    const minor = await addStudent(world, scene, 'Юный', '2009-06-01');
    const refusal = await place([adult.studentId, minor.studentId]).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      rule: 'PL-06',
      fields: [
        {
          path: 'studentIds.1',
          key: 'practice:rule.PL-06',
          params: { adultOn: '2027-06-01', name: 'Юный Пётр Ильич' },
        },
        { path: 'studentIds.1', key: 'practice:rule.AG-06' },
      ],
    });
    const preview = await world.call<{
      students: { name: string; refusals: { rule: string }[] }[];
      free: number;
    }>('practice.previewPlacing', { planId, offerId }, scene.deputy);
    expect(preview.free).toBe(5);
    expect(preview.students.map(({ refusals }) => refusals.map(({ rule }) => rule))).toEqual([
      [],
      ['PL-06', 'AG-06'],
    ]);
  });

  test('hours follow the age by themselves; asked for outright they are judged', async () => {
    const minor = await addStudent(world, scene, 'Семнадцать', '2009-01-11');
    await expect(place([minor.studentId], { minutesADay: 432 })).rejects.toMatchObject({ rule: 'AG-01' });
    const { placed } = await place([minor.studentId]);
    const { rows } = await sql<{
      timetable: unknown;
    }>`select timetable from practice.placement where id = ${placed[0]}`.execute(world.db);
    expect(rows[0]?.timetable).toEqual([
      { from: '2026-12-07', minutes: 420, days: 5 },
      { from: '2027-01-11', minutes: 480, days: 5 },
    ]);
  });

  test('one student is not in two places on one day, whichever practice asks', async () => {
    const { studentId } = await addStudent(world, scene, 'Раздвоенный');
    await place([studentId]);
    await expect(place([studentId])).rejects.toMatchObject({ rule: 'PL-05' });
    const second = await addPlan(world, scene, {
      kind: 'ST',
      moduleCode: 'СТ.01',
      from: '2027-02-01',
      to: '2027-02-26',
      academicHours: 100,
    });
    const other = await addOffer(world, scene, { kinds: ['ST'] });
    await world.call(
      'practice.placeStudents',
      { planId: second, offerId: other, studentIds: [studentId], way: 'named' },
      scene.deputy,
    );
  });

  test('who has left or is on leave is not placed; a student of another group is not found', async () => {
    const { studentId } = await addStudent(world, scene, 'Ушедший');
    await world.call(
      'programmes.moveStudent',
      {
        id: studentId,
        event: 'expulsion',
        expected: 'studying',
        on: '2026-11-01',
        orderNumber: '7-с',
        ground: 'сам',
      },
      scene.deputy,
    );
    await expect(place([studentId])).rejects.toMatchObject({ key: 'practice:rule.PL-02.notStudying' });
    const other = await scene.group('СВ-24-2');
    const { studentId: strange } = await addStudent(world, scene, 'Чужой', '2008-03-05', other);
    await expect(place([strange])).rejects.toMatchObject({ status: 404 });
  });

  test('a labour contract needs its number and brings its own hours', async () => {
    const minor = await addStudent(world, scene, 'Работник', '2009-06-01');
    const { placed } = await place([minor.studentId], { contractNumber: '5-т' });
    const { rows } = await sql<{
      timetable: { minutes: number }[];
    }>`select timetable from practice.placement where id = ${placed[0]}`.execute(world.db);
    expect(rows[0]?.timetable.map(({ minutes }) => minutes)).toEqual([240]);
  });

  test('a restricted plant is not there for a college without an agreement', async () => {
    await sql`update registry.organisation set access_class = 'restricted' where id = ${scene.host}`.execute(
      world.db,
    );
    offerId = await addOffer(world, scene, { title: 'Закрытый цех' });
    const { studentId } = await addStudent(world, scene, 'Любопытный');
    const titles = async (as = scene.deputy) =>
      (
        await world.call<{ rows: { title: string; address: string | null }[] }>(
          'practice.listOffers',
          { search: 'Закрытый' },
          as,
        )
      ).rows;
    expect(await titles()).toEqual([]);
    expect(await titles(world.as('placement_centre_coordinator'))).toMatchObject([
      { title: 'Закрытый цех', address: null },
    ]);
    await expect(place([studentId])).rejects.toMatchObject({ status: 404 });
    await addAgreement(world, scene);
    expect(await titles()).toMatchObject([{ address: 'ул. Заводская, 1, проходная 2' }]);
    await place([studentId]);
  });
});
