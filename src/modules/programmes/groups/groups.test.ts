import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { type College, enrolOne, makeCollege } from '../testing/college.ts';

interface GroupCard {
  course: number;
  courseYear: number;
  studying: number;
  onLeave: number;
  graduated: number;
}

let world: TestWorld;
let college: College;
beforeAll(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  college = await makeCollege(world);
});

const card = () => world.call<GroupCard>('programmes.getGroup', { id: college.groupId }, college.deputy);

describe('graduating a group', () => {
  const graduate = (more: object = {}) =>
    world.call<{ graduated: number; stayed: number }>(
      'programmes.graduateGroup',
      { id: college.groupId, on: '2027-06-30', orderNumber: '44-с', ...more },
      college.deputy,
    );
  test('one order graduates who studies, save those named; who is on leave stays; a second order finds nobody', async () => {
    await enrolOne(world, college, 'Выпускников');
    const stays = await enrolOne(world, college, 'Остающийся');
    const away = await enrolOne(world, college, 'Отпускной');
    const leave = {
      event: 'leave',
      expected: 'studying',
      on: '2026-11-01',
      until: '2027-11-01',
      orderNumber: '1',
    };
    await world.call('programmes.moveStudent', { id: away.studentId, ...leave }, college.deputy);
    world.clock.set('2027-06-30T09:00:00Z');
    expect(await graduate({ stay: [stays.studentId] })).toEqual({ graduated: 1, stayed: 2 });
    expect(await card()).toMatchObject({ studying: 1, onLeave: 1, graduated: 1 });
    await expect(graduate({ stay: [stays.studentId] })).rejects.toMatchObject({
      key: 'programmes:error.nobodyGraduates',
    });
  });
  test('when one may not graduate on that day, nobody does', async () => {
    await enrolOne(world, college, 'Первый');
    const late = await enrolOne(world, college, 'Второй');
    world.clock.set('2027-06-30T09:00:00Z');
    const leave = {
      event: 'leave',
      expected: 'studying',
      on: '2027-06-01',
      until: '2027-07-10',
      orderNumber: '1',
    };
    await world.call('programmes.moveStudent', { id: late.studentId, ...leave }, college.deputy);
    const back = { event: 'return', expected: 'leave', on: '2027-07-11', orderNumber: '2' };
    await world.call('programmes.moveStudent', { id: late.studentId, ...back }, college.deputy);
    await expect(graduate()).rejects.toMatchObject({ rule: 'PG-01' });
    expect(await card()).toMatchObject({ studying: 2, graduated: 0 });
  });
  test('not before the year of the group, and not in another college', async () => {
    await enrolOne(world, college, 'Ранний');
    await expect(graduate({ on: '2026-11-20' })).rejects.toMatchObject({ rule: 'PG-03' });
    const other = await makeCollege(world, 'Чужой колледж (демо)');
    await expect(
      world.call(
        'programmes.graduateGroup',
        { id: college.groupId, on: '2027-06-30', orderNumber: '44-с' },
        other.deputy,
      ),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe('moving groups to the next course', () => {
  const group = (code: string, course: number, graduationYear: number) =>
    world
      .call<{ id: string }>(
        'programmes.saveGroup',
        { programmeId: college.programmeId, code, intakeYear: 2026, course, graduationYear },
        college.deputy,
      )
      .then(({ id }) => ({ id, course }));
  const raise = (groups: { id: string; course: number }[], schoolYear = 2027) =>
    world.call<{ raised: number; already: number }>(
      'programmes.raiseGroups',
      { schoolYear, orderNumber: '7-к', groups },
      college.deputy,
    );
  const coursesOf = async () =>
    (
      await world.call<{ rows: { code: string; course: number; courseYear: number }[] }>(
        'programmes.listGroups',
        { programmeId: college.programmeId },
        college.deputy,
      )
    ).rows.map(({ code, course, courseYear }) => [code, course, courseYear]);

  test('a group goes on once a year, whoever asks again', async () => {
    const [first, second] = [await group('СВ-26', 1, 2029), await group('СВ-26-2', 2, 2029)];
    expect(await raise([first, second])).toEqual({ raised: 2, already: 0 });
    expect(await raise([first])).toEqual({ raised: 0, already: 1 });
    expect(await coursesOf()).toEqual([
      ['СВ-26', 2, 2027],
      ['СВ-24', 3, 2026],
      ['СВ-26-2', 3, 2027],
    ]);
  });
  test('one that graduates, one changed since and a far year stop the whole', async () => {
    const young = await group('СВ-26-3', 1, 2029);
    await expect(raise([young, { id: college.groupId, course: 3 }])).rejects.toMatchObject({
      key: 'programmes:error.lastCourse',
    });
    await expect(raise([{ ...young, course: 2 }])).rejects.toMatchObject({ key: 'use-case:error.stale' });
    await expect(raise([young], 2028)).rejects.toMatchObject({ fields: [{ path: 'schoolYear' }] });
    expect((await coursesOf()).find(([code]) => code === 'СВ-26-3')).toEqual(['СВ-26-3', 1, 2026]);
  });
});
