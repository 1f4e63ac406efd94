import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { writeSheet } from '../../../platform/sheets/index.ts';
import { copyReport, refuseRow } from './file-report.ts';
import { importContingent } from './import-contingent.ts';

const HEAD =
  'ФИО;Дата рождения;Пол;Группа;Курс;Код специальности;Форма финансирования;Номер приказа;Дата зачисления;Номер личного дела';
const csv = (...lines: string[]) => new TextEncoder().encode([HEAD, ...lines].join('\n'));
const read = (bytes: Uint8Array, name = 'контингент.csv') => importContingent(bytes, name);

const whole = ({ report }: Awaited<ReturnType<typeof read>>) =>
  report.imported + report.repaired.length + report.refused.length;

describe('a list of students', () => {
  test('is read with its usual columns into typed rows', async () => {
    const file = await read(
      csv('Ёлкина Анна Петровна;05.03.2009;ж;СВ-25;2;15.01.05 Сварщик;бюджет;112-с;01.09.2025;Л-1'),
    );
    expect(file.missing).toEqual([]);
    expect(file.rows).toEqual([
      {
        row: 2,
        cell: 'A2',
        surname: 'Ёлкина',
        givenName: 'Анна',
        patronymic: 'Петровна',
        birthDate: '2009-03-05',
        sex: 'f',
        group: 'СВ-25',
        course: 2,
        code: '15.01.05',
        base: null,
        form: null,
        funding: 'quota',
        orderNumber: '112-с',
        enrolledOn: '2025-09-01',
        status: 'studying',
        externalKey: 'Л-1',
      },
    ]);
  });

  test('every row ends in exactly one place, with the cell and the reason', async () => {
    const file = await read(
      csv(
        'Ёлкина Анна Петровна;05.03.2009;ж;СВ-25;2;15.01.05;бюджет;112-с;01.09.2025;Л-1',
        'Ёлкин  Пётр Ильич;"1 сентября 2008 г.";муж;СВ-25;2;15.О1.05;по договору;112-с;45901;Л-2',
        'Иванов И. И.;05.03.2009;м;СВ-25;2;15.01.05;бюджет;112-с;01.09.2025;Л-3',
        'Кассин Роман;31.02.2009;м;СВ-25;2;15.01.05;бюджет;112-с;01.09.2025;Л-4',
        'Ёлкина Анна Петровна;05.03.2009;ж;СВ 25;2;15.01.05;бюджет;112-с;01.09.2025;Л-5',
        'Рылов Денис;05.03.2009;м;;2;15.01.05;целевое;112-с;01.09.2025;Л-6',
        'Шабалин Ян;05.03.2009;м;СВ-25;7;15.01.05;бюджет;112-с;01.09.2025;Л-7',
        'Хлыбов Лев;05.03.2009;м;СВ-25;2;15.01.05;бюджет;112-с;01.09.2025;Л-1',
        ';;;;;;;;;',
      ),
    );
    expect(file.report.rows).toBe(8);
    expect(whole(file)).toBe(8);
    expect(file.report.imported).toBe(1);
    expect(file.report.repaired).toMatchObject([{ row: 3 }]);
    expect(file.rows[1]).toMatchObject({
      birthDate: '2008-09-01',
      code: '15.01.05',
      funding: 'paid',
      enrolledOn: '2025-09-01',
    });
    expect(file.report.refused.map(({ row, cell, what }) => `${row} ${cell} ${what.id}`)).toEqual([
      '4 A4 programmes:import.noName',
      '5 B5 sheets:error.noSuchDay',
      '7 D7 programmes:import.noGroup',
      '8 E8 sheets:error.tooBig',
      '9 J9 sheets:error.repeated',
      '6 A6 programmes:import.twice',
    ]);
    expect(file.report.totals.course).toEqual({ before: 14, after: 4 });
  });

  test('Windows-1251 with name in three columns, and a sheet for each group', async () => {
    const text = 'Фамилия;Имя;Отчество;Группа\nПупкин;Пётр;;ЭЛ-26';
    expect((await read(iconv.encode(text, 'win1251'))).rows).toMatchObject([
      { surname: 'Пупкин', patronymic: null, group: 'ЭЛ-26' },
    ]);
    const sheet = (name: string, who: string) => ({
      name,
      columns: [{ title: 'ФИО' }, { title: 'Дата рождения' }],
      rows: [[who, '2009-03-05']],
    });
    const bytes = await writeSheet(
      { tables: [sheet('СВ-25', 'Азарин Глеб'), sheet('СВ-26', 'Зонова Кира')], yes: 'да', no: 'нет' },
      { format: 'xlsx' },
    );
    const book = await read(bytes, 'группы.xlsx');
    expect(book.rows.map(({ group, cell }) => `${group} ${cell}`)).toEqual([
      'СВ-25 СВ-25!A2',
      'СВ-26 СВ-26!A2',
    ]);
  });

  test('an unclear word is named and left empty; one person in two groups is proposed to be looked at', async () => {
    const file = await read(
      csv('Зонова Кира;05.03.2009;?;СВ-25;2;;;;;', 'Зонова Кира;05.03.2009;ж;ЭЛ-25;2;;;;;'),
    );
    expect(file.report.repaired).toMatchObject([
      { row: 2, cell: 'C2', what: { id: 'programmes:import.unclear.sex' } },
    ]);
    expect(file.report.proposals).toMatchObject([
      { row: 3, what: { id: 'programmes:import.inTwoGroups', params: { group: 'СВ-25' } } },
    ]);
  });

  test('a file without names says which column is missing and takes no row', async () => {
    const file = await read(new TextEncoder().encode('Группа;Курс\nСВ-25;2\nСВ-26;1'));
    expect(file.missing).toEqual(['fullName']);
    expect([file.rows.length, whole(file), file.report.refused.length]).toEqual([0, 2, 2]);
  });

  test('a formula in a name stays text and is named', async () => {
    const file = await read(csv('=CMD Пётр;05.03.2009;м;СВ-25;2;;;;;'));
    expect(file.rows[0]?.surname).toBe('=CMD');
    expect(file.report.repaired[0]?.what.id).toBe('sheets:repair.formulaAsText');
  });
});

test('a row refused later leaves the copy of a report, with its numbers, and not the report', async () => {
  const { rows, report } = await read(
    csv('Ёлкина Анна Петровна;05.03.2009;ж;СВ-25;2;15.01.05;бюджет;112-с;01.09.2025;Л-1'),
  );
  const [first] = rows;
  if (!first) throw new Error('no row was read');
  const before = structuredClone(report);
  const copy = copyReport(report);
  refuseRow(copy, first, { id: 'programmes:import.twice', params: {} });
  expect(copy).toMatchObject({ imported: 0, refused: [{ row: 2 }] });
  for (const { before, after } of Object.values(copy.totals)) expect([before, after]).toEqual([before, 0]);
  expect(report).toEqual(before);
});
