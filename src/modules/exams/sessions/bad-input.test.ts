import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetRows } from '../../../testing/database.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { Course } from '../testing/course.test.kit.ts';
import { AT, DAY, type ExamWorld, examWorld } from '../testing/exam-world.test.kit.ts';
import { smallKit } from '../testing/kits.test.kit.ts';

let world: TestWorld;
let w: ExamWorld;
let course: Course;

beforeAll(async () => {
  world = await freshWorld();
  world.clock.set('2027-03-01T09:00:00Z');
  w = await examWorld(world);
});
beforeEach(async () => {
  // people, kit, centre and boards stay; exams begin anew
  await forgetRows(world.db, 'exams.session');
  await forgetRows(world.db, 'platform.task');
  course = new Course(world, w);
});

const refusedBy = (rule: string) => expect.objectContaining({ rule });
const rulesAgainst = async (event: string) =>
  (await course.card()).next.find((one) => one.event === event)?.refusals.map(({ rule }) => rule) ?? [];

describe('bad input before the exam', () => {
  test('expired right on the exam date: refused for the seat, and the exam is not confirmed with it', async () => {
    await course.plan();
    const late = await w.expert('Просроченный', 'expert', '2027-06-15');
    await expect(
      course.call('saveSeats', { seats: [{ personId: late.personId, role: 'line' }] }),
    ).rejects.toEqual(refusedBy('DE-06'));
    await course.seat();
    await sql`update specialists.expert_right set valid = daterange('2026-01-01', '2027-06-16')
      where expert_id in (select id from specialists.expert where person_id = ${course.line[0]?.personId})`.execute(
      world.db,
    );
    await expect(course.confirm()).rejects.toEqual(refusedBy('DE-06'));
  });

  test('conflict appearing after confirmation re-opens the exam and tells whom and why', async () => {
    await course.plan();
    await course.seat();
    await course.confirm();
    const [one] = course.line;
    await w.employ(one?.personId ?? '', '2027-05-01');
    await world.deliver();
    const card = await course.card();
    expect(card.state).toBe('planned');
    expect(card.why).toMatchObject({
      key: 'exams:why.conflict',
      params: { code: 'CI-1', name: 'Экспертов1 П. И.' },
    });
    expect(card.seats.find(({ personId }) => personId === one?.personId)?.conflicts).toMatchObject([
      { code: 'CI-1' },
    ]);
    const { rows } = await sql<{ role: string }>`select role from platform.task where kind = 'exams.reopened'
      and subject_id = ${course.id} and state = 'open' order by role`.execute(world.db);
    expect(rows.map(({ role }) => role)).toEqual(['college_deputy', 'exam_operator_coordinator']);
    await expect(course.confirm()).rejects.toEqual(refusedBy('DE-08'));
  });

  test('an expert who teaches the students is refused by every route: seat, confirmation, marks', async () => {
    await course.plan();
    const own = await w.expert('Своев');
    await w.employ(own.personId);
    await expect(
      course.call('saveSeats', { seats: [{ personId: own.personId, role: 'line' }] }),
    ).rejects.toEqual(refusedBy('CI-1'));
    await expect(
      course.call('saveSeats', { seats: [{ personId: own.personId, role: 'chief' }] }),
    ).rejects.toMatchObject({ rule: 'DE-07' });
    await course.seat();
    // written past the house: the confirmation still sees it
    await sql`insert into exams.session_expert (id, session_id, person_id, role, state, invited_at)
      values (${world.newId()}, ${course.id}, ${own.personId}, 'line', 'confirmed', now())`.execute(world.db);
    await expect(course.confirm()).rejects.toEqual(refusedBy('DE-08'));
  });

  test('kit changed after confirmation: a new edition re-opens the exam, the old one confirms nothing', async () => {
    world.clock.set('2027-03-01T09:00:00Z');
    course = new Course(world, await examWorld(world));
    await course.plan();
    await course.seat();
    await course.confirm();
    const { id } = await world.call<{ id: string }>(
      'exams.saveKit',
      { id: course.w.kitId, body: smallKit(course.w.kitCode, { minutes: 200 }) },
      w.operator,
    );
    expect(await world.call('exams.approveKit', { id }, w.operator)).toMatchObject({ reopened: 1 });
    const card = await course.card();
    expect([card.state, card.why?.key]).toEqual(['planned', 'exams:why.kitChanged']);
    await expect(course.confirm()).rejects.toEqual(refusedBy('DE-03'));
  });

  test('expert double-booked: a second exam on the same day is refused with the name of the first', async () => {
    await course.plan();
    await course.seat();
    const other = new Course(world, w);
    world.clock.set(AT.planned);
    const { id: centreId } = await world.call<{ id: string }>(
      'exams.saveCentre',
      { organisationId: w.college, name: 'Второй центр', address: 'Киров', workplaces: 6 },
      w.operator,
    );
    const made = await world.call<{ id: string }>(
      'exams.planSession',
      { kitId: w.kitId, centreId, day: DAY, workplaces: 5 },
      w.deputy,
    );
    other.id = made.id;
    await expect(
      other.call('saveSeats', { seats: [{ personId: course.line[0]?.personId, role: 'line' }] }),
    ).rejects.toMatchObject({ rule: 'EX-01', params: { name: 'Экспертов1 П. И.' } });
    // the same two exams share a centre: its workplaces are a row a day
    await expect(
      world.call(
        'exams.planSession',
        { kitId: w.kitId, centreId: w.centreId, day: DAY, workplaces: 2 },
        w.deputy,
      ),
    ).rejects.toEqual(refusedBy('EX-01'));
  });

  test('one student in two sessions is refused with the other exam’s name', async () => {
    await course.plan();
    const again = {
      kitId: w.kitId,
      centreId: w.centreId,
      day: '2027-06-18',
      workplaces: 2,
      studentIds: [course.students[0]?.studentId],
    };
    await expect(world.call('exams.planSession', again, w.deputy)).rejects.toEqual(refusedBy('EX-08'));
  });

  test('plan told late, site checked on the day itself, task asked for early', async () => {
    await course.plan();
    await course.seat();
    await course.confirm();
    world.clock.set('2027-06-10T09:00:00Z');
    await expect(course.call('giveTask', {})).rejects.toEqual(refusedBy('DE-09'));
    await course.call('announceSession', {}, w.deputy);
    expect(await rulesAgainst('prepare')).toEqual(['DE-10', 'DE-11']);
  });

  test('fewer experts free of conflict than the kit wants', async () => {
    await course.plan();
    await course.seat({ line: 2 });
    await expect(course.confirm()).rejects.toEqual(refusedBy('X-14'));
  });

  test('an expert declines: the confirmed exam opens again with his reason', async () => {
    await course.plan();
    await course.seat();
    await course.confirm();
    const [one] = course.line;
    const { rows } = await world.call<{ rows: { id: string }[] }>('exams.mySeats', {}, one?.as ?? w.operator);
    await expect(
      world.call('exams.answerSeat', { id: rows[0]?.id, answer: 'declined' }, one?.as ?? w.operator),
    ).rejects.toMatchObject({
      key: 'exams:error.sayWhy',
    });
    await world.call(
      'exams.answerSeat',
      { id: rows[0]?.id, answer: 'declined', why: 'болезнь' },
      one?.as ?? w.operator,
    );
    expect((await course.card()).why).toMatchObject({
      key: 'exams:why.expertLeft',
      params: { reason: 'болезнь' },
    });
  });

  test('the draw: sealed before, held once, recomputed by anybody; by hand it is recorded', async () => {
    await course.plan({ students: 3 });
    await course.seat();
    await course.confirm();
    const sealed = (await course.card()).draw;
    expect(sealed).toMatchObject({ method: null, seed: null });
    const drawn = await course.call<{ seed: string; places: { examineeId: string; workplace: number }[] }>(
      'drawWorkplaces',
      {},
      course.chief.as,
    );
    const { createHash } = await import('node:crypto');
    expect(createHash('sha256').update(Buffer.from(drawn.seed, 'hex')).digest('hex')).toBe(
      sealed?.commitment,
    );
    const { drawPlaces } = await import('../days/draw-workplaces.ts');
    const { rows } = await sql<{
      code: string;
    }>`select code from exams.session where id = ${course.id}`.execute(world.db);
    const anew = drawPlaces(
      Buffer.from(drawn.seed, 'hex'),
      rows[0]?.code ?? '',
      drawn.places.map(({ examineeId }) => examineeId),
      [1, 2, 3, 4, 5],
    );
    expect(anew.map(({ examinee, workplace }) => ({ examineeId: examinee, workplace }))).toEqual(
      drawn.places,
    );
    await expect(course.call('drawWorkplaces', {}, course.chief.as)).rejects.toMatchObject({
      key: 'exams:error.alreadyDrawn',
    });
    const second = new Course(world, w);
    await second.plan({ day: '2027-06-18' });
    second.chief = course.chief;
    await second.seat();
    await second.confirm();
    const people = (await second.card()).people;
    const hand = (places: object[]) =>
      second.call('noteDraw', { witnesses: 'Иванов, Петров', places }, second.chief.as);
    await expect(hand([{ examineeId: people[0]?.id, workplace: 1 }])).rejects.toMatchObject({
      key: 'exams:error.drawIncomplete',
    });
    await hand(people.map(({ id }, i) => ({ examineeId: id, workplace: 5 - i })));
    expect((await second.card()).people.map(({ workplace }) => workplace)).toEqual([4, 5]);
  });
});

