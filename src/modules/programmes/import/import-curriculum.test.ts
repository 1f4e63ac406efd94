import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { importCurriculum } from './import-curriculum.ts';
import { competencesOf, moduleKind } from './module-kind.ts';

const HEAD = 'Индекс;Наименование;Всего часов;Из них практика;Компетенции';
const plan = (lines: string[]) =>
  importCurriculum(new TextEncoder().encode([HEAD, ...lines].join('\n')), 'план.csv');

const LINES = [
  'ОД.00;Общеобразовательный цикл;150;;',
  'ОУД.01;Русский язык;78;;ОК 01-ОК 03',
  'ОУД.02;Физика;72;;ОК 1',
  'ПМ.01;Сварка;456;;',
  'МДК.01.01;Технология сварки;200;40;ПК 1.1-1.3',
  'УП.01;Учебная практика;108;;ПК1.1',
  'ПП.01;Производственная практика;148;;ПК 1.1; ПК 1.2',
  'ГИА;Государственная итоговая аттестация;72;;',
  ';Итого;678;;',
];

describe('a curriculum', () => {
  test('sums are checked and never counted twice', async () => {
    const { rows, report } = await plan(LINES);
    expect(report).toMatchObject({ rows: 9, imported: 9, repaired: [], refused: [] });
    expect(
      rows.map(
        ({ code, kind, academicHours, practiceHours }) => `${code} ${kind} ${academicHours} ${practiceHours}`,
      ),
    ).toEqual([
      'ОД.00 sum 150 0',
      'ОУД.01 general 78 0',
      'ОУД.02 general 72 0',
      'ПМ.01 sum 456 0',
      'МДК.01.01 professional 200 40',
      'УП.01 training-practice 108 0',
      'ПП.01 work-practice 148 0',
      'ГИА attestation 72 0',
      'Итого sum 678 0',
    ]);
  });

  test('a sum that its parts do not make is named with both numbers', async () => {
    const { report } = await plan(LINES.map((line) => line.replace('ПМ.01;Сварка;456', 'ПМ.01;Сварка;500')));
    expect(report.repaired).toEqual([
      {
        row: 5,
        cell: 'A5',
        what: { id: 'programmes:import.sumDiffers', params: { stated: 500, parts: 456 } },
      },
    ]);
    expect(report.imported).toBe(8);
  });

  test('a module without parts is itself taught; wrong rows say their cell', async () => {
    const { rows, report } = await plan([
      'ПМ.02;Резка;96;36;ПК 2.1',
      'ОП.01;Графика;;;',
      'ОП.02;Черчение;10;20;',
      'ОП.03;Физика;3,5;;',
      'ПМ.02;Ещё раз;5;;',
    ]);
    expect(rows).toMatchObject([{ code: 'ПМ.02', kind: 'professional', practiceHours: 36 }]);
    expect(report.refused.map(({ cell, what }) => `${cell} ${what.id.split('.').at(-1)}`)).toEqual([
      'C3 noHours',
      'D4 practiceOverHours',
      'C5 hoursNotWhole',
      'A6 moduleTwice',
    ]);
  });

  test('the programme is read from above the table of a workbook', async () => {
    const titles = [
      ['Учебный план по профессии'],
      ['15.01.05 Сварщик (ручной и частично механизированной сварки)'],
      ['на базе основного общего образования, форма обучения очная'],
      ['Нормативный срок: 2 года 10 месяцев'],
    ];
    const rows = [...titles, HEAD.split(';'), ...LINES.map((line) => line.split(';'))];
    const { head, report } = await importCurriculum(
      await writeXlsx({ sheets: [{ name: 'План', rows }] }),
      'план.xlsx',
    );
    expect(head).toEqual({
      code: '15.01.05',
      name: 'Сварщик (ручной и частично механизированной сварки)',
      base: 9,
      form: 'full-time',
      months: 34,
    });
    expect(report).toMatchObject({ rows: 9, imported: 9 });
  });

  test.each([
    ['ОК 01, ОК 2; ПК1.1–ПК 1.3', ['ОК 01', 'ОК 02', 'ПК 1.1', 'ПК 1.2', 'ПК 1.3']],
    ['ОК 1-3', ['ОК 01', 'ОК 02', 'ОК 03']],
    ['без кодов', []],
  ])('competences %s', (text, codes) => {
    expect(competencesOf(text)).toEqual(codes);
  });

  test('an index decides the kind whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.integer({ min: 1, max: 99 }), (name, n) => {
        expect(moduleKind(`МДК.0${n}.01`, name)).toBe('professional');
        expect(moduleKind(`УП.0${n}`, name)).toBe('training-practice');
        expect(moduleKind('ОП.00', name)).toBe('sum');
      }),
    );
  });
});
