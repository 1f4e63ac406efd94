import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type CellValue, readSheet, sheetOfRows, type Workbook } from '../../../../platform/sheets/index.ts';
import type { ImportLists } from '../lists.ts';
import type { Fate } from '../report.ts';
import { importNeeds } from './import-needs.ts';

const lists: ImportLists = {
  occupations: [
    { code: '7223.01', name: 'Токарь', okpdtr: '191496' },
    { code: '7212.01', name: 'Электрогазосварщик', okpdtr: null },
  ],
  places: [
    { code: 'kirov', name: 'город Киров', aliases: ['Киров'] },
    { code: 'slobodskoy', name: 'Слободской район', aliases: ['Слободской'] },
  ],
  region: '43',
  enterprises: [
    { code: 'ent-1', inn: '7707083893', name: 'ООО «Станок»', municipality: 'kirov' },
    { code: 'ent-2', inn: null, name: 'АО «Молот»', municipality: 'slobodskoy' },
  ],
  programmes: null,
  horizon: { from: 2027, to: 2033 },
  asOf: '2026-11-23',
};

const HEAD = ['enterprise', 'municipality', 'occupation', 'year', 'kind', 'count', 'confidence', 'reason'];
const GOOD = ['ent-1', 'kirov', '7223.01', 2027, 'new', 5, 'high', 'новый цех'];

function book(rows: CellValue[][], head: CellValue[] = HEAD): Workbook {
  const sheet = sheetOfRows('Потребность', [head, ...rows]);
  return { format: 'xlsx', encoding: null, delimiter: null, sheets: [sheet], repairs: [] };
}

const withCell = (column: string, value: CellValue): CellValue[] =>
  GOOD.map((it, i) => (HEAD[i] === column ? value : it));

const idsOf = (fate: Fate | undefined) =>
  fate?.status === 'refused'
    ? fate.reasons.map((it) => `${it.cell} ${it.why.id}`)
    : fate?.status === 'repaired'
      ? fate.repairs.map((it) => `${it.cell} ${it.what.id}`)
      : [];

const only = (row: CellValue[]) => importNeeds(book([row]), lists);

