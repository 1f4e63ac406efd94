import { sql } from 'kysely';
import type { TestWorld } from '../../../testing/world.ts';

interface Id {
  id: string;
}
type Actor = ReturnType<TestWorld['as']>;

export const DAYS = { from: '2026-12-07', to: '2027-01-29' };

export const PLAN = {
  kind: 'PP',
  moduleCode: 'ПП.01',
  title: 'Сварка деталей из сталей',
  ...DAYS,
  academicHours: 216,
  competences: ['ПК 1.1'],
  heldAt: 'enterprise',
};

export const OFFER = {
  title: 'Сварщик, цех № 2',
  programmes: ['15.01.05'],
  from: '2026-12-01',
  to: '2027-06-30',
  capacity: 5,
  address: 'ул. Заводская, 1, проходная 2',
  minutesADay: 480,
  daysAWeek: 5,
  works: 'Сварка рам',
};

/** A college with a group on its way to an enterprise with places, both made through the use cases people use. */
export async function makeScene(world: TestWorld) {
  const admin = world.as('admin');
  const organisation = async (kind: string, shortName: string, more: object = {}) =>
    (
      await world.call<Id>(
        'registry.saveOrganisation',
        { kind, fullName: shortName, shortName, ...more },
        admin,
      )
    ).id;
  const college = await organisation('college', 'Заречный колледж (демо)');
  const host = await organisation('enterprise', '«Литейный двор» (демо)');
  const deputy = world.as('college_deputy', { organisationId: college });
  const hr = world.as('enterprise_hr', { organisationId: host });
  const { id: programmeId } = await world.call<Id>(
    'programmes.saveProgramme',
    { code: '15.01.05', name: 'Сварщик (демо)', base: 9, form: 'full-time', months: 34, capacity: 50 },
    deputy,
  );
  await world.call(
    'programmes.saveVersion',
    {
      programmeId,
      title: 'План 2024',
      from: '2024-09-01',
      modules: [
        { code: 'УП.01', name: 'Учебная практика', kind: 'training-practice', academicHours: 108 },
        { code: 'ПП.01', name: 'Производственная практика', kind: 'work-practice', academicHours: 288 },
      ],
    },
    deputy,
  );
  const group = async (code: string, intakeYear = 2024, graduationYear = 2027) =>
    (
      await world.call<Id>(
        'programmes.saveGroup',
        { programmeId, code, intakeYear, course: 3, graduationYear },
        deputy,
      )
    ).id;
  const groupId = await group('СВ-24');
  const place = world.newId();
  const zone = world.newId();
  await sql`insert into registry.zone (id, code, name) values (${zone}, ${zone}, 'Зона')`.execute(world.db);
  await sql`insert into registry.municipality (id, code, name, short_name, centre, kind, lat, lon, is_rural, zone_id, source)
    values (${place}, ${place}, 'Киров', 'Киров', 'Киров', 'city', 58.6, 49.66, false, ${zone}, 'тест')`.execute(
    world.db,
  );
  await sql`update registry.organisation set municipality_id = ${place} where id in (${college}, ${host})`.execute(
    world.db,
  );
  return { college, host, deputy, hr, programmeId, groupId, group, place, zone, organisation };
}
export type Scene = Awaited<ReturnType<typeof makeScene>>;

/** A student who lives where the college and the plant are; adult on the first day unless born later. */
export async function addStudent(
  world: TestWorld,
  scene: Scene,
  surname: string,
  birthDate = '2008-03-05',
  groupId = scene.groupId,
) {
  const { studentId, personId } = await world.call<{ studentId: string; personId: string }>(
    'programmes.enrolStudent',
    {
      groupId,
      funding: 'paid',
      seatLineId: await lineOf(world, scene),
      person: { surname, givenName: 'Пётр', patronymic: 'Ильич', birthDate, sex: 'm' },
      on: '2024-09-01',
      orderNumber: '112-с',
    },
    scene.deputy,
  );
  await world.call('practice.saveTrainee', { personId, homeId: scene.place }, scene.deputy);
  return { studentId, personId, student: world.as('student', { organisationId: scene.college, personId }) };
}

const lines = new WeakMap<Scene, string>();
async function lineOf(world: TestWorld, scene: Scene): Promise<string> {
  const known = lines.get(scene);
  if (known) return known;
  const { id } = await world.call<Id>(
    'programmes.saveSeatLine',
    { programmeId: scene.programmeId, intakeYear: 2024, funding: 'paid', seats: 200 },
    scene.deputy,
  );
  lines.set(scene, id);
  return id;
}

export const addPlan = async (world: TestWorld, scene: Scene, more: object = {}, approve = true) => {
  const { id } = await world.call<Id>(
    'practice.savePlan',
    { groupId: scene.groupId, ...PLAN, ...more },
    scene.deputy,
  );
  if (approve) await world.call('practice.approvePlans', { ids: [id] }, scene.deputy);
  return id;
};

export const addOffer = async (world: TestWorld, scene: Scene, more: object = {}, as: Actor = scene.hr) =>
  (await world.call<Id>('practice.saveOffer', { ...OFFER, ...more }, as)).id;

/** A practice agreement of the two, in force over these days. */
export async function addAgreement(
  world: TestWorld,
  scene: Scene,
  { from = '2026-09-01', to = '2031-08-31', state = 'in_force', host = scene.host } = {},
) {
  const id = world.newId();
  await sql`insert into agreements.agreement (id, kind, number, subject, state, concluded_on, valid, hash)
    values (${id}, 'practice', ${`Д-${id.slice(-4)}`}, 'Практика', ${state}, ${from}, daterange(${from}::date, ${to}::date, '[]'), 'x')`.execute(
    world.db,
  );
  for (const [place, organisation] of [scene.college, host].entries())
    await sql`insert into agreements.party (agreement_id, organisation_id, place) values (${id}, ${organisation}, ${place})`.execute(
      world.db,
    );
  return id;
}

/** A mentor of the plant with room for three, all papers in order. */
export async function addMentor(world: TestWorld, scene: Scene, surname = 'Ожегов') {
  const { id: mentorId } = await world.call<Id>(
    'specialists.saveMentor',
    { person: { surname, givenName: 'Пётр' }, post: 'Сварщик 6 разряда', programmes: ['15.01.05'] },
    scene.hr,
  );
  await world.call('specialists.noteClearance', { id: mentorId, number: '77-А', on: '2026-08-20' }, scene.hr);
  const { id: appointmentId } = await world.call<Id>(
    'specialists.appointMentor',
    {
      mentorId,
      orderNumber: '14-н',
      orderOn: '2026-09-01',
      legalBasis: 'practice',
      consentOn: '2026-08-28',
      content: 'Сварка',
      payForm: 'none',
      capacity: 3,
      from: '2026-09-01',
      to: '2027-08-31',
    },
    scene.hr,
  );
  const { rows } = await sql<{
    person_id: string;
  }>`select person_id from specialists.mentor where id = ${mentorId}`.execute(world.db);
  return {
    mentorId,
    appointmentId,
    mentor: world.as('mentor', { organisationId: scene.host, personId: rows[0]?.person_id ?? '' }),
  };
}
