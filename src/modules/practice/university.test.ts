import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fillBody } from '../../platform/papers/index.ts';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { PAPERS_OF_GROUP } from './papers/all-papers.ts';
import { PAPER_KINDS, type PaperSet } from './papers/paper-set.ts';
import { addAgreement, addMentor, makeScene, type Scene } from './testing/scene.test.kit.ts';

interface Id {
  id: string;
}

let world: TestWorld;
let scene: Scene;
beforeAll(async () => {
  world = await freshWorld();
  scene = await makeScene(world);
});

test('a university group goes the whole way from its plan to the mark', async () => {
  const university = await scene.organisation('university', 'Заречный университет (демо)', {
    fullName: 'Заречный государственный университет (демо)',
  });
  await sql`update registry.organisation set municipality_id = ${scene.place} where id = ${university}`.execute(
    world.db,
  );
  const coordinator = world.as('university_coordinator', { organisationId: university });
  const call = <T>(name: string, input: object) => world.call<T>(name, input, coordinator);

  // its plan: kinds of practice of a bachelor's curriculum, in its own words
  const { id: programmeId } = await call<Id>('programmes.saveProgramme', {
    code: '15.03.05',
    name: 'Конструкторско-технологическое обеспечение машиностроительных производств',
    base: 11,
    form: 'full-time',
    months: 48,
    capacity: 25,
  });
  await call('programmes.saveVersion', {
    programmeId,
    title: 'План 2023',
    from: '2023-09-01',
    modules: [
      { code: 'Б2.О.01(У)', name: 'Ознакомительная практика', kind: 'training-practice', academicHours: 108 },
      { code: 'Б2.О.02(П)', name: 'Технологическая практика', kind: 'work-practice', academicHours: 216 },
      {
        code: 'Б2.О.03(Пд)',
        name: 'Преддипломная практика',
        kind: 'pre-diploma-practice',
        academicHours: 216,
      },
    ],
  });
  const { id: groupId } = await call<Id>('programmes.saveGroup', {
    programmeId,
    code: 'КТб-23',
    intakeYear: 2023,
    course: 4,
    graduationYear: 2027,
  });
  const { id: seatLineId } = await call<Id>('programmes.saveSeatLine', {
    programmeId,
    intakeYear: 2023,
    funding: 'paid',
    seats: 25,
  });
  const { studentId, personId } = await call<{ studentId: string; personId: string }>(
    'programmes.enrolStudent',
    {
      groupId,
      funding: 'paid',
      seatLineId,
      on: '2023-09-01',
      orderNumber: '15-с',
      person: {
        surname: 'Вузова',
        givenName: 'Анна',
        patronymic: 'Петровна',
        birthDate: '2005-05-05',
        sex: 'f',
      },
    },
  );
  await call('practice.saveTrainee', { personId, homeId: scene.place });
  const choices = await call<{
    groups: Id[];
    modules: { code: string; kind: string; academicHours: number }[];
  }>('practice.planChoices', {});
  expect(choices.modules.map(({ code, kind }) => [code, kind])).toEqual([
    ['Б2.О.01(У)', 'training-practice'],
    ['Б2.О.02(П)', 'work-practice'],
    ['Б2.О.03(Пд)', 'pre-diploma-practice'],
  ]);
  const { id: planId } = await call<Id>('practice.savePlan', {
    groupId,
    kind: 'PDP',
    moduleCode: 'Б2.О.03(Пд)',
    title: 'Преддипломная практика',
    from: '2027-02-01',
    to: '2027-03-12',
    academicHours: 216,
    competences: ['ОПК-5', 'ПК-2'],
    heldAt: 'enterprise',
  });
  await call('practice.approvePlans', { ids: [planId] });

  // a place for that programme and that kind of practice; a college's place of another kind does not fit
  const offer = {
    title: 'Технолог механического цеха',
    programmes: ['15.03.05'],
    kinds: ['PDP'],
    from: '2027-01-11',
    to: '2027-06-30',
    capacity: 2,
    address: 'ул. Заводская, 1',
    minutesADay: 480,
    daysAWeek: 5,
    works: 'Разработка технологических карт',
  };
  const { id: offerId } = await world.call<Id>('practice.saveOffer', offer, scene.hr);
  const { id: wrong } = await world.call<Id>('practice.saveOffer', { ...offer, kinds: ['PP'] }, scene.hr);
  const place = (where: string) =>
    call<{ placed: string[] }>('practice.placeStudents', {
      planId,
      offerId: where,
      studentIds: [studentId],
      way: 'named',
    });
  await expect(place(wrong)).rejects.toMatchObject({ key: 'practice:rule.PL-03.kind' });
  await addAgreement(world, { ...scene, college: university });
  const [id = ''] = (await place(offerId)).placed;

  await call('practice.orderSending', { id: planId, number: '512-с', on: '2026-11-23' });
  const { appointmentId, mentor } = await addMentor(world, scene, 'Технологов');
  await world.call('practice.nameMentor', { ids: [id], appointmentId }, scene.hr);
  const move = (event: string, expected: string) =>
    call<{ state: string }>('practice.movePlacement', { id, event, expected });
  expect(await move('clear', 'contract_ok')).toMatchObject({ state: 'cleared' });

  // its papers speak of a university and of pre-diploma practice, nowhere of a college
  const { set } = await call<{ set: PaperSet }>('practice.getPaperSet', { planId });
  expect(set).toMatchObject({
    college: { fullName: 'Заречный государственный университет (демо)' },
    programme: { code: '15.03.05' },
    practice: { kind: 'PDP', competences: ['ОПК-5', 'ПК-2'] },
  });
  const words = PAPER_KINDS.map((kind) => JSON.stringify(fillBody(PAPERS_OF_GROUP[kind].paper, set))).join(
    ' ',
  );
  expect(words).toContain('преддипломн');
  expect(words).toContain('15.03.05');
  expect(words).not.toMatch(/колледж|техникум/i);

  world.clock.set('2027-02-01T06:00:00Z');
  await world.call('practice.noteBriefing', { ids: [id], on: '2027-02-01' }, scene.hr);
  await move('start', 'cleared');
  const student = world.as('student', { organisationId: university, personId });
  const write = (day: string) =>
    world.call('practice.writeLogDay', { id, day, note: 'Технологические карты', minutes: 480 }, student);
  await write('2027-02-01');
  world.clock.set('2027-03-12T15:00:00Z');
  await move('finish', 'in_progress');
  const mine = await world.call<{ rows: { gaps: string[] }[] }>('practice.myPractice', {}, student);
  for (const day of mine.rows[0]?.gaps ?? []) await write(day);
  await write('2027-03-12');
  const sheet = await world.call<{
    sheet: { competences: { code: string }[]; qualities: { code: string }[] };
  }>('practice.getAppraisal', { id }, mentor);
  expect(JSON.stringify(sheet)).toContain('ОПК-5');
  await call('practice.notePaper', {
    id,
    reportOn: '2027-03-12',
    referenceOn: '2027-03-12',
    appraisal: { on: '2027-03-12', positive: true, bothParts: true },
  });
  await move('complete', 'finished');
  expect(await call('practice.gradePlacement', { id, grade: 5 })).toMatchObject({ state: 'graded' });
  const own = await world.call<{ rows: { grade: number; college: string }[] }>(
    'practice.myPractice',
    {},
    student,
  );
  expect(own.rows[0]).toMatchObject({ grade: 5, college: 'Заречный университет (демо)' });
});
