import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type CellValue, readSheet, sheetOfRows, type Workbook } from '../../../platform/sheets/index.ts';
import type { Fate, ImportResult } from '../../needs/index.ts';
import { importOutcomes } from './import-outcomes.ts';
import type { OutcomeRow } from './outcome-row.ts';

const LABELS = [
  'Всего ',
  'Лица с ограниченными возможностями здоровья',
  '           из них (из строки 02): инвалиды и дети-инвалиды',
  'Инвалиды и дети-инвалиды (кроме учтенных в строке 03)',
  'Имеют договор о целевом обучении',
  '  из них (из строки 05): Лица с ограниченными возможностями здоровья (имеющие договор)',
  '    из строки 06: инвалиды и дети-инвалиды (имеющие договор о целевом обучении)',
  '  из строки 05 инвалиды и дети-инвалиды (кроме учтенных в строке 07)',
];

type Row = Map<number, CellValue>;

/** One line of the form: columns by number; counts not named are zero. */
function line(college: string, code: string, number: number, counts: Record<number, CellValue> = {}): Row {
  const row: Row = new Map();
  for (let column = 7; column <= 46; column++) row.set(column, [25, 45, 46].includes(column) ? null : 0);
  row.set(1, college).set(2, 'региональная').set(3, 'ПОО').set(4, code).set(5, number);
  row.set(6, LABELS[number - 1] ?? null);
  for (let column = 47; column <= 50; column++) row.set(column, 'принято');
  for (const [column, value] of Object.entries(counts)) row.set(Number(column), value);
  return row;
}

const block = (college: string, code: string, head: Record<number, CellValue>): Row[] =>
  LABELS.map((_, i) => line(college, code, i + 1, i === 0 ? head : {}));

function book(rows: Row[]): Workbook {
  const numbers = Array.from({ length: 50 }, (_, i) => String(i + 1).padStart(2, '0'));
  const table = rows.map((row, i): CellValue[] => [i, ...numbers.map((it) => row.get(Number(it)) ?? null)]);
  const sheet = sheetOfRows('Свод', [[null, ...numbers], ...table]);
  return { format: 'xlsx', encoding: null, delimiter: null, sheets: [sheet], repairs: [] };
}

const good = { 7: 20, 8: 12, 14: 5, 16: 3, 28: 12, 36: 5, 34: 3 };
const fateOf = (result: ImportResult<OutcomeRow>, row: number): Fate | undefined =>
  result.fates.find((it) => it.row === row);
const idsOf = (fate: Fate | undefined): string[] =>
  fate?.status === 'refused'
    ? fate.reasons.map((it) => it.why.id)
    : fate?.status === 'repaired'
      ? fate.repairs.map((it) => it.what.id)
      : [];

function reconcile(result: ImportResult<OutcomeRow>): void {
  expect(new Set(result.fates.map((it) => it.row)).size).toBe(result.fates.length);
  expect(result.rows.length).toBe(result.fates.filter((it) => it.status !== 'refused').length);
  for (const [column, total] of Object.entries(result.totals)) {
    expect([column, total.before + total.repaired - total.refused]).toEqual([column, total.after]);
  }
  const graduates = result.rows.reduce((sum, it) => sum + it.graduates, 0);
  expect(result.totals['07 graduates']?.after).toBe(graduates);
}

