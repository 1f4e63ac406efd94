// cyrillic: columns of the federal platform's files
import { sql } from 'kysely';
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

test('results by criterion or by module: kept as the file gives them; an empty part, another sum and a mixture are refused', async () => {
  // another college and another centre on the same day
  world.clock.set('2027-03-01T09:00:00Z');
  const other = await examWorld(world);
  const course = await new Course(world, other).toRunning({ students: 2, source: 'federal' });
  const faults = ({ remarks, missing }: Read) => [
    ...missing,
    ...remarks.filter(({ refused }) => refused).map(({ cell, id }) => `${cell} ${id}`),
  ];
  const [one, two] = ['Студентов1 Пётр Ильич', 'Студентов2 Пётр Ильич'];
  const results = (head: string, ...rows: string[]) => read(course, 'results', [head, ...rows].join('\n'));
  expect(faults(await results('ФИО;Критерий А', `${one};30`))).toEqual(['criterion:Б']);
  const told = await results('ФИО;Критерий А;Критерий Б;Баллы', `${one};30;;30`, `${two};20;5,5;26`);
  expect(faults(told)).toEqual(['A2 exams:federal.partEmpty', 'A3 exams:federal.otherSum']);
  expect(faults(await results('ФИО;Критерий А;Критерий Б', `${one};31;0`, `${two};20;5`))).toHaveLength(1);
  const apply = ({ fileId }: Read) => world.call('exams.applyFederalFile', { fileId }, w.operator);
  const stored = async () =>
    (
      await sql<{ criteria: { code: string; points: number; max: number }[] }>`
        select last.criteria from (select distinct on (r.examinee_id) r.examinee_id, r.criteria from exams.result r
            where r.session_id = ${course.id} order by r.examinee_id, r.made_at desc, r.id desc) last
          join exams.examinee e on e.id = last.examinee_id join registry.person_v p on p.id = e.person_id
        order by p.full_name`.execute(world.db)
    ).rows.map(({ criteria }) => criteria.map(({ code, points, max }) => [code, points, max]));

  await apply(await results('ФИО;Критерий А;Критерий Б;Баллы', `${one};30;0;30`, `${two};20;5,5;25,5`));
  expect(await stored()).toEqual([
    [
      ['А', 3000, 3000],
      ['Б', 0, 2000],
    ],
    [
      ['А', 2000, 3000],
      ['Б', 550, 2000],
    ],
  ]);
  // the total of one beside the criteria of another would make two protocols of one
  await expect(apply(await results('ФИО;Баллы', `${two};26`))).rejects.toMatchObject({
    key: 'exams:error.mixedParts',
  });
  // a second file replaces: by module, here the kit has one
  await apply(await results('ФИО;Модуль 1', `${one};31`, `${two};25,5`));
  expect((await stored()).flat()).toEqual([
    ['1', 3100, 5000],
    ['1', 2550, 5000],
  ]);
  expect((await course.card()).people.map(({ points }) => points).sort()).toEqual([2550, 3100]);
});
