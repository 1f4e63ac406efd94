import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import {
  addAgreement,
  addMentor,
  addOffer,
  addPlan,
  addStudent,
  DAYS,
  makeScene,
  type Scene,
} from '../testing/scene.test.kit.ts';

interface Board {
  listsDue: string | null;
  rows: {
    placementId: string | null;
    name: string;
    state: string | null;
    stage: string;
    next: string;
    gaps: number;
    mentor: string | null;
    papers: Record<string, string>;
  }[];
}

let world: TestWorld;
let scene: Scene;
let planId: string;
let offerId: string;

beforeAll(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  scene = await makeScene(world);
  planId = await addPlan(world, scene);
  offerId = await addOffer(world, scene);
});

const place = (studentIds: string[], more: object = {}) =>
  world.call<{ placed: string[] }>(
    'practice.placeStudents',
    { planId, offerId, studentIds, way: 'group', ...more },
    scene.deputy,
  );
const board = () => world.call<Board>('practice.getBoard', { id: planId }, scene.deputy);
const taken = async (day = DAYS.from) =>
  (
    await sql<{
      taken: number;
    }>`select taken from practice.place_day where offer_id = ${offerId} and day = ${day}`.execute(world.db)
  ).rows[0]?.taken;
const stateOf = async (id: string) =>
  (await sql<{ state: string }>`select state from practice.placement where id = ${id}`.execute(world.db))
    .rows[0]?.state;

