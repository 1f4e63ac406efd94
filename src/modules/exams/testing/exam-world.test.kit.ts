import { sql } from 'kysely';
import { inTransaction } from '../../../platform/database/index.ts';
import type { TestWorld } from '../../../testing/world.ts';
import { insertAssignment } from '../../registry/index.ts';
import { smallKit } from './kits.test.kit.ts';

interface Id {
  id: string;
}

/** The moments of an exam's course in a June (Europe/Moscow is three hours ahead). */
const momentsOf = (year: number, day: number) => ({
  exam: `${year}-06-${day}`,
  planned: `${year}-04-01T09:00:00Z`,
  announced: `${year}-06-01T09:00:00Z`,
  before: `${year}-06-${day - 1}T09:00:00Z`,
  day: `${year}-06-${day}T06:00:00Z`,
  end: `${year}-06-${day}T12:00:00Z`,
  next: `${year}-06-${day + 1}T06:00:00Z`,
});

/** The exam's day in most tests, a Wednesday. */
export const DAY = '2027-06-16';
export const AT = momentsOf(2027, 16);

/** A year and the order its exams go by. */
interface Order {
  regime: 'ORDER_800' | 'WSR_2020';
  year: number;
  /** The day of June on which the exam is: a Wednesday. */
  june: number;
}
const TODAY: Order = { regime: 'ORDER_800', year: 2027, june: 16 };

/** Two colleges, a centre with its papers, a kit in force, students, experts with rights, a board and a commission. */
export async function examWorld(world: TestWorld, { regime, year, june }: Order = TODAY) {
  const { newId } = world;
  const old = regime === 'WSR_2020';
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
  const kitCode = `КОД 15.01.05-${tag}-${year}`;
  const { id: kitId } = await world.call<Id>(
    'exams.saveKit',
    { body: smallKit(kitCode, { regime, year }) },
    operator,
  );
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
      kind: old ? 'accreditation' : 'equipment',
      number: 'ПО-7',
      workplaces: 6,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
    },
    operator,
  );
  await world.call(
    'exams.saveAttestation',
    {
      programmeCode: '15.01.05',
      graduationYear: year,
      kitCodes: [kitCode],
      scheme: 'R42',
      bounds: [2000, 4000, 7000],
      councilOn: `${year - 1}-09-20`,
      approvedOn: `${year - 1}-10-01`,
      shownOn: `${year - 1}-11-01`,
    },
    deputy,
  );
  const board = { chair: await person('Председателева'), witness: await person('Свидетелев') };
  await world.call(
    'exams.saveBoard',
    {
      kind: 'board',
      year,
      number: '12',
      approvedOn: `${year - 1}-12-15`,
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
    { kind: 'appeal', year, members: commission.map((personId, i) => ({ personId, post: posts[i] })) },
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
      title: `План ${year - 3}`,
      from: `${year - 3}-09-01`,
      modules: [{ code: 'УП.01', name: 'Практика', kind: 'training-practice', academicHours: 108 }],
    },
    deputy,
  );
  const { id: groupId } = await world.call<Id>(
    'programmes.saveGroup',
    { programmeId, code: `СВ-${tag}`, intakeYear: year - 3, course: 3, graduationYear: year },
    deputy,
  );
  const { id: seatLineId } = await world.call<Id>(
    'programmes.saveSeatLine',
    { programmeId, intakeYear: year - 3, funding: 'paid', seats: 50 },
    deputy,
  );
  const student = async (surname: string) => {
    const made = await world.call<{ studentId: string; personId: string }>(
      'programmes.enrolStudent',
      {
        groupId,
        funding: 'paid',
        seatLineId,
        on: `${year - 3}-09-01`,
        orderNumber: '112-с',
        person: {
          surname,
          givenName: 'Пётр',
          patronymic: 'Ильич',
          birthDate: `${year - 19}-03-05`,
          sex: 'm',
        },
      },
      deputy,
    );
    return { ...made, as: world.as('student', { organisationId: college, personId: made.personId }) };
  };
  /** An expert of the plant with a right from and to. */
  const expert = async (
    surname: string,
    level: 'expert' | 'chief' = 'expert',
    until: string | null = `${year + 1}-12-31`,
  ) => {
    const personId = await person(surname);
    const id = newId();
    await sql`insert into specialists.expert (id, person_id, organisation_id) values (${id}, ${personId}, ${host})`.execute(
      world.db,
    );
    await sql`insert into specialists.expert_right (id, expert_id, regime, level, code, valid)
      values (${newId()}, ${id}, ${regime}, ${old && level === 'chief' ? 'championship' : old ? 'assess' : level}, '15.01.05',
        daterange(${`${year - 1}-01-01`}::date, ${until}::date, '[]'))`.execute(world.db);
    return { personId, as: world.as('expert', { organisationId: host, personId }) };
  };
  /** Makes a person teach at the college, as its own use case would. */
  const employ = (personId: string, from = `${year - 1}-09-01`) =>
    inTransaction(world.db, (tx) =>
      insertAssignment(tx, {
        personId,
        role: 'college_teacher',
        organisationId: college,
        from,
        to: null,
        appointedBy: null,
        ground: 'тест',
        newId,
      }),
    );
  return {
    operator,
    admin,
    college,
    host,
    deputy,
    kitId,
    kitCode,
    centreId,
    groupId,
    board,
    commission,
    tag,
    person,
    student,
    expert,
    employ,
    organisation,
    at: momentsOf(year, june),
    chair: world.as('board_chair', { organisationId: college, personId: board.chair }),
    appealer: world.as('appeal_member', { organisationId: college, personId: commission[2] ?? '' }),
  };
}
export type ExamWorld = Awaited<ReturnType<typeof examWorld>>;