describe('need lines from a table', () => {
  it('takes a clean line', () => {
    const result = only(GOOD);
    expect(result.fates).toEqual([{ row: 2, status: 'imported' }]);
    expect(result.rows).toMatchObject([
      { enterprise: 'ent-1', occupation: '7223.01', year: 2027, kind: 'new', count: 5, confidence: 'high' },
    ]);
  });

  it.each([
    ['count', -3, 'F2 needs:import.refused.headcount'],
    ['count', 0.5, 'F2 needs:import.refused.headcount'],
    ['count', 'пять', 'F2 needs:import.refused.headcount'],
    ['count', 0, 'F2 needs:import.refused.zero'],
    ['count', null, 'F2 needs:import.refused.noCount'],
    ['count', '#REF!', 'F2 sheets:error.excelError'],
    ['count', 2_000_000, 'F2 sheets:error.tooBig'],
    ['year', 2026, 'D2 needs:import.refused.year'],
    ['year', 2040, 'D2 needs:import.refused.year'],
    ['kind', 'хочу', 'E2 needs:import.refused.kind'],
    ['enterprise', 'Рога и копыта', 'A2 needs:import.refused.enterprise'],
    ['municipality', 'Тмутаракань', 'B2 needs:import.refused.place'],
  ])('refuses %s = %s by its cell', (column, value, said) => {
    const result = only(withCell(column as string, value as CellValue));
    expect(idsOf(result.fates[0])).toEqual([said]);
    expect(result.rows).toEqual([]);
  });

  it.each([
    ['occupation', '191496', 'C2 needs:import.repair.okpdtr'],
    ['occupation', 'токарь', 'C2 needs:import.repair.occupationByName'],
    ['count', '2+3', 'F2 sheets:repair.sum'],
    ['count', '5 чел.', 'F2 sheets:repair.unit'],
    ['municipality', null, 'B2 needs:import.repair.placeOfEnterprise'],
    ['confidence', 'как-нибудь', 'G2 needs:import.repair.confidence'],
    ['reason', '=HYPERLINK("http://x")', 'H2 sheets:repair.formulaAsText'],
    ['reason', 'новый цеx', 'H2 sheets:repair.lookalikes'],
  ])('repairs %s = %s and names it', (column, value, said) => {
    const result = only(withCell(column as string, value as CellValue));
    expect(idsOf(result.fates[0])).toContain(said);
    expect(result.rows).toMatchObject([{ occupation: '7223.01', count: 5, municipality: 'kirov' }]);
  });

  it('keeps an unknown code and shows it; a name of no list is refused with the likest', () => {
    const result = importNeeds(
      book([withCell('occupation', '9999.99'), withCell('occupation', 'Электросварщик')]),
      lists,
    );
    expect(result.rows).toMatchObject([{ occupation: '9999.99', occupationKnown: false }]);
    expect(result.proposals).toMatchObject([{ kind: 'unknown-code', facts: { code: '9999.99', people: 5 } }]);
    expect(result.fates[1]).toMatchObject({
      status: 'refused',
      reasons: [{ why: { params: { like: '7212.01 Электрогазосварщик' } } }],
    });
  });

  it('takes one of two answers of an enterprise and says where the other stands', () => {
    const result = importNeeds(book([GOOD, withCell('count', 7), GOOD]), lists);
    expect(result.rows).toHaveLength(1);
    expect(idsOf(result.fates[1])).toEqual(['F3 needs:import.refused.secondAnswer']);
    expect(idsOf(result.fates[2])).toEqual(['F4 needs:import.refused.repeat']);
  });

  it('reads a column per year, and refuses a row with half a person in it', () => {
    const head = ['ИНН', 'Профессия', 'Вид', 'План 2027', '2028 год', '2029'];
    const rows = [
      ['7707083893', 'Токарь', 'замена', 2, null, 1],
      ['7707083893', 'Электрогазосварщик', 'новое', 1.5, 1, 1],
      ['Итого', null, null, 3.5, 1, 2],
    ];
    const result = importNeeds(book(rows, head), lists);
    expect(result.rows.map((it) => [it.row, it.year, it.count, it.kind])).toEqual([
      [2, 2027, 2, 'replacement'],
      [2, 2029, 1, 'replacement'],
    ]);
    expect(idsOf(result.fates[1])).toContain('D3 needs:import.refused.headcount');
    expect(idsOf(result.fates[2])).toEqual(['A4 needs:import.refused.total']);
    expect(result.totals.count).toEqual({ before: 6.5, repaired: 0, refused: 3.5, after: 3 });
  });

  it('lets an enterprise upload its own rows only', () => {
    const own = lists.enterprises?.[0] ?? null;
    const rows = [withCell('enterprise', null), withCell('enterprise', 'АО «Молот»')];
    const result = importNeeds(book(rows), lists, { own });
    expect(result.rows).toMatchObject([{ enterprise: 'ent-1' }]);
    expect(idsOf(result.fates[1])).toEqual(['A3 needs:import.refused.foreign']);
  });

  it('reads Windows-1251 and a file cut off in the middle: whole rows stay, the torn one is refused', async () => {
    const text =
      'предприятие;район;код профессии;год;вид;число\r\nАО «Молот»;Слободской;7223.01;2027;замена;4\r\nАО «Молот»;Сло';
    const read = await readSheet(iconv.encode(text, 'win1251'), { name: 'потребность.csv' });
    expect(read.encoding).toBe('windows-1251');
    const result = importNeeds(read, lists);
    expect(result.rows).toMatchObject([{ enterprise: 'ent-2', municipality: 'slobodskoy', count: 4 }]);
    expect(result.fates.map((it) => it.status)).toEqual(['imported', 'refused']);
  });

  it('names the columns that are missing', () => {
    expect(() => importNeeds(book([['x', 1]], ['Фамилия', 'Возраст']), lists)).toThrowError(
      expect.objectContaining({ key: 'needs:import.refused.noColumns' }),
    );
  });

  it('reconciles whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.integer({ min: -3, max: 12 }),
      fc.double({ noNaN: true, min: -2, max: 5 }),
      fc.constantFrom(null, '', '2+5', '7 чел', '#REF!', 'нет', '12', '1,5', ' 3 ', '=1+1', '-'),
    );
    const row = fc.tuple(
      cell,
      fc.constantFrom(2026, 2027, 2033, 'x'),
      fc.constantFrom('7223.01', 'Токарь', 'нет такой'),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const table = rows.map(([count, year, occupation]) =>
          GOOD.map((it, i) => [it, it, occupation, year, it, count, it, it][i] ?? null),
        );
        const result = importNeeds(book(table), lists);
        const total = result.totals.count ?? { before: 0, repaired: 0, refused: 0, after: 0 };
        expect(result.fates).toHaveLength(rows.length);
        expect(total.before + total.repaired - total.refused).toBeCloseTo(total.after, 9);
        expect(total.after).toBe(result.rows.reduce((sum, it) => sum + it.count, 0));
        const refused = new Set(result.fates.filter((it) => it.status === 'refused').map((it) => it.row));
        expect(result.rows.some((it) => refused.has(it.row))).toBe(false);
      }),
      { seed: 20261123, numRuns: 60 },
    );
  });
});