describe('bad input at the exam', () => {
  test('mark above the maximum, part of a whole, a score beyond the scale: refused one by one, the good ones stay', async () => {
    await course.toRunning();
    const { aspects, places } = await course.sheet();
    const at = places[0]?.examineeId ?? '';
    const aspect = (code: string) => aspects.find((one) => one.code === code)?.id ?? '';
    const { answers } = await course.send([
      course.mark(at, aspect('А1.1'), 3001),
      course.mark(at, aspect('А1.1'), 1500),
      course.mark(at, aspect('Б1.2'), 4),
      course.mark(at, aspect('Б1.1'), 400),
    ]);
    expect(answers.map(({ outcome, rule }) => [outcome, rule])).toEqual([
      ['refused', 'EX-04'],
      ['refused', 'EX-04'],
      ['refused', 'EX-04'],
      ['accepted', null],
    ]);
  });

  test('judgement spread of 2 and a missing aspect hold the signature and the lock', async () => {
    await course.toRunning({ students: 1 });
    const { aspects, places } = await course.sheet();
    const at = places[0]?.examineeId ?? '';
    const [whole, steps, judged] = aspects;
    for (const [i, score] of [3, 3, 1].entries())
      await course.send(
        [course.mark(at, judged?.id ?? '', score, { device: `t-${i}-long` })],
        course.line[i]?.as,
      );
    await expect(course.call('signPlace', { examineeId: at }, course.line[0]?.as)).rejects.toEqual(
      refusedBy('EX-06'),
    );
    await course.send([course.mark(at, whole?.id ?? '', 3000), course.mark(at, steps?.id ?? '', 400)]);
    await expect(course.call('signPlace', { examineeId: at }, course.line[0]?.as)).rejects.toEqual(
      refusedBy('DE20-09'),
    );
    expect(await rulesAgainst('mark')).toEqual(['EX-06', 'DE20-09', 'DE-15']);
    await course.send([course.mark(at, judged?.id ?? '', 2, { device: 't-2-long' })], course.line[2]?.as);
    await course.call('signPlace', { examineeId: at }, course.line[0]?.as);
    // somebody else measured something else
    await course.send([course.mark(at, steps?.id ?? '', 600, { device: 't-1-long' })], course.line[1]?.as);
    await expect(course.call('signPlace', { examineeId: at }, course.line[1]?.as)).rejects.toEqual(
      refusedBy('EX-05'),
    );
  });

  test('mark after signing is refused, before and after the lock; a correction is a new record with its ground', async () => {
    await course.toRunning({ students: 1 });
    const { aspects, places } = await course.sheet();
    const at = places[0]?.examineeId ?? '';
    await course.markAll();
    const late = await course.send([course.mark(at, aspects[0]?.id ?? '', 0)]);
    expect(late.answers).toMatchObject([{ outcome: 'refused', rule: 'X-08' }]);
    await course.sign();
    const corrected = await world.call(
      'exams.correctResult',
      { id: at, criteria: [{ code: 'А', points: 0 }], ground: 'описка в акте замера' },
      w.chair,
    );
    expect(corrected).toMatchObject({ points: 1167, grade: null });
    const { rows } = await sql<{
      points: number;
      ground: string | null;
    }>`select points, ground from exams.result
      where examinee_id = ${at} order by made_at, id`.execute(world.db);
    expect(rows).toEqual([
      { points: 4167, ground: null },
      { points: 1167, ground: 'описка в акте замера' },
    ]);
    expect((await course.card()).protocol).toMatchObject({ version: 2, signed: [] });
    // the corrected paper is signed anew before it goes to the board
    await expect(course.move('transfer', course.chief.as)).rejects.toEqual(refusedBy('EX-13'));
    expect(await rulesAgainst('transfer')).toEqual(['EX-13']);
    await course.sign();
    expect(await course.move('transfer', course.chief.as)).toMatchObject({ state: 'transferred_to_GEK' });
  });

  test('chief expert marking is refused by CI-7, a stranger by having no seat', async () => {
    await course.toRunning({ students: 1 });
    const { aspects, places } = await course.sheet();
    const one = course.mark(places[0]?.examineeId ?? '', aspects[0]?.id ?? '', 3000);
    expect((await course.send([one], course.chief.as)).answers).toMatchObject([
      { outcome: 'refused', rule: 'CI-7' },
    ]);
    const stranger = await w.expert('Чужой');
    await expect(course.send([one], stranger.as)).rejects.toMatchObject({ status: 404 });
    await expect(
      course.call('saveSeats', { seats: [{ personId: course.chief.personId, role: 'line' }] }),
    ).rejects.toMatchObject({
      key: 'exams:error.alreadyBegun',
    });
  });

  test('network gone during marking: two hours of marks arrive late, twice and in disorder, and stand once', async () => {
    await course.toRunning({ students: 2 });
    const { aspects, places } = await course.sheet();
    const marks = places.flatMap(({ examineeId }) =>
      aspects.map(({ id, kind }) => course.mark(examineeId, id, kind === 'judgement' ? 2 : 0)),
    );
    const changed = course.mark(places[0]?.examineeId ?? '', aspects[1]?.id ?? '', 500);
    world.clock.set(`${DAY}T08:00:00Z`);
    await course.send([changed]);
    const first = await course.send([...marks].reverse());
    const again = await course.send([...marks, changed]);
    expect(new Set(first.answers.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
    expect(new Set(again.answers.map(({ outcome }) => outcome))).toEqual(new Set(['known']));
    const standing = (await course.sheet()).marks;
    expect(standing).toHaveLength(6);
    // sent first, made last: the number of the device decides, not the hour of arrival
    expect(
      standing.find((one) => one.examineeId === changed.examineeId && one.aspectId === changed.aspectId)
        ?.value,
    ).toBe(500);
  });

  test('two tablets of one expert: each counts for itself, nothing is overwritten, the later to arrive stands', async () => {
    await course.toRunning({ students: 1 });
    const { aspects, places } = await course.sheet();
    const [at, aspect] = [places[0]?.examineeId ?? '', aspects[1]?.id ?? ''];
    const first = course.mark(at, aspect, 300, { device: 'tablet-one', sequence: 1 });
    const second = course.mark(at, aspect, 700, { device: 'tablet-two', sequence: 1 });
    world.clock.set(`${DAY}T07:00:00Z`);
    expect((await course.send([first])).answers).toMatchObject([{ outcome: 'accepted' }]);
    world.clock.set(`${DAY}T07:05:00Z`);
    expect((await course.send([second])).answers).toMatchObject([{ outcome: 'accepted' }]);
    // a late repeat of the first tablet is known and does not come back to the top
    expect((await course.send([first])).answers).toMatchObject([{ outcome: 'known' }]);
    expect((await course.sheet()).marks).toMatchObject([{ value: 700 }]);
    // another mark under a number this tablet has used is refused, not put in its place
    const doubled = course.mark(at, aspect, 100, { device: 'tablet-one', sequence: 1 });
    expect((await course.send([doubled])).answers).toMatchObject([
      { outcome: 'refused', key: 'exams:error.markTaken' },
    ]);
    const { rows } = await sql`select 1 from exams.mark where session_id = ${course.id}`.execute(world.db);
    expect(rows).toHaveLength(2);
  });

  test('clock of a tablet wrong by an hour: the mark is kept with both times, nothing is judged by it', async () => {
    await course.toRunning({ students: 1 });
    const { aspects, places } = await course.sheet();
    const wrong = `${DAY}T07:00:00.000Z`;
    await course.send([
      course.mark(places[0]?.examineeId ?? '', aspects[1]?.id ?? '', 300, { deviceAt: wrong }),
    ]);
    await course.send([
      course.mark(places[0]?.examineeId ?? '', aspects[1]?.id ?? '', 700, { deviceAt: AT.before }),
    ]);
    const { rows } = await sql<{
      device_at: string;
      server_at: string;
    }>`select device_at, server_at from exams.mark
      where session_id = ${course.id} order by sequence`.execute(world.db);
    expect(
      rows.map(({ device_at, server_at }) => [
        new Date(device_at).toISOString(),
        new Date(server_at).toISOString(),
      ]),
    ).toEqual([
      [wrong, `${DAY}T06:00:00.000Z`],
      ['2027-06-15T09:00:00.000Z', `${DAY}T06:00:00.000Z`],
    ]);
    expect((await course.sheet()).marks).toMatchObject([{ value: 700 }]);
  });

  test('site failure mid-exam: stopped, late marks still arrive, then annulled and planned anew for the same people', async () => {
    await course.toRunning();
    const { aspects, places } = await course.sheet();
    await expect(course.move('suspend')).rejects.toMatchObject({ key: 'exams:error.sayWhy' });
    await course.move('suspend', w.operator, { reason: 'нет света' });
    const late = await course.send([course.mark(places[0]?.examineeId ?? '', aspects[1]?.id ?? '', 300)]);
    expect(late.answers).toMatchObject([{ outcome: 'accepted' }]);
    const made = await course.call<{ id: string }>('repeatSession', {
      day: '2027-06-23',
      why: 'нет света, площадка не поднята',
    });
    expect((await course.card()).state).toBe('annulled');
    expect((await course.sheet()).marks).toHaveLength(1);
    course.id = made.id;
    const anew = await course.card();
    expect([anew.state, anew.people.length, anew.seats.length]).toEqual(['planned', 2, 6]);
  });

  test('a tie found after the start is an incident to the board and flags that expert’s marks of those students', async () => {
    await course.toRunning();
    const { aspects, places } = await course.sheet();
    await course.send([course.mark(places[0]?.examineeId ?? '', aspects[1]?.id ?? '', 300)]);
    await w.employ(course.line[0]?.personId ?? '');
    await world.deliver();
    const card = await course.card();
    expect(card.state).toBe('running');
    expect(card.incidentList.map(({ kind, code, marks }) => [kind, code, marks]).sort()).toEqual([
      ['tie', 'CI-1', 0],
      ['tie', 'CI-1', 1],
    ]);
    const { rows } =
      await sql`select 1 from platform.task where kind = 'exams.incident' and role = 'board_chair' and state = 'open'`.execute(
        world.db,
      );
    expect(rows.length).toBeGreaterThan(0);
    await world.call(
      'exams.decideIncident',
      { id: card.incidentList[0]?.id, decision: 'оценки не учитывать' },
      w.chair,
    );
    expect((await course.card()).incidentList.filter(({ decision }) => decision)).toHaveLength(1);
  });
});

describe('bad input after the exam', () => {
  test('appeals: on procedure a day late, on the result after its term; in time they are heard', async () => {
    await course.toRunning({ students: 2 });
    const [first, second] = course.students;
    const people = (await course.card()).people;
    const examinee = (student = first) =>
      people.find(({ studentId }) => studentId === student?.studentId)?.id ?? '';
    const file = (kind: string, student = first) =>
      world.call<{ id: string; dueOn: string }>(
        'exams.fileAppeal',
        { examineeId: examinee(student), kind, text: 'не согласен' },
        student?.as ?? w.deputy,
      );
    await course.markAll();
    const procedure = await file('procedure');
    // 17, 18 and 21 June are the three working days
    expect(procedure.dueOn).toBe('2027-06-21');
    await expect(file('procedure')).rejects.toMatchObject({ key: 'exams:error.appealThere' });
    world.clock.set(AT.next);
    await expect(file('procedure', second)).rejects.toEqual(refusedBy('DE-22'));
    await course.sign();
    await course.move('transfer', course.chief.as);
    // announced on Friday
    world.clock.set('2027-06-18T09:00:00Z');
    await course.call('setGrades', {}, w.chair);
    world.clock.set('2027-06-21T09:00:00Z');
    const result = await file('result', second);
    world.clock.set('2027-06-22T09:00:00Z');
    await expect(file('result')).rejects.toEqual(refusedBy('DE-22'));

    const decide = (id: string, decision: string, criteria: object[] = []) =>
      world.call(
        'exams.decideAppeal',
        { id, decision, number: '3', words: 'рассмотрено', criteria },
        w.appealer,
      );
    await expect(decide(result.id, 'annul')).rejects.toEqual(refusedBy('DE-24'));
    await expect(decide(result.id, 'change')).rejects.toEqual(refusedBy('DE-24'));
    expect(await decide(result.id, 'change', [{ code: 'А', points: 0 }])).toMatchObject({
      state: 'upheld',
      grade: 3,
    });
    expect(await decide(procedure.id, 'annul')).toMatchObject({ state: 'upheld' });
    // annulled: another date needs no term and costs no attempt
    const anew = await world.call<{ id: string }>(
      'exams.planSession',
      {
        kitId: w.kitId,
        centreId: w.centreId,
        day: '2027-06-28',
        workplaces: 2,
        studentIds: [first?.studentId],
      },
      w.deputy,
    );
    expect(anew.id).toBeTruthy();
  });

  test('a re-sit waits half a year; who has passed does not sit again', async () => {
    await course.toGraded({ students: 2, marks: { whole: 0, steps: 0, judgement: 0 } });
    world.clock.set('2027-06-21T09:00:00Z');
    await course.call('noteVideo', { until: '2028-06-16' });
    await course.move('close');
    const again = (day: string) =>
      world.call(
        'exams.planSession',
        {
          kitId: w.kitId,
          centreId: w.centreId,
          day,
          workplaces: 2,
          studentIds: [course.students[0]?.studentId],
        },
        w.deputy,
      );
    await expect(again('2027-12-15')).rejects.toEqual(refusedBy('DE-21'));
    expect(await again('2027-12-16')).toMatchObject({ code: expect.stringContaining('ДЭ-2027') });
  });
});
