import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { groupOf } from '../groups/group-of.ts';
import ru from '../messages.ru.ts';
import { myOrders } from '../personal/my-orders.ts';
import { myStudies } from '../personal/my-studies.ts';
import { type College, enrolOne, makeCollege } from '../testing/college.ts';

interface GroupCard {
  studying: number;
  onLeave: number;
  lost: number;
  overdueLeave: number;
  students: { id: string; fullName: string; status: string; leaveUntil: string | null; age: number }[];
  seatLines: { seats: number; taken: number }[];
}

/** The word behind `programmes:a.b.c`. */
const wordOf = (key: string) =>
  key
    .replace('programmes:', '')
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], ru);

let world: TestWorld;
let college: College;
const group = (as = college.deputy) =>
  world.call<GroupCard>('programmes.getGroup', { id: college.groupId }, as);
const move = (id: string, event: string, more: object = {}) =>
  world.call<{ status: string }>(
    'programmes.moveStudent',
    { id, event, expected: 'studying', on: '2026-10-01', orderNumber: '7-с', ground: 'заявление', ...more },
    college.deputy,
  );
const cohortDays = async (personId: string) =>
  (
    await sql<{ from: string; to: string | null }>`select lower(valid) as "from", upper(valid) as "to"
      from registry.cohort_member where person_id = ${personId} order by 1`.execute(world.db)
  ).rows;
const roleDays = async (personId: string) =>
  (
    await sql<{ from: string; to: string | null }>`select lower(valid) as "from", upper(valid) as "to"
      from registry.assignment where person_id = ${personId} and role = 'student' order by 1`.execute(
      world.db,
    )
  ).rows;

beforeAll(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  college = await makeCollege(world);
});

