import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTable } from './check-table.ts';
import { findHeader } from './find-header.ts';
import { proposeMapping } from './propose-mapping.ts';
import { readSheet } from './read-sheet.ts';
import { SheetRefusal } from './refusal.ts';
import { repairedTable } from './repaired-table.ts';
import type { TableSchema } from './table-schema.ts';
import { sheetOfRows } from './workbook.ts';
import { writeSheet } from './write-sheet.ts';

const group: TableSchema = {
  fields: [
    {
      id: 'name',
      titles: ['ФИО студента', 'Фамилия, имя, отчество', 'ФИО'],
      type: { kind: 'text', script: 'cyrillic' },
      required: true,
    },
    { id: 'birth', titles: ['Дата рождения'], type: { kind: 'date', min: '1960-01-01', max: '2015-01-01' } },
    {
      id: 'code',
      titles: ['Код специальности', 'Код профессии', 'Код'],
      type: { kind: 'code', shapes: ['00.00.00'] },
      required: true,
    },
    { id: 'seats', titles: ['Количество мест', 'Число мест'], type: { kind: 'integer', min: 0 } },
    {
      id: 'number',
      titles: ['Номер студенческого билета', '№ билета'],
      type: { kind: 'text' },
      unique: true,
    },
    {
      id: 'form',
      titles: ['Форма обучения'],
      type: { kind: 'text', listed: ['очная', 'очно-заочная', 'заочная'] },
    },
  ],
};

const dirty = sheetOfRows('Группа', [
  ['КОГПОБУ «Техникум»'],
  [],
  [
    '№ п/п',
    'Ф.И.О. студентa',
    'Дата рожд.',
    'Код специальности ',
    'Кол-во мест',
    '№ билета',
    'Форма обучения',
  ],
  [1, 2, 3, 4, 5, 6, 7],
  [1, 'Иванов  Иван', '05.03.2007', '35.01.24 ', '2+5', 'А-1', 'Очная'],
  [2, 'Петрoва Анна', 39156, '15.О1.05', 3, 'А-2', 'очная'],
  [3, 'Сидоров Пётр', '31.02.2007', '15.01.05', 4, 'А-1', 'вечерняя'],
  [],
  [4, 'Чистых Мария', '2007-01-01', '15.01.05', 5, 'А-3', 'заочная'],
  [5, null, '#REF!', '190631', null, 'А-4', null],
]);

const say = ({ id, params }: { id: string; params?: Record<string, unknown> }) =>
  `${id} ${JSON.stringify(params ?? {})}`;

describe('mapping', () => {
  it('finds the header below the titles of the paper and passes over the row of numbers', () => {
    const mapping = proposeMapping(dirty, group.fields);
    expect(mapping?.header).toMatchObject({ firstRow: 2, lastRow: 2, dataRow: 4 });
    expect(mapping?.columns.map((it) => it.field)).toEqual([
      null,
      'name',
      'birth',
      'code',
      'seats',
      'number',
      'form',
    ]);
    expect(mapping?.unmapped.map((it) => it.title)).toEqual(['№ п/п']);
    expect(mapping?.missing).toEqual([]);
  });

  it('takes a choice made by hand and reports what is missing', () => {
    const mapping = proposeMapping(
      dirty,
      group.fields,
      new Map([
        [1, null],
        [0, 'seats'],
      ]),
    );
    expect(mapping?.columns[0]).toMatchObject({ field: 'seats', how: 'chosen' });
    expect(mapping?.columns[1]?.field).toBeNull();
    expect(mapping?.columns[4]?.field).toBeNull();
    expect(mapping?.missing).toEqual(['name']);
  });

  it('flattens merged headers to paths', async () => {
    const sheet = sheetOfRows('П', [
      ['Организация', 'Потребность', null, 'Прогноз', null],
      [null, 'План', 'Факт', 'План', '2027'],
      ['АО', 1, 2, 3, 4],
    ]);
    sheet.merges = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 0, right: 4 },
    ];
    expect(findHeader(sheet)).toEqual({
      firstRow: 0,
      lastRow: 1,
      dataRow: 2,
      paths: [
        ['Организация'],
        ['Потребность', 'План'],
        ['Потребность', 'Факт'],
        ['Прогноз', 'План'],
        ['Прогноз', '2027'],
      ],
    });
    const fields = [
      { id: 'plan', titles: ['Прогноз план'] },
      { id: 'now', titles: ['Потребность план'] },
    ];
    expect(proposeMapping(sheet, fields)?.columns.map((it) => it.field)).toEqual([
      null,
      'now',
      null,
      'plan',
      null,
    ]);
  });

  it('gives nothing for an empty sheet', () => {
    expect(proposeMapping(sheetOfRows('П', [[], []]), group.fields)).toBeNull();
    expect(() => checkTable(sheetOfRows('П', []), group)).toThrow(SheetRefusal);
  });
});