describe('the way to the first day', () => {
  test('a student under 18 is cleared only with every paper, in the order of what is missing', async () => {
    await addAgreement(world, scene);
    offerId = await addOffer(world, scene, { needsMedical: true });
    const { studentId, personId, student } = await addStudent(world, scene, 'Юный', '2009-06-01');
    await sql`update practice.trainee set home_id = null where person_id = ${personId}`.execute(world.db);
    const { placed } = await place([studentId]);
    const id = placed[0] ?? '';
    const clear = () =>
      world.call('practice.movePlacement', { id, event: 'clear', expected: 'contract_ok' }, scene.deputy);
    const missing = async () =>
      clear().then(
        () => 'nothing',
        (error: { rule: string }) => error.rule,
      );
    expect((await board()).rows).toMatchObject([
      { stage: 'papers', papers: { guardian: 'waiting', medical: 'waiting', leaveHome: 'waiting' } },
    ]);
    expect(await missing()).toBe('PP-08');
    await world.call(
      'practice.notePaper',
      { id, medical: { number: '12', until: '2027-01-28' } },
      scene.deputy,
    );
    expect((await board()).rows[0]?.papers.medical).toBe('remind');
    expect(await missing()).toBe('PP-08');
    await world.call(
      'practice.notePaper',
      { id, medical: { number: '12', until: '2027-06-30' } },
      scene.deputy,
    );
    expect(await missing()).toBe('PP-10');
    await world.call('practice.answerLeaving', { id, answer: 'given' }, student);
    expect(await missing()).toBe('X-06');
    const consent = (answer: string, by: string | null = 'Юная М. П.') =>
      world.call(
        'practice.noteConsent',
        { id, kind: 'guardian', answer, by, on: '2026-11-23', original: true },
        scene.deputy,
      );
    await expect(consent('given', null)).rejects.toMatchObject({ key: 'practice:error.whoSigned' });
    await consent('refused');
    expect((await board()).rows).toMatchObject([{ next: 'guardianRefused', papers: { guardian: 'blocks' } }]);
    await consent('given');
    expect(await missing()).toBe('PL-08');
    await world.call(
      'practice.orderSending',
      { id: planId, number: '311-у', on: '2026-11-23' },
      scene.deputy,
    );
    expect(await missing()).toBe('PL-09');
    const { appointmentId } = await addMentor(world, scene);
    await world.call('practice.nameMentor', { ids: [id], appointmentId }, scene.hr);
    expect(await missing()).toBe('nothing');
    expect((await board()).rows).toMatchObject([{ stage: 'ready', next: 'ready', mentor: 'Ожегов П.' }]);
    const ties =
      await sql`select 1 from registry.tie where kind = 'mentors' and to_person_id = ${personId}`.execute(
        world.db,
      );
    expect(ties.rows).toHaveLength(1);
  });

  test('the plant is asked for mentors until each of the group has one or is gone; the student about home until gone', async () => {
    await addAgreement(world, scene);
    const all = [
      await addStudent(world, scene, 'Опекаемый'),
      await addStudent(world, scene, 'Ждущий'),
      await addStudent(world, scene, 'Уходящий'),
    ];
    const { personId } = all[2] ?? { personId: '' };
    await sql`update practice.trainee set home_id = null where person_id = ${personId}`.execute(world.db);
    const { placed } = await place(all.map(({ studentId }) => studentId));
    const { appointmentId } = await addMentor(world, scene);
    const waiting = async (kind: string) =>
      (
        await sql`select 1 from platform.task where state = 'open' and kind = ${`practice.${kind}`}`.execute(
          world.db,
        )
      ).rows.length;
    const name = (id: string | undefined) =>
      world.call('practice.nameMentor', { ids: [id], appointmentId }, scene.hr);
    expect([await waiting('trainees'), await waiting('leaveHome')]).toEqual([1, 1]);
    await name(placed[0]);
    await name(placed[1]);
    expect(await waiting('trainees')).toBe(1);
    const gone = { id: placed[2], side: 'student', reason: 'Уехал к родным' };
    await world.call('practice.failPlacement', gone, scene.deputy);
    expect([await waiting('trainees'), await waiting('leaveHome')]).toEqual([0, 0]);
  });

  test('a consent withdrawn after clearing stops the start at once', async () => {
    await addAgreement(world, scene);
    const { studentId, personId, student } = await addStudent(world, scene, 'Передумавший');
    await sql`update practice.trainee set home_id = null where person_id = ${personId}`.execute(world.db);
    const id = (await place([studentId])).placed[0] ?? '';
    await world.call('practice.answerLeaving', { id, answer: 'given' }, student);
    await world.call(
      'practice.orderSending',
      { id: planId, number: '311-у', on: '2026-11-23' },
      scene.deputy,
    );
    await world.call(
      'practice.nameMentor',
      { ids: [id], appointmentId: (await addMentor(world, scene)).appointmentId },
      scene.hr,
    );
    expect(await world.call('practice.advanceAll', { id: planId }, scene.deputy)).toEqual({
      moved: 1,
      waiting: 0,
    });
    expect(await stateOf(id)).toBe('cleared');
    await world.call('practice.answerLeaving', { id, answer: 'withdrawn' }, student);
    world.clock.set('2026-12-07T06:00:00Z');
    await world.call('practice.noteBriefing', { ids: [id], on: '2026-12-07' }, scene.hr);
    await expect(
      world.call('practice.movePlacement', { id, event: 'start', expected: 'cleared' }, scene.deputy),
    ).rejects.toMatchObject({
      key: 'practice:rule.PP-10.withdrawn',
    });
    expect((await board()).rows[0]?.next).toBe('leavingRefused');
  });

  test('no briefing, no start; not before the first day either', async () => {
    const { id } = await cleared();
    await expect(start(id)).rejects.toMatchObject({ rule: 'PP-07' });
    await expect(
      world.call('practice.noteBriefing', { ids: [id], on: '2026-12-07' }, scene.hr),
    ).rejects.toMatchObject({
      key: 'practice:error.notYet',
    });
    world.clock.set('2026-12-04T06:00:00Z');
    await world.call('practice.noteBriefing', { ids: [id], on: '2026-12-04' }, scene.hr);
    await expect(start(id)).rejects.toMatchObject({ rule: 'PL-10' });
    world.clock.set('2026-12-07T06:00:00Z');
    await start(id);
  });
});

const start = (id: string) =>
  world.call('practice.movePlacement', { id, event: 'start', expected: 'cleared' }, scene.deputy);

/** One adult student with every paper, cleared. */
async function cleared() {
  await addAgreement(world, scene);
  const one = await addStudent(world, scene, 'Готовый');
  const id = (await place([one.studentId])).placed[0] ?? '';
  await world.call('practice.orderSending', { id: planId, number: '311-у', on: '2026-11-23' }, scene.deputy);
  const master = await addMentor(world, scene);
  await world.call('practice.nameMentor', { ids: [id], appointmentId: master.appointmentId }, scene.hr);
  await world.call('practice.advanceAll', { id: planId }, scene.deputy);
  expect(await stateOf(id)).toBe('cleared');
  return { id, ...one, ...master };
}