describe('a student', () => {
  test('enters the group, the cohort and the role by one order, naming the seat line', async () => {
    const { studentId, personId } = await enrolOne(world, college, 'Ёлкин');
    expect(await cohortDays(personId)).toEqual([{ from: '2024-09-01', to: null }]);
    expect(await roleDays(personId)).toEqual([{ from: '2024-09-01', to: null }]);
    expect(await group()).toMatchObject({
      studying: 1,
      students: [{ id: studentId, fullName: 'Ёлкин Пётр Ильич', age: 18 }],
      seatLines: [{ seats: 3, taken: 1 }],
    });
    expect(await groupOf(world.db, personId, '2026-11-23')).toMatchObject({
      groupId: college.groupId,
      code: 'СВ-24',
    });
    expect(await groupOf(world.db, personId, '2024-08-31')).toBeNull();
  });

  test('finds no seat when all are taken, and a seat freed by expulsion is given again', async () => {
    const first = await enrolOne(world, college, 'Первый');
    await enrolOne(world, college, 'Второй');
    await enrolOne(world, college, 'Третий');
    await expect(enrolOne(world, college, 'Четвёртый')).rejects.toMatchObject({
      rule: 'PG-04',
      key: 'programmes:rule.PG-04.full',
      fields: [{ path: 'seatLineId' }],
    });
    // the refused enrolment left nothing behind
    const persons = await sql`select 1 from registry.person where surname = 'Четвёртый'`.execute(world.db);
    expect(persons.rows).toHaveLength(0);
    await move(first.studentId, 'expulsion');
    await enrolOne(world, college, 'Четвёртый', { on: '2026-10-02' });
  });

  test.each([
    [{ funding: 'paid' }, 'PG-04.funding'],
    [{ on: '2027-03-01' }, 'PG-01.ahead'],
  ])('an order that does not fit is refused by its rule: %o', async (more, rule) => {
    await expect(enrolOne(world, college, 'Лишний', more)).rejects.toMatchObject({
      key: `programmes:rule.${rule}`,
    });
  });

  test('a target contract stands on a quota seat; a line of another year does not fit', async () => {
    await enrolOne(world, college, 'Целевой', { funding: 'target' });
    const { id } = await world.call<{ id: string }>(
      'programmes.saveSeatLine',
      { programmeId: college.programmeId, intakeYear: 2025, funding: 'quota', seats: 3 },
      college.deputy,
    );
    await expect(enrolOne(world, college, 'Поздний', { seatLineId: id })).rejects.toMatchObject({
      key: 'programmes:rule.PG-04.year',
    });
  });

  test('goes on leave with a last day, comes back, and the way is written as dated events', async () => {
    const { studentId } = await enrolOne(world, college, 'Отпускной');
    await expect(move(studentId, 'leave')).rejects.toMatchObject({ key: 'programmes:rule.PG-02.noEnd' });
    await expect(move(studentId, 'leave', { until: '2028-10-02' })).rejects.toMatchObject({ rule: 'PG-02' });
    await move(studentId, 'leave', { until: '2026-11-20' });
    expect(await group()).toMatchObject({
      studying: 0,
      onLeave: 1,
      overdueLeave: 1,
      students: [{ status: 'leave', leaveUntil: '2026-11-20' }],
    });
    await expect(move(studentId, 'return', { expected: 'leave', on: '2026-09-30' })).rejects.toMatchObject({
      key: 'programmes:rule.PG-01.before',
    });
    await move(studentId, 'return', { expected: 'leave', on: '2026-11-21' });
    const card = await world.call<{ events: { kind: string }[]; next: string[] }>(
      'programmes.getStudent',
      { id: studentId },
      college.deputy,
    );
    expect(card.events.map(({ kind }) => kind)).toEqual(['enrolment', 'leave', 'return']);
    expect(card.next).toEqual(['leave', 'expulsion', 'transfer-out', 'graduation']);
  });

  test('expulsion ends cohort and role on its day; nothing leads on from it', async () => {
    const { studentId, personId } = await enrolOne(world, college, 'Ушедший');
    expect(await move(studentId, 'expulsion')).toMatchObject({ status: 'expelled' });
    expect(await cohortDays(personId)).toEqual([{ from: '2024-09-01', to: '2026-10-01' }]);
    expect(await roleDays(personId)).toEqual([{ from: '2024-09-01', to: '2026-10-01' }]);
    await expect(move(studentId, 'return', { expected: 'expelled', on: '2026-10-05' })).rejects.toMatchObject(
      {
        status: 409,
        key: 'states:error.notFromHere',
      },
    );
    expect(await groupOf(world.db, personId, '2026-10-01')).toBeNull();
  });

  test('expulsion ends the role the enrolment gave, not one somebody was appointed to', async () => {
    const { studentId, personId } = await enrolOne(world, college, 'Двуролев');
    const { organisationId } = college;
    await world.call(
      'registry.appoint',
      {
        person: { id: personId },
        role: 'college_teacher',
        organisationId,
        from: '2026-09-01',
        ground: 'приказ',
      },
      college.deputy,
    );
    await move(studentId, 'expulsion');
    const { rows } = await sql<{ role: string; ended: boolean }>`select role, not upper_inf(valid) as ended
      from registry.assignment where person_id = ${personId} order by role`.execute(world.db);
    expect(rows).toEqual([
      { role: 'college_teacher', ended: false },
      { role: 'student', ended: true },
    ]);
  });

  test('«Мои данные» shows the studies and the orders, in words of the catalogues', async () => {
    const { personId } = await enrolOne(world, college, 'Показов');
    const [studies, orders] = [
      await myStudies.collect(world.db, personId),
      await myOrders.collect(world.db, personId),
    ];
    const values = (fields: { value: unknown }[] = []) => fields.map(({ value }) => value);
    expect(values(studies[0]?.fields)).toEqual([
      'Заречный колледж (демо)',
      '15.01.05 Сварщик (демо)',
      'СВ-24',
      3,
      'programmes:screen.funding.quota',
      'programmes:state.student.studying',
      null,
    ]);
    expect(values(orders[0]?.fields)).toEqual([
      '2024-09-01',
      'programmes:event.student.enrolment',
      '112-с',
      null,
      null,
    ]);
    for (const { value, as } of [...studies, ...orders].flatMap(({ fields }) => fields))
      if (as === 'messageKey') expect(wordOf(value as string), String(value)).toBeTypeOf('string');
  });

  test('a transfer inside the college moves the cohort and keeps role and seat line', async () => {
    const { studentId, personId } = await enrolOne(world, college, 'Переведённый');
    const { id: toGroupId } = await world.call<{ id: string }>(
      'programmes.saveGroup',
      {
        programmeId: college.programmeId,
        code: 'СВ-24-2',
        intakeYear: 2024,
        course: 3,
        graduationYear: 2027,
      },
      college.deputy,
    );
    const transfer = { toGroupId, on: '2026-10-01', orderNumber: '9-с' };
    const { id } = await world.call<{ id: string }>(
      'programmes.transferStudent',
      { id: studentId, ...transfer },
      college.deputy,
    );
    expect(await cohortDays(personId)).toEqual([
      { from: '2024-09-01', to: '2026-10-01' },
      { from: '2026-10-01', to: null },
    ]);
    expect(await roleDays(personId)).toEqual([{ from: '2024-09-01', to: null }]);
    expect(await world.call('programmes.getStudent', { id }, college.deputy)).toMatchObject({
      group: { code: 'СВ-24-2' },
      seatLine: { id: college.seatLineId },
      events: [{ kind: 'transfer-in' }],
    });
    const other = await makeCollege(world, 'Чужой колледж (демо)');
    await expect(
      world.call('programmes.transferStudent', { id, ...transfer, toGroupId: other.groupId }, college.deputy),
    ).rejects.toMatchObject({ key: 'programmes:error.transferElsewhere' });
  });

  test('nobody graduates before the year of the group', async () => {
    const { studentId } = await enrolOne(world, college, 'Ранний');
    await expect(move(studentId, 'graduation')).rejects.toMatchObject({
      rule: 'PG-03',
      fields: [{ path: 'on' }],
    });
    world.clock.set('2027-06-30T09:00:00Z');
    expect(await move(studentId, 'graduation', { on: '2027-06-30' })).toMatchObject({ status: 'graduated' });
  });

  test('a page opened before another order is told so', async () => {
    const { studentId } = await enrolOne(world, college, 'Спешный');
    await move(studentId, 'leave', { until: '2027-06-01' });
    await expect(move(studentId, 'expulsion')).rejects.toMatchObject({ key: 'use-case:error.stale' });
  });
});

