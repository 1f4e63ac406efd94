// cyrillic: sheets and columns of a kit's file
import { beforeAll, expect, test } from 'vitest';
import { writeSheet } from '../../../platform/sheets/index.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { smallKit } from '../testing/kits.test.kit.ts';
import { faultsOfKit } from './faults-of-kit.ts';
import { kitHash } from './put-kit.ts';
import { readKitFile } from './read-kit-file.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await freshWorld();
});
const SETTINGS = { 'exams.kitMaxima': { BU: 5000, PU: 7500, PV: 10000 } };

const text = (titles: string[]) => titles.map((title) => ({ title, kind: 'general' as const }));
async function book(aspects: (string | number | null)[][], max: number = 50) {
  const head = [
    ['Код специальности', '15.01.05'],
    ['Специальность', 'Сварщик (демо)'],
    ['Уровень', 'БУ'],
    ['Год', 2027],
    ['Название', 'Сварка узла'],
    ['Длительность, минут', 240],
    ['Максимум баллов', max],
    ['Рабочих мест', 5],
  ];
  const request = {
    tables: [
      { name: 'КОД', columns: text(['Код комплекта', 'КОД 15.01.05-9-2027']), rows: head },
      { name: 'Модули', columns: text(['Модуль', 'Название', 'Максимум']), rows: [['1', 'Сварка', 50]] },
      {
        name: 'Аспекты',
        columns: text([
          'Модуль',
          'Критерий',
          'Название критерия',
          'Аспект',
          'Описание',
          'Тип',
          'Максимальный балл',
        ]),
        rows: aspects,
      },
      { name: 'Эксперты', columns: text(['Рабочих мест до', 'Экспертов']), rows: [[5, 3]] },
      {
        name: 'Оборудование',
        columns: text(['Наименование', 'Ед. изм.', 'Количество', 'На что']),
        rows: [['Пост', 'шт.', 1, 'рабочее место']],
      },
    ],
    yes: 'да',
    no: 'нет',
  };
  const bytes = await writeSheet(request, { format: 'xlsx' });
  return Buffer.from(bytes).toString('base64');
}
type Read = {
  fileId: string;
  refused: number;
  aspects: number;
  max: number;
  remarks: { sheet: string; cell: string; id: string }[];
};
const preview = async (content: string) =>
  world.call<Read>(
    'exams.previewKitFile',
    { name: 'kit.xlsx', content },
    world.as('exam_operator_coordinator'),
  );

test('a kit comes from a workbook whole, and becomes a draft', async () => {
  const read = await preview(
    await book([
      ['1', 'А', 'Сборка', 'А1', 'Катет 5 мм', 'измерение', 40],
      ['1', 'Б', 'Вид', 'Б1', 'Чешуйки', 'судейский', 10],
    ]),
  );
  expect(read.remarks.filter(({ id }) => !id.startsWith('sheets:repair'))).toEqual([]);
  expect(read).toMatchObject({ refused: 0, aspects: 2, max: 5000 });
  const operator = world.as('exam_operator_coordinator');
  const made = await world.call<{ id: string }>('exams.applyKitFile', { fileId: read.fileId }, operator);
  const kit = await world.call<{ state: string; needs: { total: number }[] }>(
    'exams.getKit',
    { id: made.id },
    operator,
  );
  expect(kit).toMatchObject({ state: 'draft', needs: [{ total: 5 }] });
  await expect(world.call('exams.applyKitFile', { fileId: read.fileId }, operator)).rejects.toMatchObject({
    key: 'exams:error.fileApplied',
  });
});

test('faults are named by sheet, row and cell; sums that do not add up are told; nothing is made of it', async () => {
  const read = await preview(
    await book([
      ['1', 'А', 'Сборка', 'А1', 'Катет 5 мм', 'на глаз', 40],
      ['7', 'Б', 'Вид', 'Б1', 'Чешуйки', 'судейский', 'много'],
    ]),
  );
  expect(read.remarks.map(({ sheet, cell, id }) => `${sheet} ${cell} ${id}`)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Аспекты F2 exams:kitFile\.kind/),
      expect.stringMatching(/^Аспекты G3 sheets:/),
    ]),
  );
  await expect(
    world.call('exams.applyKitFile', { fileId: read.fileId }, world.as('exam_operator_coordinator')),
  ).rejects.toMatchObject({
    key: 'exams:error.fileHasFaults',
  });
  const sums = await preview(await book([['1', 'А', 'Сборка', 'А1', 'Катет', 'измерение', 40]]));
  expect(sums.remarks.map(({ id }) => id)).toContain('exams:kitFault.moduleSum');
});

test('a kit that does not hold together is told by place', () => {
  expect(faultsOfKit(smallKit(), SETTINGS)).toEqual([]);
  const bad = smallKit('К', { max: 6000, experts: [{ upTo: 2, experts: 3 }] });
  expect(faultsOfKit(bad, SETTINGS).map(({ path, key }) => `${path} ${key}`)).toEqual([
    'experts exams:kitFault.stepsEnd',
    'max exams:rule.DE-25',
  ]);
});

test('an approved kit stays: its change is the next edition', async () => {
  const operator = world.as('exam_operator_coordinator');
  const first = await world.call<{ id: string }>(
    'exams.saveKit',
    { body: smallKit('КОД 15.01.05-5-2027') },
    operator,
  );
  await world.call('exams.approveKit', { id: first.id }, operator);
  const second = await world.call<{ id: string; edition: number }>(
    'exams.saveKit',
    { id: first.id, body: smallKit('КОД 15.01.05-5-2027', { minutes: 300 }) },
    operator,
  );
  expect(second.edition).toBe(2);
  expect(second.id).not.toBe(first.id);
});

test('a kit goes out as a workbook and comes back the same, to the hash', async () => {
  const operator = world.as('exam_operator_coordinator');
  const body = smallKit('КОД 15.01.05-6-2027', { skill: 'Сварочные технологии', level: 'BU' });
  const { id } = await world.call<{ id: string }>('exams.saveKit', { body }, operator);
  const file = await world.call<{ base64: string }>('exams.exportKit', { id }, operator);
  const read = await readKitFile(Buffer.from(file.base64, 'base64'), 'kit.xlsx');
  expect(read.remarks.filter(({ refused }) => refused)).toEqual([]);
  expect(read.body && kitHash(read.body)).toBe(kitHash(body));
});

test('a kit of another number of workplaces asks for another list of equipment', async () => {
  const operator = world.as('exam_operator_coordinator');
  const { id } = await world.call<{ id: string }>(
    'exams.saveKit',
    { body: smallKit('КОД 15.01.05-7-2027') },
    operator,
  );
  const needs = async (workplaces?: number) =>
    (
      await world.call<{ needs: { total: number }[] }>(
        'exams.getKit',
        { id, ...(workplaces ? { workplaces } : {}) },
        operator,
      )
    ).needs.map(({ total }) => total);
  // posts by workplace, templates by expert (three to five places, four to ten), two kits of first aid a site
  expect(await needs()).toEqual([5, 3, 2]);
  expect(await needs(8)).toEqual([8, 4, 2]);
});
