// cyrillic: columns of the federal platform's files
import { beforeAll, expect, test } from 'vitest';
import { readSheet } from '../../../platform/sheets/index.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { Course } from '../testing/course.test.kit.ts';
import { DAY, type ExamWorld, examWorld } from '../testing/exam-world.test.kit.ts';

let world: TestWorld;
let w: ExamWorld;
beforeAll(async () => {
  world = await freshWorld();
  world.clock.set('2027-03-01T09:00:00Z');
  w = await examWorld(world);
}, 60_000);

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
type Read = {
  fileId: string;
  matched: number;
  missing: string[];
  remarks: { cell: string; id: string; refused: boolean }[];
};
const read = (course: Course, kind: string, text: string, more: object = {}) =>
  course.call<Read>('previewFederalFile', { kind, name: `${kind}.csv`, content: base64(text), ...more });

test('results of the federal platform: columns understood once are kept, names that are not here are told by cell', async () => {
  const course = await new Course(world, w).toRunning({ students: 2, source: 'federal' });
  const unknown = await read(
    course,
    'results',
    'ФИО;Всего набрано\nСтудентов1 Пётр Ильич;45,5\nСтудентов2 Пётр Ильич;20',
  );
  expect(unknown.missing).toEqual(['points']);
  const told = await read(
    course,
    'results',
    'ФИО;Всего набрано\nСтудентов1 Пётр Ильич;45,5\nНикто Иван;20\nСтудентов2 Пётр Ильич;51',
    {
      columns: [{ title: 'Всего набрано', field: 'points' }],
    },
  );
  expect(told.remarks.filter(({ refused }) => refused).map(({ cell, id }) => `${cell} ${id}`)).toEqual([
    'A3 exams:federal.nobody',
    'A4 exams:federal.tooMuch',
  ]);
  await expect(
    world.call('exams.applyFederalFile', { fileId: told.fileId }, w.operator),
  ).rejects.toMatchObject({ key: 'exams:error.fileHasFaults' });
  const good = await read(
    course,
    'results',
    'ФИО;Всего набрано\nСтудентов1 Пётр Ильич;45,5\nСтудентов2 Пётр Ильич;20',
  );
  expect(good).toMatchObject({ matched: 2, missing: [] });
  // a decimal comma is repaired and told, it holds nothing up
  expect(good.remarks.map(({ refused }) => refused)).toEqual([false]);
  await world.call('exams.applyFederalFile', { fileId: good.fileId }, w.operator);
  expect((await course.card()).people.map(({ points }) => points).sort()).toEqual([2000, 4550]);
  const out = await course.call<{ base64: string }>('exportFederal', { from: DAY, to: DAY });
  const book = await readSheet(Buffer.from(out.base64, 'base64'), { name: 'x.xlsx' });
  expect(book.sheets.map(({ name, rows }) => `${name} ${rows.length}`)).toEqual([
    'Расписание 2',
    'Группы 3',
    'Назначения 7',
  ]);
});

test('an own teacher is refused through a file as by hand', async () => {
  const course = await new Course(world, w).plan({ students: 1, day: '2027-06-18' });
  const own = await w.expert('Своевин');
  await w.employ(own.personId);
  const file = await read(course, 'experts', 'ФИО;Роль\nСвоевин Пётр Ильич;линейный эксперт');
  expect(file.matched).toBe(1);
  await expect(
    world.call('exams.applyFederalFile', { fileId: file.fileId }, w.operator),
  ).rejects.toMatchObject({ rule: 'CI-1' });
});
