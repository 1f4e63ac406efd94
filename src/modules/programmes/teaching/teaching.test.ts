import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { type College, makeCollege } from '../testing/college.ts';

let world: TestWorld;
let college: College;
let personId: string;

const assign = (academicHours: number, more: object = {}, as = college.deputy) =>
  world.call<{ id: string; load: number }>(
    'programmes.assignTeacher',
    { personId, groupId: college.groupId, moduleCode: 'МДК.01.01', academicHours, schoolYear: 2026, ...more },
    as,
  );
const ties = async () =>
  (
    await sql<{
      from: string;
      to: string;
      cohort: string;
    }>`select lower(valid) as "from", upper(valid) as "to",
      to_cohort_id as cohort from registry.tie_v where person_id = ${personId} and kind = 'teaches' and not isempty(valid)
      order by 1`.execute(world.db)
  ).rows;

beforeAll(async () => {
  world = await freshWorld();
  college = await makeCollege(world);
  const appointed = await world.call<{ personId: string }>(
    'registry.appoint',
    {
      person: { surname: 'Учителев', givenName: 'Лев' },
      role: 'college_teacher',
      organisationId: college.organisationId,
      from: '2020-09-01',
      ground: 'приказ 1',
    },
    college.deputy,
  );
  personId = appointed.personId;
});

describe('teaching load', () => {
  test('a module given to a teacher is a tie to the group for the school year; given again it only changes hours', async () => {
    const { id } = await assign(150);
    expect(await assign(200)).toEqual({ id, load: 200 });
    expect(await ties()).toEqual([{ from: '2026-09-01', to: '2027-09-01', cohort: college.groupId }]);
    const listed = await world.call('programmes.listTeaching', { schoolYear: 2026 }, college.deputy);
    expect(listed).toMatchObject({
      rows: [
        {
          teacher: 'Учителев Лев',
          moduleCode: 'МДК.01.01',
          moduleName: 'Технология сварки',
          academicHours: 200,
        },
      ],
      teachers: [{ academicHours: 200, elsewhere: 0 }],
      limit: 1440,
    });
  });

  test('TE-07: 1,440 hours are allowed, one more is not, and hours in another college count', async () => {
    const other = await makeCollege(world, 'Колледж по соседству (демо)');
    await world.call(
      'registry.appoint',
      {
        person: { id: personId },
        role: 'college_teacher',
        organisationId: other.organisationId,
        from: '2020-09-01',
        ground: 'приказ 2',
      },
      other.deputy,
    );
    const there = (hours: number) => assign(hours, { groupId: other.groupId }, other.deputy);
    await expect(there(1241)).rejects.toMatchObject({ rule: 'TE-07', fields: [{ path: 'academicHours' }] });
    expect(await there(1240)).toMatchObject({ load: 1440 });
    await expect(assign(201)).rejects.toMatchObject({
      key: 'programmes:rule.TE-07.elsewhere',
      fields: [{ params: { total: 1441, limit: 1440, left: 200, elsewhere: 1240 } }],
    });
    expect(await assign(1, { schoolYear: 2025 })).toMatchObject({ load: 1 });
  });

  test('TE-07: 300 hours paid by the hour are no second job, one more is; changing the terms counts anew', async () => {
    const { organisationId, deputy, groupId } = await makeCollege(world, 'Вечерний колледж (демо)');
    const { personId: lecturer } = await world.call<{ personId: string }>(
      'registry.appoint',
      {
        person: { surname: 'Почасов', givenName: 'Марк' },
        role: 'college_teacher',
        organisationId,
        from: '2020-09-01',
        ground: 'договор 3',
      },
      deputy,
    );
    const give = (moduleCode: string, academicHours: number, terms: string) =>
      assign(academicHours, { personId: lecturer, groupId, moduleCode, terms }, deputy);
    await give('МДК.01.01', 200, 'hourly');
    await expect(give('ПП.01', 101, 'hourly')).rejects.toMatchObject({
      key: 'programmes:rule.TE-07.hourly',
      fields: [{ path: 'academicHours', params: { total: 301, limit: 300, left: 100 } }],
    });
    expect(await give('ПП.01', 101, 'staff')).toMatchObject({ load: 301 });
    expect(await give('УП.01', 100, 'hourly')).toMatchObject({ load: 401 });
    await expect(give('ПП.01', 101, 'hourly')).rejects.toMatchObject({ rule: 'TE-07' });
    expect(await world.call('programmes.listTeaching', { schoolYear: 2026 }, deputy)).toMatchObject({
      teachers: [{ academicHours: 401, hourly: 300 }],
      hourlyLimit: 300,
    });
  });

  test('a module of no plan and a person not on the staff are refused at their fields', async () => {
    await expect(assign(10, { moduleCode: 'МДК.09.09' })).rejects.toMatchObject({
      fields: [{ path: 'moduleCode' }],
    });
    const somebody = college.deputy.personId;
    await expect(assign(10, { personId: somebody })).rejects.toMatchObject({
      fields: [{ path: 'personId' }],
    });
  });

  test('taken off, the tie ends that day and the hours are free again; a taught module stays in the plan', async () => {
    const plan = { programmeId: college.programmeId, title: 'План', from: '2024-09-01' };
    const card = await world.call<{ versionId: string }>(
      'programmes.getProgramme',
      { id: college.programmeId },
      college.deputy,
    );
    const without = {
      ...plan,
      id: card.versionId,
      modules: [{ code: 'X', name: 'Y', kind: 'general', academicHours: 1 }],
    };
    await expect(world.call('programmes.saveVersion', without, college.deputy)).rejects.toMatchObject({
      key: 'programmes:error.moduleTaught',
    });
    const { id } = await assign(100);
    await world.call('programmes.endTeaching', { id, on: '2026-11-01' }, college.deputy);
    expect(
      (await ties()).filter(({ cohort, from }) => cohort === college.groupId && from === '2026-09-01'),
    ).toEqual([{ from: '2026-09-01', to: '2026-11-01', cohort: college.groupId }]);
    expect(await assign(200)).toMatchObject({ load: 1440 });
  });

  test('a teacher reads the own load only', async () => {
    const teacher = world.as('college_teacher', { organisationId: college.organisationId, personId });
    const mine = await world.call<{ rows: object[]; teachers: object[] }>(
      'programmes.listTeaching',
      { schoolYear: 2026 },
      teacher,
    );
    expect(mine.rows).toHaveLength(2);
    const stranger = world.as('college_teacher', { organisationId: college.organisationId });
    expect(await world.call('programmes.listTeaching', { schoolYear: 2026 }, stranger)).toMatchObject({
      rows: [],
      teachers: [],
    });
  });
});