describe('check', () => {
  const check = checkTable(dirty, group);

  it('ends every row in exactly one state', () => {
    expect(check.rows.map((it) => it.status)).toEqual([
      'repaired',
      'repaired',
      'refused',
      'clean',
      'refused',
    ]);
    expect(check.counts).toEqual({ rows: 5, clean: 1, repaired: 2, refused: 2 });
  });

  it('gives values, remarks by address, and totals', () => {
    expect(check.rows[0]?.values).toEqual({
      name: 'Иванов Иван',
      birth: '2007-03-05',
      code: '35.01.24',
      seats: 7,
      number: 'А-1',
      form: 'очная',
    });
    expect(check.rows[1]?.values).toMatchObject({
      name: 'Петрова Анна',
      birth: '2007-03-15',
      code: '15.01.05',
    });
    const errors = check.remarks
      .filter((it) => it.level === 'error')
      .map((it) => [it.address, it.message.id.split('.')[1]]);
    expect(errors).toEqual([
      ['C7', 'noSuchDay'],
      ['F7', 'repeated'],
      ['G7', 'notListed'],
      ['B10', 'required'],
      ['C10', 'excelError'],
      ['D10', 'codeShape'],
    ]);
    expect(check.remarks.find((it) => it.address === 'F7')?.message.params).toEqual({ address: 'F5' });
    expect(check.totals.seats).toEqual({ before: 19, after: 15 });
  });

  it('gives the repaired file back, and checking it again finds only what a person must decide', async () => {
    const bytes = await writeSheet(repairedTable(check, group, say, { yes: 'да', no: 'нет' }), {
      format: 'xlsx',
    });
    const book = await readSheet(bytes);
    expect(book.sheets[1]?.rows).toHaveLength(check.remarks.length + 1);
    const again = checkTable(book.sheets[0] as never, group);
    const kinds = again.remarks.map((it) => it.message.id.split('.')[1]);
    expect(kinds).toEqual(['noSuchDay', 'repeated', 'notListed', 'required', 'excelError', 'codeShape']);
    expect(again.counts).toEqual({ rows: 5, clean: 3, repaired: 0, refused: 2 });
  });

  it('copies a merged value into the rows it covers', () => {
    const sheet = sheetOfRows('П', [
      ['Код', 'Число мест'],
      ['15.01.05', 1],
      [null, 2],
      ['35.01.24', 3],
    ]);
    sheet.merges = [{ top: 1, left: 0, bottom: 2, right: 0 }];
    const fields = group.fields.filter((it) => it.id === 'code' || it.id === 'seats');
    expect(checkTable(sheet, { fields }).rows.map((it) => it.values.code)).toEqual([
      '15.01.05',
      '15.01.05',
      '35.01.24',
    ]);
  });
});

const monitoring = new URL(
  '../../../../shared/data/real/spo-employment-buryatia-2021/Obshchiy.xlsx',
  import.meta.url,
);
it.skipIf(!existsSync(monitoring))('checks the monitoring form of Buryatia (Obshchiy.xlsx)', async () => {
  const book = await readSheet(monitoring.pathname);
  const schema: TableSchema = {
    fields: [
      { id: 'college', titles: ['01'], type: { kind: 'text', script: 'cyrillic' }, required: true },
      { id: 'code', titles: ['04'], type: { kind: 'code', shapes: ['00.00.00'] }, required: true },
      { id: 'graduates', titles: ['07'], type: { kind: 'integer', min: 0 }, required: true },
      { id: 'employed', titles: ['08'], type: { kind: 'integer', min: 0 } },
    ],
  };
  const check = checkTable(book.sheets[0] as never, schema);
  expect(check.mapping.columns.filter((it) => it.field).map((it) => it.letters)).toEqual([
    'B',
    'E',
    'H',
    'I',
  ]);
  expect(check.counts.rows).toBe(1484);
  expect(check.counts.clean + check.counts.repaired + check.counts.refused).toBe(1484);
  expect(check.remarks.some((it) => it.message.id === 'sheets:repair.sum')).toBe(true);
  expect(
    check.remarks.some((it) => it.field === 'code' && it.before === '35.01.24 ' && it.after === '35.01.24'),
  ).toBe(true);
});
