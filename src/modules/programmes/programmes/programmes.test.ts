import { beforeAll, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { type College, makeCollege, PLAN } from '../testing/college.ts';

interface Row {
  id: string;
  code: string;
  known: boolean;
  versionId: string;
  academicHours: number;
  practiceHours: number;
  professionalHours: number;
  rev: number;
}
interface Card extends Row {
  versions: { title: string; from: string; to: string | null }[];
  modules: { code: string }[];
  shownVersionId: string;
}

let world: TestWorld;
let college: College;
const card = (id: string, as = college.deputy) => world.call<Card>('programmes.getProgramme', { id }, as);

beforeAll(async () => {
  world = await freshWorld();
  college = await makeCollege(world);
});

describe('programmes', () => {
  test('the share of practice is counted from the plan in force: practices whole, and practice inside modules', async () => {
    const { rows } = await world.call<{ rows: Row[] }>('programmes.listProgrammes', {}, college.deputy);
    expect(rows).toMatchObject([
      { academicHours: 600, practiceHours: 40 + 108 + 148, professionalHours: 200 + 108 + 148 },
    ]);
  });

  test('a code of no list is kept and shown as unknown', async () => {
    const { rows } = await world.call<{ rows: Row[] }>('programmes.listProgrammes', {}, college.deputy);
    expect(rows).toMatchObject([{ code: '15.01.05', known: false }]);
  });

  test('adapted and flexible are two attributes: an adapted twin stands beside, an equal one is refused at its field', async () => {
    const twin = { code: '15.01.05', name: 'Сварщик', base: 9, form: 'full-time', months: 34, capacity: 10 };
    await expect(world.call('programmes.saveProgramme', twin, college.deputy)).rejects.toMatchObject({
      key: 'programmes:error.programmeTwice',
      fields: [{ path: 'code' }],
    });
    await world.call('programmes.saveProgramme', { ...twin, isAdapted: true }, college.deputy);
    const { rows } = await world.call<{ rows: object[] }>('programmes.listProgrammes', {}, college.deputy);
    expect(rows).toMatchObject([
      { isAdapted: false, isFlexible: false },
      { isAdapted: true, isFlexible: false },
    ]);
  });

  test('a new version ends the one before on the day before; days do not go backwards', async () => {
    await world.call(
      'programmes.copyVersion',
      { programmeId: college.programmeId, title: 'План 2027', from: '2027-09-01' },
      college.deputy,
    );
    const now = await card(college.programmeId);
    expect(now.versions).toMatchObject([
      { title: 'План 2027', from: '2027-09-01', to: null },
      { title: 'План 2024', from: '2024-09-01', to: '2027-08-31' },
    ]);
    expect(now.shownVersionId).toBe(now.versionId);
    expect(now.modules.map(({ code }) => code)).toEqual(PLAN.map(({ code }) => code));
    await expect(
      world.call(
        'programmes.copyVersion',
        { programmeId: college.programmeId, title: 'Раньше', from: '2025-09-01' },
        college.deputy,
      ),
    ).rejects.toMatchObject({ key: 'programmes:error.versionBackwards', fields: [{ path: 'from' }] });
  });

  test('one code twice in a plan is refused at its row; practice above hours by the schema of the form', async () => {
    const save = (modules: object[]) =>
      world.call(
        'programmes.saveVersion',
        { programmeId: college.programmeId, title: 'x', from: '2030-09-01', modules },
        college.deputy,
      );
    await expect(save([PLAN[0] ?? {}, PLAN[0] ?? {}])).rejects.toMatchObject({
      fields: [{ path: 'modules.1.code' }],
    });
    await expect(save([{ ...PLAN[0], practiceHours: 79 }])).rejects.toThrow(/practiceOverHours/);
  });

  test('a stale page and another college are refused', async () => {
    const { rev } = await card(college.programmeId);
    const fields = {
      code: '15.01.05',
      name: 'Сварщик',
      base: 9,
      form: 'full-time',
      months: 34,
      capacity: 60,
    };
    const save = (more: object, as = college.deputy) =>
      world.call('programmes.saveProgramme', { ...fields, id: college.programmeId, ...more }, as);
    await save({ rev });
    await expect(save({ rev })).rejects.toMatchObject({ key: 'use-case:error.stale' });
    const other = await makeCollege(world, 'Другой колледж (демо)');
    await expect(save({}, other.deputy)).rejects.toMatchObject({ status: 404 });
    await expect(card(college.programmeId, other.deputy)).rejects.toMatchObject({ status: 404 });
  });

  test('a programme with seats of a later year is not closed; with none it is, and takes no new seats', async () => {
    const { rev } = await card(college.programmeId);
    const close = (on: string) =>
      world.call('programmes.closeProgramme', { id: college.programmeId, on, rev }, college.deputy);
    await expect(close('2024-06-01')).rejects.toMatchObject({ key: 'programmes:error.seatsAfterClosing' });
    await close('2027-01-01');
    await expect(
      world.call(
        'programmes.saveSeatLine',
        { programmeId: college.programmeId, intakeYear: 2027, funding: 'quota', seats: 25 },
        college.deputy,
      ),
    ).rejects.toMatchObject({ key: 'programmes:error.programmeClosed', fields: [{ path: 'intakeYear' }] });
  });
});
