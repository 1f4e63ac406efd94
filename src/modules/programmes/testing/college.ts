import type { TestWorld } from '../../../testing/world.ts';

interface Id {
  id: string;
}

/** A college with a programme, its plan, a seat line and a group, made through the same use cases people use. */
export async function makeCollege(world: TestWorld, name = 'Заречный колледж (демо)') {
  const admin = world.as('admin');
  const { id: organisationId } = await world.call<Id>(
    'registry.saveOrganisation',
    { kind: 'college', fullName: name, shortName: name },
    admin,
  );
  const deputy = world.as('college_deputy', { organisationId });
  const { id: programmeId } = await world.call<Id>(
    'programmes.saveProgramme',
    {
      code: '15.01.05',
      name: 'Сварщик (демо)',
      base: 9,
      form: 'full-time',
      months: 34,
      capacity: 50,
    },
    deputy,
  );
  await world.call(
    'programmes.saveVersion',
    { programmeId, title: 'План 2024', from: '2024-09-01', modules: PLAN },
    deputy,
  );
  const { id: seatLineId } = await world.call<Id>(
    'programmes.saveSeatLine',
    { programmeId, intakeYear: 2024, funding: 'quota', seats: 3 },
    deputy,
  );
  const { id: groupId } = await world.call<Id>(
    'programmes.saveGroup',
    { programmeId, code: 'СВ-24', intakeYear: 2024, course: 3, graduationYear: 2027 },
    deputy,
  );
  return { organisationId, deputy, programmeId, seatLineId, groupId };
}

export const PLAN = [
  { code: 'ОУД.01', name: 'Русский язык', kind: 'general', academicHours: 78 },
  { code: 'ОП.01', name: 'Инженерная графика', kind: 'vocational', academicHours: 66 },
  {
    code: 'МДК.01.01',
    name: 'Технология сварки',
    kind: 'professional',
    academicHours: 200,
    practiceHours: 40,
  },
  { code: 'УП.01', name: 'Учебная практика', kind: 'training-practice', academicHours: 108 },
  { code: 'ПП.01', name: 'Производственная практика', kind: 'work-practice', academicHours: 148 },
];

export type College = Awaited<ReturnType<typeof makeCollege>>;

/** Enrols somebody by an order of 1 September of the group's intake. */
export const enrolOne = (world: TestWorld, college: College, surname: string, more: object = {}) =>
  world.call<{ studentId: string; personId: string }>(
    'programmes.enrolStudent',
    {
      groupId: college.groupId,
      seatLineId: college.seatLineId,
      funding: 'quota',
      person: { surname, givenName: 'Пётр', patronymic: 'Ильич', birthDate: '2008-03-05', sex: 'm' },
      on: '2024-09-01',
      orderNumber: '112-с',
      ...more,
    },
    college.deputy,
  );
