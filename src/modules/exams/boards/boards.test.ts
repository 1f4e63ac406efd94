import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { Course } from '../testing/course.test.kit.ts';
import { type ExamWorld, examWorld } from '../testing/exam-world.test.kit.ts';

let world: TestWorld;
let w: ExamWorld;
beforeAll(async () => {
  world = await freshWorld();
  world.clock.set('2027-03-01T09:00:00Z');
  w = await examWorld(world);
}, 120_000);

const ruled = (rule: string) => expect.objectContaining({ rule });

describe('board and commission', () => {
  test('DE-05 whoever chairs does not work in the college: told in the list, and the exam is not confirmed', async () => {
    const course = await new Course(world, w).plan({ students: 1 });
    await course.seat();
    await sql`insert into registry.tie (id, kind, person_id, to_organisation_id, valid, source_kind, source_id)
      values (${world.newId()}, 'works_for', ${w.board.chair}, ${w.college}, daterange('2026-09-01', null), 'test', ${world.newId()})`.execute(
      world.db,
    );
    const { rows } = await world.call<{ rows: { kind: string; chairWorksHere: boolean }[] }>(
      'exams.listBoards',
      { year: 2027 },
      w.deputy,
    );
    expect(rows.map(({ kind, chairWorksHere }) => [kind, chairWorksHere]).sort()).toEqual([
      ['appeal', false],
      ['board', true],
    ]);
    await expect(course.confirm()).rejects.toEqual(ruled('DE-05'));
    await sql`delete from registry.tie where person_id = ${w.board.chair} and kind = 'works_for'`.execute(
      world.db,
    );
    await course.confirm();
  });

  test('DE-23 an expert of this year’s exams is not taken into the appeal commission, and is named with the exam', async () => {
    const course = await new Course(world, w).plan({ students: 1, day: '2027-06-18' });
    await course.seat();
    const expert = course.line[0]?.personId ?? '';
    const posts = ['chair', 'secretary', 'member', 'member', 'member', 'member', 'member'];
    const members = [expert, ...w.commission.slice(1)].map((personId, i) => ({ personId, post: posts[i] }));
    const save = (year: number) => world.call('exams.saveBoard', { kind: 'appeal', year, members }, w.deputy);
    await expect(save(2027)).rejects.toMatchObject({
      rule: 'DE-23',
      params: { name: 'Экспертов1 П. И.' },
    });
    // of another year's exams nothing is known yet
    await expect(save(2028)).resolves.toMatchObject({ id: expect.any(String) });
    expect(
      (await world.call<{ rows: object[] }>('exams.listBoards', { year: 2028 }, w.deputy)).rows,
    ).toHaveLength(1);
  });

  test('staff are found by surname, of the whole region, and colleagues are marked; students are not offered', async () => {
    const colleague = await w.person('Коллегин');
    await w.employ(colleague);
    await w.student('Коллегина');
    const find = async (search: string) =>
      (
        await world.call<{ rows: { name: string; colleague: boolean }[] }>(
          'exams.listStaff',
          { search },
          w.deputy,
        )
      ).rows.map(({ name, colleague: own }) => [name, own]);
    expect(await find('колл')).toEqual([['Коллегин Пётр Ильич', true]]);
    expect(await find('к')).toEqual([]);
  });
});

describe('again', () => {
  test('DE-21 who failed, who was away, who was annulled: each with the term; an absence becomes excused by a paper', async () => {
    const course = await new Course(world, w).plan({ students: 3, day: '2027-06-23' });
    await course.seat();
    await course.confirm();
    world.clock.set('2027-06-01T09:00:00Z');
    await course.call('announceSession', {}, w.deputy);
    world.clock.set('2027-06-22T09:00:00Z');
    await course.call('noteCheck', { number: 'ПП-2' });
    await course.call('giveTask', {});
    await course.call('drawWorkplaces', {}, course.chief.as);
    const { people, seats } = await course.card();
    await course.call('signBriefing', {
      examineeIds: people.map(({ id }) => id),
      seatIds: seats.map(({ id }) => id),
    });
    await course.move('prepare');
    world.clock.set('2027-06-23T06:00:00Z');
    const [first, second, third] = people;
    await course.call('notePresence', { examineeId: first?.id, present: true, identified: true });
    for (const one of [second, third])
      await course.call('notePresence', { examineeId: one?.id, present: false });
    await course.move('start');
    await course.move('suspend', w.operator, { reason: 'нет света' });
    await course.move('annul', w.operator, { reason: 'площадка не поднята' });

    type Row = {
      examineeId: string;
      why: string;
      first: string | null;
      last: string | null;
      attempts: number;
    };
    const list = async () =>
      (await world.call<{ rows: Row[] }>('exams.listRepeats', {}, w.deputy)).rows.filter(({ examineeId }) =>
        people.some(({ id }) => id === examineeId),
      );
    // an annulled exam costs nobody an attempt and asks for no term
    expect((await list()).map(({ why, first: from, attempts }) => [why, from, attempts])).toEqual([
      ['annulled', null, 0],
      ['annulled', null, 0],
      ['annulled', null, 0],
    ]);
    // had it stood, an absence would wait half a year, and an application makes it four months at most
    await sql`update exams.session set state = 'closed' where id = ${course.id}`.execute(world.db);
    const before = (await list()).find(({ examineeId }) => examineeId === second?.id);
    expect(before).toMatchObject({ why: 'unexcused', first: '2027-12-23', last: null, attempts: 1 });
    const note = (on: string) =>
      world.call(
        'exams.noteAbsence',
        { id: second?.id, absence: 'valid', on, paper: 'справка 14' },
        w.deputy,
      );
    await expect(note('2027-06-22')).rejects.toMatchObject({ key: 'exams:error.beforeExam' });
    await expect(note('2027-07-01')).rejects.toMatchObject({ key: 'exams:error.futureDay' });
    world.clock.set('2027-06-24T09:00:00Z');
    await note('2027-06-24');
    expect((await list()).find(({ examineeId }) => examineeId === second?.id)).toMatchObject({
      why: 'valid',
      first: null,
      last: '2027-10-24',
      attempts: 0,
    });
    const again = (day: string, studentId = second?.studentId) =>
      world.call<{ id: string }>(
        'exams.planSession',
        { kitId: w.kitId, centreId: w.centreId, day, workplaces: 1, studentIds: [studentId] },
        w.deputy,
      );
    await expect(again('2027-10-25')).rejects.toEqual(ruled('DE-21'));
    await expect(again('2027-10-25', third?.studentId)).rejects.toEqual(ruled('DE-21'));
    const { id } = await again('2027-10-22');
    const { rows } = await sql<{
      attempt: number;
    }>`select attempt from exams.examinee where session_id = ${id}`.execute(world.db);
    expect(rows).toEqual([{ attempt: 1 }]);
    // who has a day is not asked about any more
    expect((await list()).some(({ examineeId }) => examineeId === second?.id)).toBe(false);
  });
});