async function onSite() {
  const one = await cleared();
  world.clock.set('2026-12-07T06:00:00Z');
  await world.call('practice.noteBriefing', { ids: [one.id], on: '2026-12-07' }, scene.hr);
  await start(one.id);
  return one;
}

describe('from the first day to the mark', () => {
  test('the log, its gaps, the mentor’s word, the papers and the mark', async () => {
    const { id, student, mentor } = await onSite();
    const write = (day: string, more: object = {}) =>
      world.call(
        'practice.writeLogDay',
        { id, day, note: 'Прихватки, зачистка', minutes: 420, ...more },
        student,
      );
    await expect(write('2026-12-08')).rejects.toMatchObject({ key: 'practice:error.notYet' });
    await expect(write('2026-12-07', { minutes: 500 })).rejects.toMatchObject({
      key: 'practice:error.overTimetable',
    });
    await write('2026-12-07');
    expect(await stateOf(id)).toBe('in_progress');
    world.clock.set('2026-12-10T06:00:00Z');
    expect((await board()).rows).toMatchObject([
      { gaps: 2, stage: 'onSite', next: 'fillLog', papers: { log: 'remind' } },
    ]);
    expect(await world.call('practice.confirmLog', { id, days: ['2026-12-07'] }, mentor)).toEqual({
      confirmed: 1,
    });
    await expect(write('2026-12-07', { note: 'Другое' })).rejects.toMatchObject({
      key: 'practice:error.dayConfirmed',
    });
    await expect(move(id, 'finish', 'in_progress')).rejects.toMatchObject({ rule: 'PL-11' });
    world.clock.set('2027-01-29T15:00:00Z');
    await move(id, 'finish', 'in_progress');
    await expect(move(id, 'complete', 'finished')).rejects.toMatchObject({ rule: 'PL-12' });
    const mine = await world.call<{ rows: { gaps: string[] }[] }>('practice.myPractice', {}, student);
    // New Year holidays are no working days
    expect(mine.rows[0]?.gaps).not.toContain('2027-01-04');
    for (const day of mine.rows[0]?.gaps ?? []) await write(day);
    await write('2027-01-29');
    await expect(move(id, 'complete', 'finished')).rejects.toMatchObject({
      key: 'practice:rule.PL-13.report',
    });
    const papers = (more: object) => world.call('practice.notePaper', { id, ...more }, scene.deputy);
    await papers({
      reportOn: '2027-01-29',
      referenceOn: '2027-01-29',
      appraisal: { on: '2027-01-29', positive: false, bothParts: true },
    });
    await move(id, 'complete', 'finished');
    const grade = (mark: number) => world.call('practice.gradePlacement', { id, grade: mark }, scene.deputy);
    await expect(grade(4)).rejects.toMatchObject({ key: 'practice:rule.PL-14.negative' });
    await papers({ appraisal: { on: '2027-01-29', positive: true, bothParts: true } });
    expect(await grade(5)).toMatchObject({ state: 'graded' });
    await expect(
      papers({ appraisal: { on: '2027-01-29', positive: false, bothParts: true } }),
    ).rejects.toMatchObject({
      key: 'practice:error.alreadyGraded',
    });
    await world.call('practice.noteOutcome', { id, result: 'offer', on: '2027-01-29', note: null }, scene.hr);
    const { rows } = await sql`select result, side from practice.outcome where placement_id = ${id}`.execute(
      world.db,
    );
    expect(rows).toEqual([{ result: 'offer', side: null }]);
  });

  test('PL-12: a log kept on paper is handed in instead of days in the portal', async () => {
    const { id } = await onSite();
    world.clock.set('2027-01-29T15:00:00Z');
    expect((await board()).rows[0]?.gaps).toBeGreaterThan(20);
    await world.call('practice.notePaper', { id, logOn: '2027-01-29' }, scene.deputy);
    expect((await board()).rows).toMatchObject([{ gaps: 0, papers: { log: 'done' } }]);
    await world.call('practice.advanceAll', { id: planId }, scene.deputy);
    expect(await stateOf(id)).toBe('finished');
  });

  test('a placement that comes to nothing frees its place from today on and ends the mentor’s tie', async () => {
    const { id, personId } = await onSite();
    world.clock.set('2026-12-15T06:00:00Z');
    await world.call(
      'practice.failPlacement',
      { id, side: 'enterprise', reason: 'цех остановлен' },
      scene.deputy,
    );
    expect([await taken('2026-12-14'), await taken('2026-12-15')]).toEqual([1, 0]);
    const ties = await sql<{
      to: string;
    }>`select upper(valid) as "to" from registry.tie where kind = 'mentors' and to_person_id = ${personId}`.execute(
      world.db,
    );
    expect(ties.rows).toEqual([{ to: '2026-12-15' }]);
    expect((await board()).rows).toMatchObject([{ stage: 'noPlace', placementId: null }]);
    await place([(await addStudent(world, scene, 'Другой')).studentId], { from: '2026-12-15' });
  });

  test('suspended with a reason, and only so', async () => {
    const { id } = await onSite();
    await expect(move(id, 'suspend', 'started')).rejects.toMatchObject({ key: 'practice:error.sayWhy' });
    await move(id, 'suspend', 'started', 'нарушение правил');
    await move(id, 'resume', 'suspended');
  });

  test('a mentor who stops is replaced: the enterprise is asked, the days are whole again', async () => {
    const { id, appointmentId } = await onSite();
    await world.call(
      'specialists.giveNotice',
      { id: appointmentId, lastDay: '2026-12-10', reason: 'отпуск' },
      scene.hr,
    );
    await world.deliver();
    const tasks = await sql<{
      due: string;
    }>`select due from platform.task where kind = 'practice.newMentor' and subject_id = ${id}`.execute(
      world.db,
    );
    expect(tasks.rows).toEqual([{ due: '2026-12-10' }]);
    expect((await board()).rows[0]?.papers.mentor).toBe('blocks');
    const other = await addMentor(world, scene, 'Русских');
    await world.call('practice.nameMentor', { ids: [id], appointmentId: other.appointmentId }, scene.hr);
    expect((await board()).rows[0]).toMatchObject({
      mentor: 'Ожегов П., Русских П.',
      papers: { mentor: 'done' },
    });
  });
});

