// cyrillic: files as they come from people
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { runJob } from '../../../testing/run-job.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { applyStaffingJob } from '../staffing/apply-staffing.job.ts';
import { computeStaffing } from '../staffing/compute-staffing.job.ts';
import { Course } from '../testing/course.test.kit.ts';
import { AT, type ExamWorld, examWorld } from '../testing/exam-world.test.kit.ts';

type Expert = Awaited<ReturnType<ExamWorld['expert']>>;

let world: TestWorld;
let w: ExamWorld;
let course: Course;
let own: Expert;

/** An exam of two students in the plan, and an expert with every right who teaches at their college. */
beforeAll(async () => {
  world = await freshWorld();
  world.clock.set('2027-03-01T09:00:00Z');
  w = await examWorld(world);
  course = await new Course(world, w).plan();
  own = await w.expert('Своевин', 'chief');
  await w.employ(own.personId);
}, 120_000);

const seated = async (personId = own.personId) =>
  (
    await sql`select 1 from exams.session_expert x join exams.session s on s.id = x.session_id
      where x.person_id = ${personId} and x.role in ('chief', 'line') and x.state in ('invited', 'confirmed')`.execute(
      world.db,
    )
  ).rows.length;
const ruled = (rule: string) => expect.objectContaining({ rule });

test('X-01 by hand: neither to mark nor to lead, whoever asks', async () => {
  const by = (role: string, as = w.operator) =>
    course.call('saveSeats', { seats: [{ personId: own.personId, role }] }, as);
  await expect(by('line')).rejects.toEqual(ruled('CI-1'));
  await expect(by('chief')).rejects.toEqual(ruled('CI-1'));
  // the college itself names no experts at all
  await expect(by('line', w.deputy)).rejects.toMatchObject({ status: 403 });
  expect(await seated()).toBe(0);
});

test('X-01 by the API of an outside system: the same door, the same refusal', async () => {
  const service = { ...w.operator, kind: 'service' as const };
  await expect(
    course.call('saveSeats', { seats: [{ personId: own.personId, role: 'line' }], replace: true }, service),
  ).rejects.toEqual(ruled('CI-1'));
  expect(await seated()).toBe(0);
});

test('X-01 by a file of the federal platform', async () => {
  const text = 'ФИО;Роль\nСвоевин Пётр Ильич;линейный эксперт';
  const { fileId } = await course.call<{ fileId: string }>('previewFederalFile', {
    kind: 'experts',
    name: 'эксперты.csv',
    content: Buffer.from(text, 'utf8').toString('base64'),
  });
  await expect(world.call('exams.applyFederalFile', { fileId }, w.operator)).rejects.toEqual(ruled('CI-1'));
  expect(await seated()).toBe(0);
});

test('X-01 by lists pasted before any set-up: named as a conflict, never assigned', async () => {
  const list = (name: string, text: string) => ({ name, content: Buffer.from(text).toString('base64') });
  const read = await world.call<{
    conflicts: { expert: string; code: string }[];
    assignment: { expert: string | null; substitutes: string[] }[];
  }>(
    'exams.checkLists',
    {
      experts: list(
        'эксперты.csv',
        'ФИО;Место работы;Компетенция;Уровень;Действует до\nСвоевин Пётр Ильич;Заречный колледж;15.01.05;главный эксперт;31.12.2027\nЧужов Пётр Ильич;АО «Прокат»;15.01.05;эксперт;31.12.2027',
      ),
      exams: list(
        'экзамены.csv',
        'Группа;Дата;Колледж;Специальность;Экспертов\nСВ-31;16.06.2027;Заречный колледж;15.01.05;2',
      ),
    },
    world.as('visitor'),
  );
  expect(read.conflicts).toMatchObject([{ expert: 'Своевин Пётр Ильич', code: 'CI-1' }]);
  expect(read.assignment.flatMap(({ expert, substitutes }) => [expert, ...substitutes])).not.toContain(
    'Своевин Пётр Ильич',
  );
  expect(read.assignment.map(({ expert }) => expert)).toContain('Чужов Пётр Ильич');
});

