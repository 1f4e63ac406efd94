import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { Course } from '../testing/course.test.kit.ts';
import { type ExamWorld, examWorld } from '../testing/exam-world.test.kit.ts';

let world: TestWorld;
let w: ExamWorld;
let course: Course;

beforeAll(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  world.clock.set('2027-03-01T09:00:00Z');
  w = await examWorld(world);
  course = new Course(world, w);
});

describe('the way of an exam', () => {
  test('from a plan to a closed exam, with marks, protocol, grades and cards', async () => {
    await course.toGraded({ marks: { judgement: 2 } });
    const card = await course.card();
    expect(card.state).toBe('graded');
    // 30 + 5 + 2/3 of 10 rounded half up once: 41.67 of 50 is 83.3 %
    expect(card.people.map(({ points, grade }) => [points, grade])).toEqual([
      [4167, 5],
      [4167, 5],
    ]);
    await expect(course.move('close')).rejects.toMatchObject({ rule: 'EX-09' });
    world.clock.set('2027-06-18T09:00:00Z');
    await course.call('noteVideo', { until: '2028-06-16' });
    expect(await course.move('close')).toMatchObject({ state: 'closed' });
  });
});