const move = (id: string, event: string, expected: string, reason: string | null = null) =>
  world.call('practice.movePlacement', { id, event, expected, reason }, scene.deputy);

describe('who sees whom', () => {
  test('the host sees those who come, without papers of health and family; another plant and an unverified one see nobody', async () => {
    await cleared();
    const list = (as: Parameters<TestWorld['as']>[1], role = 'enterprise_hr') =>
      world.call<{ rows: { studentName: string; leaveHome: string; papers: Record<string, string> }[] }>(
        'practice.listTrainees',
        {},
        world.as(role, as),
      );
    expect((await list({ organisationId: scene.host })).rows).toMatchObject([
      {
        studentName: 'Готовый Пётр Ильич',
        leaveHome: 'needless',
        papers: { guardian: 'idle', leaveHome: 'idle' },
      },
    ]);
    expect(
      (await list({ organisationId: await scene.organisation('enterprise', 'Чужой завод') })).rows,
    ).toEqual([]);
    expect((await list({ organisationId: scene.host, verified: false })).rows).toEqual([]);
    expect((await list({ organisationId: scene.host }, 'mentor')).rows).toEqual([]);
  });

  test('a student answers and writes only for themselves; another college does not find the practice', async () => {
    const { id } = await cleared();
    const stranger = await addStudent(world, scene, 'Сосед');
    await expect(
      world.call('practice.answerLeaving', { id, answer: 'refused' }, stranger.student),
    ).rejects.toMatchObject({ status: 404 });
    const other = world.as('college_deputy', {
      organisationId: await scene.organisation('college', 'Другой колледж'),
    });
    await expect(world.call('practice.getBoard', { id: planId }, other)).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      world.call('practice.failPlacement', { id, side: 'other', reason: 'чужое' }, other),
    ).rejects.toMatchObject({ status: 404 });
  });
});