test('X-01 by the engine of staffing: the edge is missing, the seat stays empty, the operator’s own choice is refused', async () => {
  const { id } = await world.call<{ id: string }>(
    'exams.startStaffing',
    { kind: 'staffing', from: '2027-06-01', to: '2027-06-30' },
    w.operator,
  );
  await runJob(world, computeStaffing, { staffingId: id });
  const card = await world.call<{
    rev: number;
    rows: { seats: { id: string; person: { id: string } | null; substitutes: { id: string }[] }[] }[];
  }>('exams.getStaffing', { id }, w.operator);
  const seats = card.rows.flatMap((row) => row.seats);
  expect(seats.length).toBeGreaterThan(0);
  expect(
    seats.flatMap(({ person, substitutes }) => [person?.id, ...substitutes.map((one) => one.id)]),
  ).not.toContain(own.personId);
  await expect(
    world.call('exams.chooseSeat', { id: seats[0]?.id, personId: own.personId }, w.operator),
  ).rejects.toMatchObject({ rule: 'CI-1' });
  await world.call('exams.applyStaffing', { id, rev: card.rev }, w.operator);
  const sender = { personId: null, role: 'exam_operator_coordinator' };
  await runJob(world, applyStaffingJob, { staffingId: id, ...sender });
  expect(await seated()).toBe(0);
});

test('X-01 by substitution: whoever falls ill is not replaced by an own teacher', async () => {
  await course.seat();
  const [ill] = course.line;
  const repair = await course.call('previewRepair', { personId: ill?.personId });
  expect(JSON.stringify(repair)).not.toContain(own.personId);
  await expect(
    course.call('saveSeats', {
      replace: true,
      seats: [
        { personId: course.chief.personId, role: 'chief' },
        ...course.line.slice(1).map(({ personId }) => ({ personId, role: 'line' })),
        { personId: own.personId, role: 'line' },
        { personId: course.technical, role: 'technical' },
        { personId: w.board.witness, role: 'witness' },
      ],
    }),
  ).rejects.toEqual(ruled('CI-1'));
  // refused as a whole: nobody was released for it
  expect(await seated(ill?.personId)).toBe(1);
  expect(await seated()).toBe(0);
});

test('X-01 by a row written past the house: it confirms nothing, starts nothing', async () => {
  const id = world.newId();
  await sql`insert into exams.session_expert (id, session_id, person_id, role, state, invited_at)
    values (${id}, ${course.id}, ${own.personId}, 'line', 'confirmed', now())`.execute(world.db);
  await expect(course.confirm()).rejects.toEqual(ruled('DE-08'));
  await sql`delete from exams.session_expert where id = ${id}`.execute(world.db);
  await course.confirm();
  await course.prepare();
  // between the day before and the morning, and no event ever came
  await sql`insert into exams.session_expert (id, session_id, person_id, role, state, invited_at, briefed_at)
    values (${id}, ${course.id}, ${own.personId}, 'line', 'confirmed', now(), now())`.execute(world.db);
  await expect(course.start()).rejects.toEqual(ruled('DE-08'));
  await sql`delete from exams.session_expert where id = ${id}`.execute(world.db);
  await course.move('start');
});

test('X-01 by marks sent straight to the server: no seat, no mark; nor by a place signed for others', async () => {
  const { aspects, places } = await course.sheet();
  const at = places[0]?.examineeId ?? '';
  const mark = course.mark(at, aspects[0]?.id ?? '', 3000);
  await expect(course.send([mark], own.as)).rejects.toMatchObject({ status: 404 });
  await expect(course.call('signPlace', { examineeId: at }, own.as)).rejects.toMatchObject({ status: 404 });
  // nor in the name of a colleague: the expert is who is signed in
  const forged = { ...course.mark(at, aspects[0]?.id ?? '', 3000), personId: course.line[0]?.personId };
  await expect(course.send([forged], own.as)).rejects.toMatchObject({ status: 404 });
  const { rows } = await sql`select 1 from exams.mark where person_id = ${own.personId}`.execute(world.db);
  expect(rows).toEqual([]);
});

