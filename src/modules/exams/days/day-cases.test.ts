import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runJob } from '../../../testing/run-job.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { Course } from '../testing/course.test.kit.ts';
import { AT, DAY, type ExamWorld, examWorld } from '../testing/exam-world.test.kit.ts';
import { recheckSessions } from '../ties/recheck-sessions.job.ts';

let world: TestWorld;
let w: ExamWorld;
let course: Course;
beforeAll(async () => {
  world = await freshWorld();
  world.clock.set('2027-03-01T09:00:00Z');
  w = await examWorld(world);
});
beforeEach(async () => {
  await sql`truncate exams.session cascade`.execute(world.db);
  course = new Course(world, w);
});

const helpers = async (id: string) =>
  (
    await sql<{ helper: string | null; on: string | null }>`select e.helper, e.helper_on as "on"
    from exams.examinee e join registry.person_v p on p.id = e.person_id where e.session_id = ${id} order by p.sort_key`.execute(
      world.db,
    )
  ).rows;

describe('a helper of an examinee', () => {
  const tell = async (name = 'Тьюторова А. А.') => {
    const [first] = (await course.card()).people;
    return course.call('noteHelper', { examineeId: first?.id, name }, w.deputy);
  };

  test('DE-14 told a working day before he is noted; on the day itself he is refused, and holds nothing up', async () => {
    await course.plan();
    await course.seat();
    await course.confirm();
    world.clock.set(AT.day);
    await expect(tell()).rejects.toMatchObject({ rule: 'DE-14', fields: [{ path: 'name' }] });
    world.clock.set(AT.before);
    await tell();
    expect(await helpers(course.id)).toEqual([
      { helper: 'Тьюторова А. А.', on: '2027-06-15' },
      { helper: null, on: null },
    ]);
    await course.prepare();
    await course.start();
    await expect(tell('Другой')).rejects.toMatchObject({ key: 'exams:error.alreadyBegun' });
  });

  test('of another college’s examinee nobody else tells', async () => {
    await course.plan();
    const other = await w.organisation('college', `Другой колледж ${w.tag}`);
    const [first] = (await course.card()).people;
    const stranger = world.as('college_deputy', { organisationId: other });
    await expect(
      course.call('noteHelper', { examineeId: first?.id, name: 'Тьютор' }, stranger),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe('a draw held by hand', () => {
  const by = (places: object[]) => course.call('noteDraw', { witnesses: 'Иванов', places }, course.chief.as);

  test('one place for two, a place of no exam, a second draw are refused; what was drawn is on paper', async () => {
    await course.plan();
    await course.seat();
    await course.confirm();
    const people = (await course.card()).people.map(({ id }) => id);
    const both = (first: number, second: number) =>
      people.map((examineeId, i) => ({ examineeId, workplace: i === 0 ? first : second }));
    await expect(by(both(3, 3))).rejects.toMatchObject({ key: 'exams:error.drawIncomplete' });
    await expect(by(both(3, 77))).rejects.toMatchObject({
      key: 'exams:error.noSuchPlace',
      params: { place: 77 },
    });
    await by(both(5, 2));
    await expect(by(both(1, 2))).rejects.toMatchObject({ key: 'exams:error.alreadyDrawn' });
    const card = await course.card();
    expect(card.draw?.method).toBe('hand');
    expect(new Map(card.people.map(({ id, workplace }) => [id, workplace]))).toEqual(
      new Map(people.map((id, i) => [id, i === 0 ? 5 : 2])),
    );
    const { rows } = await sql<{ witnesses: string }>`select witnesses from exams.draw where session_id = ${
      course.id
    }`.execute(world.db);
    expect(rows).toEqual([{ witnesses: 'Иванов' }]);
    const paper = await course.call<{ base64: string }>('printExamPaper', { paper: 'draw', format: 'pdf' });
    expect(Buffer.from(paper.base64, 'base64').subarray(0, 4).toString()).toBe('%PDF');
  });
});

describe('a failure of the site', () => {
  test('moved to another day and centre: the helper comes along, an expert who is elsewhere leaves a seat', async () => {
    await course.plan();
    const [first] = (await course.card()).people;
    await course.call('noteHelper', { examineeId: first?.id, name: 'Тьюторова' }, w.deputy);
    await course.seat();
    await course.confirm();
    await course.prepare();
    await course.start();
    await expect(course.call('repeatSession', { day: '2027-06-23', why: 'свет' })).rejects.toMatchObject({
      key: 'exams:error.onlySuspended',
    });
    await course.move('suspend', w.operator, { reason: 'нет света' });
    // one of the experts sits elsewhere on the new day
    const { id: centreId } = await world.call<{ id: string }>(
      'exams.saveCentre',
      { organisationId: w.college, name: `Запасной ${w.tag}`, address: 'Киров', workplaces: 6 },
      w.operator,
    );
    const other = new Course(world, w);
    other.id = (
      await world.call<{ id: string }>(
        'exams.planSession',
        { kitId: w.kitId, centreId: w.centreId, day: '2027-06-23', workplaces: 2 },
        w.deputy,
      )
    ).id;
    const [busy] = course.line;
    await other.call('saveSeats', { seats: [{ personId: busy?.personId, role: 'line' }] });
    const made = await course.call<{ id: string }>('repeatSession', {
      day: '2027-06-23',
      centreId,
      why: 'площадка не поднята',
    });
    expect((await course.card()).state).toBe('annulled');
    expect(await helpers(made.id)).toMatchObject([{ helper: 'Тьюторова' }, { helper: null }]);
    course.id = made.id;
    const anew = await course.card();
    expect(anew.state).toBe('planned');
    expect(anew.seats.map(({ role }) => role).sort()).toEqual([
      'chief',
      'line',
      'line',
      'technical',
      'witness',
    ]);
    expect(anew.seats.some(({ personId }) => personId === busy?.personId)).toBe(false);
    const { rows } = await sql<{ attempt: number }>`select distinct attempt from exams.examinee
      where session_id = ${made.id}`.execute(world.db);
    expect(rows).toEqual([{ attempt: 1 }]);
  });
});

describe('an exam that was stopped', () => {
  const tasks = async () =>
    (
      await sql<{ role: string; what: string }>`select role, params ->> 'what' as what from platform.task
        where kind = 'exams.incident' and subject_id = ${course.id} and state = 'open' order by role`.execute(
        world.db,
      )
    ).rows;

  test('EX-11 its reason is an incident the board settles; told once, and gone from above the exam when it goes on', async () => {
    await course.toRunning({ students: 1 });
    await course.call('noteIncident', { kind: 'other', text: 'мигнул свет' });
    world.clock.set(`${DAY}T07:00:00Z`);
    await course.move('suspend', course.chief.as, { reason: 'нет света' });
    const stopped = await course.card();
    expect(stopped.why).toEqual({ key: 'exams:why.said', params: { why: 'нет света' } });
    expect(stopped.incidentList).toMatchObject([
      { kind: 'other', text: 'мигнул свет', decision: null },
      { kind: 'site', text: 'нет света', decision: null },
    ]);
    expect(await tasks()).toEqual([
      { role: 'board_chair', what: 'нет света' },
      { role: 'exam_operator_coordinator', what: 'нет света' },
    ]);
    await course.move('resume', course.chief.as);
    expect((await course.card()).why).toBeNull();
    for (const { id } of stopped.incidentList)
      await world.call('exams.decideIncident', { id, decision: 'время добавлено' }, w.chair);
    expect(await tasks()).toEqual([]);
  });

  test('refused, it leaves no incident', async () => {
    await course.toRunning({ students: 1 });
    await expect(course.move('suspend', course.chief.as)).rejects.toMatchObject({
      key: 'exams:error.sayWhy',
    });
    await expect(
      course.move('suspend', course.chief.as, { reason: 'нет света', expected: 'prepared' }),
    ).rejects.toMatchObject({ status: 409 });
    expect((await course.card()).incidentList).toEqual([]);
  });
});

describe('the own seats of an expert', () => {
  test('the day that comes stands first, the past ones after it, the newest on top', async () => {
    await course.plan();
    await course.seat();
    const [mine] = course.line;
    const as = mine?.as ?? w.operator;
    for (const day of ['2027-06-01', '2027-06-30', '2027-06-08']) {
      const other = new Course(world, w);
      const planned = { kitId: w.kitId, centreId: w.centreId, day, workplaces: 2 };
      other.id = (await world.call<{ id: string }>('exams.planSession', planned, w.deputy)).id;
      await other.call('saveSeats', { seats: [{ personId: mine?.personId, role: 'line' }] });
    }
    const days = async (moment: string) => {
      world.clock.set(moment);
      const { rows } = await world.call<{ rows: { day: string }[] }>('exams.mySeats', {}, as);
      return rows.map(({ day }) => day);
    };
    expect(await days(`${DAY}T05:00:00Z`)).toEqual([DAY, '2027-06-30', '2027-06-08', '2027-06-01']);
    expect(await days('2027-05-31T05:00:00Z')).toEqual(['2027-06-01', '2027-06-08', DAY, '2027-06-30']);
  });
});

describe('one exam open in two windows', () => {
  test('the window that stayed behind is told that its page is stale, and changes nothing', async () => {
    await course.plan();
    await course.seat();
    await course.confirm();
    await course.prepare();
    await course.start();
    const stops = (expected: string) =>
      course.move('suspend', course.chief.as, { reason: 'нет света', expected });
    await expect(stops('prepared')).rejects.toMatchObject({ status: 409 });
    expect((await course.card()).state).toBe('running');
    await stops('running');
    await expect(stops('running')).rejects.toMatchObject({ status: 409 });
    expect((await course.card()).state).toBe('suspended');
  });

  test('a mark over the maximum is refused by its own, from whichever window; the other window’s stands', async () => {
    await course.toRunning({ students: 1 });
    const { aspects, places } = await course.sheet();
    const steps = aspects.find(({ code }) => code === 'Б1.1');
    const at = places[0]?.examineeId ?? '';
    const good = course.mark(at, steps?.id ?? '', steps?.max ?? 0, { deviceAt: `${DAY}T06:01:00.000Z` });
    const over = course.mark(at, steps?.id ?? '', (steps?.max ?? 0) + 1);
    const [one, two] = await Promise.all([course.send([good]), course.send([over])]);
    expect(one.answers).toMatchObject([{ outcome: 'accepted' }]);
    expect(two.answers).toMatchObject([{ outcome: 'refused', rule: 'EX-04' }]);
    expect((await course.sheet()).marks).toMatchObject([{ value: steps?.max }]);
  });
});

describe('a tie found after the start', () => {
  test('flags the marks of that expert alone, and only of the students it is about', async () => {
    await course.toRunning({ students: 2 });
    const { aspects, places } = await course.sheet();
    const measured = aspects.find(({ kind }) => kind === 'measurement');
    for (const expert of course.line)
      await course.send(
        places.map(({ examineeId }) =>
          course.mark(examineeId, measured?.id ?? '', 0, { device: `t-${expert.personId.slice(-6)}` }),
        ),
        expert.as,
      );
    const [tied] = course.line;
    const [student] = course.students;
    await sql`insert into registry.tie (id, kind, person_id, to_person_id, valid, source_kind, source_id)
      values (${world.newId()}, 'mentors', ${tied?.personId}, ${student?.personId}, '[2027-01-01,)', 'practice.contract', ${world.newId()})`.execute(
      world.db,
    );
    await runJob(world, recheckSessions, {});
    const { incidentList } = await course.card();
    expect(incidentList.map(({ kind, code, marks }) => [kind, code, marks])).toEqual([['tie', 'CI-3', 1]]);
    // looked at every morning, told once
    await runJob(world, recheckSessions, {});
    expect((await course.card()).incidentList).toHaveLength(1);
  });
});
