import { sql } from 'kysely';
import { inTransaction } from '../../../platform/database/index.ts';
import type { TestWorld } from '../../../testing/world.ts';
import { insertAssignment } from '../../registry/index.ts';
import { smallKit } from './kits.test.kit.ts';

interface Id {
  id: string;
}

/** The exam's day in tests, and the moments of its course (Europe/Moscow is three hours ahead). */
export const DAY = '2027-06-16';
export const AT = {
  planned: '2027-04-01T09:00:00Z',
  announced: '2027-06-01T09:00:00Z',
  before: '2027-06-15T09:00:00Z',
  day: `${DAY}T06:00:00Z`,
  end: `${DAY}T12:00:00Z`,
  next: '2027-06-17T06:00:00Z',
};

/** Two colleges, a centre with its papers, a kit in force, students, experts with rights, a board and a commission. */
export async function examWorld(world: TestWorld) {
  const { newId } = world;
  const admin = world.as('admin');
  const operator = world.as('exam_operator_coordinator');
  const organisation = async (kind: string, name: string) =>
    (await world.call<Id>('registry.saveOrganisation', { kind, fullName: name, shortName: name }, admin)).id;
  const tag = newId().slice(-6);
  const college = await organisation('college', `Заречный колледж ${tag} (демо)`);
  const host = await organisation('enterprise', `Литейный двор ${tag} (демо)`);
  const deputy = world.as('college_deputy', { organisationId: college });
  const person = async (surname: string) => {
    const id = newId();
    await sql`insert into registry.person (id, surname, given_name, patronymic, sort_key)
      values (${id}, ${surname}, 'Пётр', 'Ильич', ${surname.toLowerCase()})`.execute(world.db);
    return id;
  };
  const kitCode = `КОД 15.01.05-${tag}-2027`;
  const { id: kitId } = await world.call<Id>('exams.saveKit', { body: smallKit(kitCode) }, operator);
  await world.call('exams.approveKit', { id: kitId }, operator);
  const { id: centreId } = await world.call<Id>(
    'exams.saveCentre',
    { organisationId: college, name: `Центр ${tag}`, address: 'Киров, ул. Заречная, 3', workplaces: 6 },
    operator,
  );
  await world.call(
    'exams.noteCentreCheck',
    {
      id: centreId,
      kitCode,
      kind: 'equipment',
      number: 'ПО-7',
      workplaces: 6,
      from: '2027-01-01',
      to: '2027-12-31',
    },
    operator,
  );
  await world.call(
    'exams.saveAttestation',
    {
      ...{
        programmeCode: '15.01.05',
        graduationYear: 2027,
        kitCodes: [kitCode],
        scheme: 'R42',
        bounds: [2000, 4000, 7000],
      },
      ...{ councilOn: '2026-09-20', approvedOn: '2026-10-01', shownOn: '2026-11-01' },
    },
    deputy,
  );
  const board = { chair: await person('Председателева'), witness: await person('Свидетелев') };
  await world.call(
    'exams.saveBoard',
    {
      ...{ kind: 'board', year: 2027, number: '12', approvedOn: '2026-12-15' },
      members: [
        { personId: board.chair, post: 'chair' },
        { personId: board.witness, post: 'member' },
      ],
    },
    deputy,
  );
  const commission = await Promise.all(
    ['Первая', 'Вторая', 'Третья', 'Четвёртая', 'Пятая', 'Шестая', 'Седьмая'].map(person),
  );
  const posts = ['chair', 'secretary', 'member', 'member', 'member', 'member', 'member'];
  await world.call(
    'exams.saveBoard',
    { kind: 'appeal', year: 2027, members: commission.map((personId, i) => ({ personId, post: posts[i] })) },
    deputy,
  );
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
      modules: [{ code: 'УП.01', name: 'Практика', kind: 'training-practice', academicHours: 108 }],
    },
    deputy,
  );
  const { id: groupId } = await world.call<Id>(
    'programmes.saveGroup',
    { programmeId, code: `СВ-${tag}`, intakeYear: 2024, course: 3, graduationYear: 2027 },
    deputy,
  );
  const { id: seatLineId } = await world.call<Id>(
    'programmes.saveSeatLine',
    { programmeId, intakeYear: 2024, funding: 'paid', seats: 50 },
    deputy,
  );
  const student = async (surname: string) => {
    const made = await world.call<{ studentId: string; personId: string }>(
      'programmes.enrolStudent',
      {
        ...{ groupId, funding: 'paid', seatLineId, on: '2024-09-01', orderNumber: '112-с' },
        person: { surname, givenName: 'Пётр', patronymic: 'Ильич', birthDate: '2008-03-05', sex: 'm' },
      },
      deputy,
    );
    return { ...made, as: world.as('student', { organisationId: college, personId: made.personId }) };
  };
  /** An expert of the plant with a right from and to. */
  const expert = async (
    surname: string,
    level: 'expert' | 'chief' = 'expert',
    until: string | null = '2028-12-31',
  ) => {
    const personId = await person(surname);
    const id = newId();
    await sql`insert into specialists.expert (id, person_id, organisation_id) values (${id}, ${personId}, ${host})`.execute(
      world.db,
    );
    await sql`insert into specialists.expert_right (id, expert_id, regime, level, code, valid)
      values (${newId()}, ${id}, 'ORDER_800', ${level}, '15.01.05', daterange('2026-01-01', ${until}::date, '[]'))`.execute(
      world.db,
    );
    return { personId, as: world.as('expert', { organisationId: host, personId }) };
  };
  /** Makes a person teach at the college, as its own use case would. */
  const employ = (personId: string, from = '2026-09-01') =>
    inTransaction(world.db, (tx) =>
      insertAssignment(tx, {
        ...{ personId, role: 'college_teacher', organisationId: college, from, to: null },
        ...{ appointedBy: null, ground: 'тест', newId },
      }),
    );
  return {
    ...{ operator, admin, college, host, deputy, kitId, kitCode, centreId, groupId, board, commission, tag },
    ...{ person, student, expert, employ, organisation },
    chair: world.as('board_chair', { organisationId: college, personId: board.chair }),
    appealer: world.as('appeal_member', { organisationId: college, personId: commission[2] ?? '' }),
  };
}
export type ExamWorld = Awaited<ReturnType<typeof examWorld>>;
