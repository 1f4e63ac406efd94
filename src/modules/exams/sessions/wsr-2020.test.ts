/** A whole exam under the methodology of 2019–2022: accreditation, experts of the Union's ladder, passports at the end. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { Course } from '../testing/course.test.kit.ts';
import { type ExamWorld, examWorld } from '../testing/exam-world.test.kit.ts';

let world: TestWorld;
let w: ExamWorld;
let course: Course;

beforeAll(async () => {
  world = await freshWorld();
  world.clock.set('2022-03-01T09:00:00Z');
  w = await examWorld(world, { regime: 'WSR_2020', year: 2022, june: 15 });
  course = new Course(world, w);
});

const against = async (event: string) =>
  (await course.card()).next.find((one) => one.event === event)?.refusals.map(({ rule }) => rule);

test('an exam of 2022 goes by the rules of 2020 from the plan to the closed paper', async () => {
  await course.plan();
  // nobody sits yet, and a line expert of the ladder may not lead
  expect(await against('confirm')).toEqual(['DE20-03', 'DE20-06', 'X-14']);
  const line = await w.expert('Линейный');
  await expect(
    course.call('saveSeats', { seats: [{ personId: line.personId, role: 'chief' }] }),
  ).rejects.toMatchObject({ rule: 'DE20-03' });
  await course.seat();
  // the accreditation of the centre is the whole ground: without it nothing is confirmed
  await sql`update exams.centre_check set kind = 'equipment'`.execute(world.db);
  expect(await against('confirm')).toEqual(['DE20-02']);
  await sql`update exams.centre_check set kind = 'accreditation'`.execute(world.db);
  await course.confirm();
  await course.prepare();
  await course.start();
  await course.markAll();
  // neither the witness of the board nor the times are guards of this order, signatures are
  await expect(course.call('signProtocol', { kind: 'paper' }, course.chief.as)).rejects.toMatchObject({
    rule: 'DE-17',
  });
  expect(await course.sign()).toMatchObject({ state: 'protocol_signed' });
  await course.move('transfer', course.chief.as);
  await course.call('setGrades', {}, w.chair);
  const graded = await course.card();
  // 41.67 of 50 is 83.3 %: «5» from 70 % by the recommendations Р-42
  expect(graded.people.map(({ points, grade }) => [points, grade])).toEqual([
    [4167, 5],
    [4167, 5],
  ]);
  world.clock.set('2022-06-20T09:00:00Z');
  // the skills passport of the platform comes later: a reminder, never a stop
  expect(await against('close')).toEqual([]);
  for (const [i, { id }] of graded.people.entries())
    await world.call('exams.notePassport', { id, number: `SP-${i + 1}` }, w.operator);
  expect(await course.move('close')).toMatchObject({ state: 'closed' });
  await course.call('issueCards', {});
  expect(await course.call('issueCards', {})).toMatchObject({ issued: 0, there: 2 });
});

test('an exam after the end of the order is not planned under it', async () => {
  world.clock.set('2022-08-01T09:00:00Z');
  await expect(
    world.call(
      'exams.planSession',
      { kitId: w.kitId, centreId: w.centreId, day: '2022-09-15', workplaces: 2 },
      w.deputy,
    ),
  ).rejects.toMatchObject({ key: 'exams:error.regime' });
});