test('X-01 by typing a paper protocol: an expert types nothing, and this exam is not marked on paper', async () => {
  const { places } = await course.sheet();
  const lines = places.map(({ examineeId }) => ({ examineeId, criteria: [{ code: 'А', points: 3000 }] }));
  await expect(course.call('typePaper', { lines }, own.as)).rejects.toMatchObject({ status: 403 });
  const technical = world.as('technical_expert', { personId: own.personId, organisationId: w.college });
  await expect(course.call('typePaper', { lines }, technical)).rejects.toMatchObject({ status: 404 });
});

test('X-01 by signing the protocol or correcting it: only who sat may sign, only the board corrects', async () => {
  await course.markAll();
  await expect(course.call('signProtocol', { kind: 'simple' }, own.as)).rejects.toMatchObject({
    status: 404,
  });
  await expect(
    course.call('signProtocol', { kind: 'paper', personId: own.personId }, course.chief.as),
  ).rejects.toMatchObject({ key: 'exams:error.notSigning' });
  const id = (await course.card()).people[0]?.id;
  await expect(
    world.call(
      'exams.correctResult',
      { id, criteria: [{ code: 'А', points: 3000 }], ground: 'просьба' },
      own.as,
    ),
  ).rejects.toMatchObject({ status: 403 });
});

test('X-01 the other way round: a seated expert becomes a teacher, and the next exam opens again', async () => {
  const next = new Course(world, w);
  world.clock.set(AT.planned);
  await next.plan({ day: '2027-06-23', students: 1 });
  await next.seat();
  await next.confirm();
  await w.employ(next.line[0]?.personId ?? '', '2027-05-01');
  await world.deliver();
  expect(await next.card()).toMatchObject({ state: 'planned', why: { params: { code: 'CI-1' } } });
});

/** A confirmed exam some days later, everybody free of conflict. */
const confirmed = async (day: string) => {
  const next = new Course(world, w);
  world.clock.set(AT.planned);
  await next.plan({ day, students: 1 });
  await next.seat();
  await next.confirm();
  return next;
};
const opened = { state: 'planned', why: { key: 'exams:why.conflict', params: { code: 'CI-1' } } };

test('X-01 by a merge of two records of one person: the seated expert turns out a teacher, the exam opens again; taken back, he is none', async () => {
  const next = await confirmed('2027-06-24');
  const twin = await w.person('Двойников');
  await w.employ(twin, '2027-01-01');
  await world.deliver();
  expect(await next.card()).toMatchObject({ state: 'confirmed' });
  const { mergeId } = await world.call<{ mergeId: string }>(
    'registry.mergePersons',
    { keepId: next.line[0]?.personId, mergeId: twin, reason: 'один человек' },
    world.as('admin'),
  );
  await world.deliver();
  expect(await next.card()).toMatchObject(opened);
  // and it is not confirmed again while he sits there
  await expect(next.confirm()).rejects.toEqual(ruled('DE-08'));
  // taken back, he is nobody's teacher again; the exam waits for people to confirm it
  await world.call('registry.undoMerge', { mergeId }, world.as('admin'));
  await world.deliver();
  expect(await next.card()).toMatchObject({ state: 'planned' });
  await next.confirm();
  expect(await next.card()).toMatchObject({ state: 'confirmed' });
});

test('X-01 by a merge of two records of the college: who taught under the other one is an own teacher', async () => {
  const next = await confirmed('2027-06-25');
  const twin = await w.organisation('college', `Двойник колледжа ${w.tag}`);
  await appointTeacher(next.line[1]?.personId ?? '', twin);
  await world.deliver();
  expect(await next.card()).toMatchObject({ state: 'confirmed' });
  await world.call(
    'registry.mergeOrganisations',
    { keepId: w.college, mergeId: twin, reason: 'один колледж' },
    world.as('admin'),
  );
  await world.deliver();
  expect(await next.card()).toMatchObject(opened);
});

test('X-01 by a role given after the seat: the college hires the expert, the exam opens again', async () => {
  const next = await confirmed('2027-06-28');
  await appointTeacher(next.chief.personId, w.college);
  await world.deliver();
  expect(await next.card()).toMatchObject(opened);
});

const appointTeacher = (id: string, organisationId: string) =>
  world.call(
    'registry.appoint',
    {
      person: { id },
      role: 'college_teacher',
      organisationId,
      from: '2027-03-01',
      to: null,
      ground: 'приказ',
    },
    world.as('college_head', { organisationId }),
  );