describe('who sees a student', () => {
  test('the card is for the leaders of the college, the curator of the group and the student; every read is noted', async () => {
    const { studentId, personId } = await enrolOne(world, college, 'Видимый');
    const read = (role: string, who: object = {}) =>
      world.call('programmes.getStudent', { id: studentId }, world.as(role, who));
    const { organisationId } = college;
    const other = await makeCollege(world, 'Соседний колледж (демо)');
    await read('college_head', { organisationId });
    await read('student', { personId, organisationId });
    for (const [role, who, status] of [
      ['college_deputy', { organisationId: other.organisationId }, 404],
      ['college_deputy', { organisationId, verified: false }, 404],
      ['student', { organisationId }, 404],
      ['college_curator', { organisationId }, 404],
      ['min_edu_head', {}, 403],
      ['enterprise_hr', { organisationId }, 403],
      ['visitor', {}, 401],
    ] as const)
      await expect(read(role, who), role).rejects.toMatchObject({ status });
    const looks = await sql<{ role: string }>`select role from platform.history
      where act = 'read' and subject_kind = 'programmes.student' and subject_person_id = ${personId} order by id`.execute(
      world.db,
    );
    expect(looks.rows).toEqual([{ role: 'college_head' }, { role: 'student' }]);
  });

  test('officials count, they open no group; a college counts the region only where nobody can be told apart', async () => {
    world = await freshWorld();
    college = await makeCollege(world);
    await enrolOne(world, college, 'Один');
    const other = await makeCollege(world, 'Третий колледж (демо)');
    const count = (as: typeof college.deputy) =>
      world.call<{ rows: { studying: number | null; own: number }[] }>('programmes.countContingent', {}, as);
    const official = world.as('min_edu_specialist');
    await expect(group(official)).rejects.toMatchObject({ status: 403 });
    expect((await count(official)).rows).toMatchObject([{ studying: 1 }]);
    expect((await count(other.deputy)).rows).toMatchObject([{ studying: null, own: 0 }]);
    await enrolOne(world, college, 'Два');
    await enrolOne(world, college, 'Три');
    expect((await count(other.deputy)).rows).toMatchObject([{ studying: 3, own: 0 }]);
    expect((await count(college.deputy)).rows).toMatchObject([{ studying: 3, own: 3 }]);
  });
});