describe('the monitoring form', () => {
  it('takes a clean block as it is', () => {
    const result = importOutcomes(book(block('ГБПОУ «Мост»', '15.02.16', good)));
    expect(result.fates.map((it) => it.status)).toEqual(Array(8).fill('imported'));
    expect(result.rows[0]).toMatchObject({ graduates: 20, employed: 12, army: 5, furtherStudy: 3, line: 1 });
    expect(result.rows[0]?.expected).toMatchObject({ employed: 12, army: 5 });
    reconcile(result);
  });

  it('reads 2+5 as a sum and says so', () => {
    const result = importOutcomes(book(block('Мост', '15.02.16', { ...good, 8: '2+10' })));
    expect(fateOf(result, 2)).toMatchObject({
      status: 'repaired',
      repairs: [{ cell: 'I2', what: { id: 'sheets:repair.sum' } }],
    });
    expect(result.totals['08 employed']).toEqual({ before: 0, repaired: 12, refused: 0, after: 12 });
    reconcile(result);
  });

  it('refuses a block that does not add up, by its cell', () => {
    const result = importOutcomes(book(block('Мост', '15.02.16', { ...good, 7: 21 })));
    expect(fateOf(result, 2)).toMatchObject({
      status: 'refused',
      reasons: [{ cell: 'H2', why: { id: 'needs:outcomes.refused.balance' } }],
    });
    expect(result.totals['07 graduates']).toEqual({ before: 21, repaired: 0, refused: 21, after: 0 });
    reconcile(result);
  });

  it('refuses an error of the spreadsheet in a count, mends one in a share or a control', () => {
    const rows = [
      ...block('Мост', '15.02.16', { ...good, 8: '#REF!' }),
      ...block('Мост', '15.02.17', { ...good, 9: '######', 49: '#REF!' }),
    ];
    const result = importOutcomes(book(rows));
    expect(idsOf(fateOf(result, 2))).toContain('sheets:error.excelError');
    expect(idsOf(fateOf(result, 10))).toEqual([
      'needs:outcomes.repair.share',
      'needs:outcomes.repair.control',
    ]);
    reconcile(result);
  });

  it('reads empty columns as zeros only where the others give the whole', () => {
    const rows = [
      ...block('Мост', '15.02.16', { ...good, 10: null, 12: null }),
      ...block('Мост', '15.02.17', { ...good, 14: null }),
    ];
    const result = importOutcomes(book(rows));
    expect(idsOf(fateOf(result, 2))).toEqual(['needs:outcomes.repair.empty']);
    expect(idsOf(fateOf(result, 10))).toEqual(['needs:outcomes.refused.balance']);
  });

  it('keeps the facts when only the forecast does not add up', () => {
    const result = importOutcomes(book(block('Мост', '15.02.16', { ...good, 28: 40 })));
    expect(idsOf(fateOf(result, 2))).toEqual(['needs:outcomes.repair.expectedDropped']);
    expect(result.rows[0]).toMatchObject({ graduates: 20, expected: null });
    expect(result.totals['28 expected.employed']).toEqual({
      before: 40,
      repaired: -40,
      refused: 0,
      after: 0,
    });
    reconcile(result);
  });

  it('refuses a part larger than its whole, leaves out an inner column larger than the outer', () => {
    const rows = [
      ...block('Мост', '15.02.16', good),
      ...block('Мост', '15.02.17', { ...good, 20: 0, 22: 2 }),
    ];
    rows[1] = line('Мост', '15.02.16', 2, { 7: 1, 23: 1, 43: 1 });
    const result = importOutcomes(book(rows));
    expect(idsOf(fateOf(result, 3))).toEqual(['needs:outcomes.refused.part']);
    expect(idsOf(fateOf(result, 10))).toEqual(['needs:outcomes.repair.inner']);
    reconcile(result);
  });

  it('gives a lost line number back, and brings a dragged code home', () => {
    const rows = block('Мост', '15.02.16', good);
    rows[3]?.set(5, null);
    for (let i = 2; i < 8; i++) rows[i]?.set(4, `15.02.${15 + i}`);
    const result = importOutcomes(book(rows));
    expect(idsOf(fateOf(result, 5))).toContain('needs:outcomes.repair.line');
    expect(idsOf(fateOf(result, 9))).toEqual(['needs:outcomes.repair.codeDragged']);
    expect(new Set(result.rows.map((it) => it.code))).toEqual(new Set(['15.02.16']));
  });

  it('asks which code holds when «Всего» stands alone with its own', () => {
    const rows = block('Мост', '23.02.03', good);
    rows[0]?.set(4, '23.02.02');
    const result = importOutcomes(book(rows));
    expect(idsOf(fateOf(result, 2))).toEqual(['needs:outcomes.refused.codeOfBlock']);
    expect(result.proposals.find((it) => it.kind === 'code')?.facts).toMatchObject({
      from: '23.02.02',
      to: '23.02.03',
    });
  });

  it('refuses a second answer for one code and a stray «Всего», and asks', () => {
    const rows = [
      ...block('Мост', '15.02.16', good),
      ...block('Мост', '15.02.16', { ...good, 7: 20 }),
      ...block('Мост', '15.02.17', good),
    ];
    rows.splice(20, 0, line('Мост', '15.02.16', 1, good));
    const result = importOutcomes(book(rows));
    expect(result.fates.slice(8, 16).every((it) => it.status === 'refused')).toBe(true);
    expect(idsOf(fateOf(result, 22))).toEqual(['needs:outcomes.refused.stray']);
    expect(fateOf(result, 23)?.status).toBe('imported');
    expect(result.proposals.filter((it) => it.kind === 'repeated-block')).toHaveLength(2);
    reconcile(result);
  });

  it('accounts for blank rows, footnotes with telephones and empty forms', () => {
    const note: Row = new Map([[40, 89991234567]]);
    const rows = [...block('Мост', '15.02.16', good), new Map(), note, line('', '', 1)];
    const result = importOutcomes(book(rows));
    expect(result.fates.slice(8).map(idsOf)).toEqual([
      ['needs:outcomes.refused.blank'],
      ['needs:outcomes.refused.footnote'],
      ['needs:outcomes.refused.emptyForm'],
    ]);
    expect(result.totals['40 expected.atRisk']?.before).toBe(0);
  });

  it('proposes spellings of one college and merges none', () => {
    const rows = [
      ...block('ГБПОУ "Мост"', '15.02.16', good),
      ...block(' ГБПОУ "Мост"', '15.02.17', good),
      ...block('ГБПОУ "Мост" (Северный филиал)', '15.02.18', good),
      ...block('ГАПОУ "Вятский индустриальный колледж связи"', '15.02.16', good),
      ...block('ГАПОУ "ВИКС"', '15.02.17', good),
      ...block('Вятский индустриальный коледж связи', '15.02.18', good),
    ];
    const result = importOutcomes(book(rows));
    const why = result.proposals.map((it) => it.facts.why);
    expect(why).toEqual(['spaces', 'branch', 'branch', 'initials', 'slip', 'initials']);
    expect(new Set(result.rows.map((it) => it.collegeAsWritten)).size).toBe(6);
  });

  it('keeps unknown codes and shows them', () => {
    const result = importOutcomes(book(block('Мост', '99.02.99', good)), new Set(['15.02.16']));
    expect(result.rows).toHaveLength(8);
    expect(result.proposals).toMatchObject([{ kind: 'unknown-code', facts: { code: '99.02.99' } }]);
  });

  it('refuses another form by name', () => {
    const sheet = sheetOfRows('Лист', [
      ['Фамилия', 'Имя'],
      ['А', 'Б'],
    ]);
    const other = { format: 'xlsx' as const, encoding: null, delimiter: null, sheets: [sheet], repairs: [] };
    expect(() => importOutcomes(other)).toThrowError(
      expect.objectContaining({ key: 'needs:outcomes.refused.noForm' }),
    );
  });
});

const real = fileURLToPath(
  new URL('../../../../../shared/data/real/spo-employment-buryatia-2021/Obshchiy.xlsx', import.meta.url),
);

describe('a real form of 2021', () => {
  it.skipIf(!existsSync(real))('ends every one of 1,484 rows in one way and reconciles', async () => {
    const result = importOutcomes(await readSheet(real));
    expect(result.fates).toHaveLength(1484);
    const spellings = new Set(result.rows.map((it) => it.collegeAsWritten));
    expect(spellings.size).toBe(26);
    // the 27th stands only on a row without a code
    expect(idsOf(fateOf(result, 1374))).toEqual(['needs:outcomes.refused.noCode']);
    for (const row of [50, 58, 330, 346])
      expect(idsOf(fateOf(result, row))).toEqual(['needs:outcomes.refused.balance']);
    expect(idsOf(fateOf(result, 1310)).filter((it) => it === 'sheets:repair.sum')).toHaveLength(3);
    expect(fateOf(result, 1382)?.status).toBe('refused');
    reconcile(result);
  });
});
