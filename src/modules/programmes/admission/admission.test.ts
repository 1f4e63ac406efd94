import { beforeAll, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { type College, enrolOne, makeCollege } from '../testing/college.ts';

let world: TestWorld;
let college: College;
const list = (year?: number, as = college.deputy) =>
  world.call<{
    year: number;
    years: number[];
    rows: { id: string; seats: number; lastYear: object | null; rev: number }[];
  }>('programmes.listAdmission', year ? { year } : {}, as);

beforeAll(async () => {
  world = await freshWorld();
  college = await makeCollege(world);
});

test('a year stands beside the year before; last year’s seats are repeated once, without admission', async () => {
  const [line] = (await list(2024)).rows;
  await world.call(
    'programmes.saveSeatLine',
    {
      id: line?.id,
      rev: line?.rev,
      programmeId: college.programmeId,
      intakeYear: 2024,
      funding: 'quota',
      seats: 25,
      applied: 40,
      enrolled: 24,
      averageMark: 362,
    },
    college.deputy,
  );
  const copy = () => world.call('programmes.copySeatLines', { to: 2025 }, college.deputy);
  expect(await copy()).toEqual({ copied: 1, skipped: 0 });
  expect(await copy()).toEqual({ copied: 0, skipped: 1 });
  const now = await list();
  expect(now).toMatchObject({
    year: 2025,
    years: [2025, 2024],
    rows: [
      {
        seats: 25,
        applied: null,
        enrolled: null,
        lastYear: { seats: 25, applied: 40, enrolled: 24, averageMark: 362 },
      },
    ],
  });
});

test('a second line of one kind, fewer seats than students, a stale page: each refused at its place', async () => {
  const line = { programmeId: college.programmeId, intakeYear: 2024, funding: 'quota', seats: 10 };
  const save = (more: object) => world.call('programmes.saveSeatLine', { ...line, ...more }, college.deputy);
  await expect(save({})).rejects.toMatchObject({ fields: [{ path: 'funding' }] });
  await enrolOne(world, college, 'Занявший');
  const [row] = (await list(2024)).rows;
  await expect(save({ id: row?.id, rev: row?.rev, seats: 0 })).rejects.toMatchObject({
    fields: [{ path: 'seats', params: { count: 1 } }],
  });
  await save({ id: row?.id, rev: row?.rev });
  await expect(save({ id: row?.id, rev: row?.rev })).rejects.toMatchObject({ key: 'use-case:error.stale' });
});

test('the admission office writes seats of its own college, the ministry of all, another college sees none', async () => {
  const officer = world.as('college_admission', { organisationId: college.organisationId });
  expect((await list(2024, officer)).rows).toHaveLength(1);
  expect((await list(2024, world.as('min_edu_specialist'))).rows).toHaveLength(1);
  const other = await makeCollege(world, 'Другой колледж (демо)');
  await world.call(
    'programmes.saveSeatLine',
    { programmeId: college.programmeId, intakeYear: 2024, funding: 'paid', seats: 5 },
    officer,
  );
  await expect(
    world.call(
      'programmes.saveSeatLine',
      { programmeId: college.programmeId, intakeYear: 2024, funding: 'target', seats: 5 },
      other.deputy,
    ),
  ).rejects.toMatchObject({ status: 404 });
});
