import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { normaliseText } from './normalise/index.ts';
import { readSheet } from './read-sheet.ts';
import type { CellValue } from './types.ts';
import { guardFormula } from './write-csv.ts';
import { writeSheet } from './write-sheet.ts';
import type { WriteColumn, WriteTable } from './write-types.ts';

fc.configureGlobal({ seed: 20261123 });

const words = { yes: 'да', no: 'нет' };
const one = (table: Partial<WriteTable>) => ({
  tables: [{ name: 'Лист', columns: [], rows: [], ...table }],
  ...words,
});
const columns: WriteColumn[] = [
  { title: 'Название' },
  { title: 'Чел.', kind: 'integer' },
  { title: 'Сумма', kind: 'money' },
  { title: 'День', kind: 'date' },
  { title: 'Готово', kind: 'boolean' },
];
const evil = ['=1+1', '+1|cmd', '-2+3', '@SUM(A1)', '\t=1', '=HYPERLINK("http://a";"b")', "'=x"];

describe('xlsx', () => {
  it('keeps types, formats, widths, a frozen header and leading zeros', async () => {
    const rows = [['08.02.01', 1484, 123456, '2026-09-01', true]];
    const book = await readXlsx(await writeSheet(one({ columns, rows }), { format: 'xlsx' }), {
      readStyles: true,
    });
    const [sheet] = book.sheets;
    expect(sheet?.rows[1]).toEqual(['08.02.01', 1484, 1234.56, new Date('2026-09-01T00:00:00Z'), 'да']);
    expect(sheet?.freezePane).toMatchObject({ rows: 1 });
    expect(sheet?.cells?.get('1,3')?.style?.numFmt).toBe('dd.mm.yyyy');
    expect(sheet?.columns?.[0]?.width).toBeGreaterThan(8);
  });

  it('never writes a formula, whatever the text', async () => {
    const rows = evil.map((text) => [text, text, text]);
    const kinds: WriteColumn[] = [
      { title: '=A1' },
      { title: 'b', kind: 'integer' },
      { title: 'c', kind: 'general' },
    ];
    const bytes = await writeSheet(one({ columns: kinds, rows }), { format: 'xlsx' });
    const parts = unzipSync(bytes);
    const xml = Object.entries(parts).filter(([name]) => name.includes('worksheets/'));
    expect(xml.length).toBe(1);
    for (const [, part] of xml) expect(strFromU8(part)).not.toMatch(/<f[ >]/);
    const book = await readXlsx(bytes, { readStyles: true });
    expect(book.sheets[0]?.rows.slice(1)).toEqual(rows);
    for (let r = 1; r <= evil.length - 1; r++) {
      for (let c = 0; c < 3; c++) expect(book.sheets[0]?.cells?.get(`${r},${c}`)?.style?.numFmt).toBe('@');
    }
  });

  it('names sheets within the rules of Excel, without repeats', async () => {
    const name = 'Потребность в кадрах: Вятские Поляны / 2026';
    const tables = [name, name, '', "'x'"].map((it) => ({ name: it, columns, rows: [] }));
    const book = await readSheet(await writeSheet({ tables, ...words }, { format: 'xlsx' }));
    const names = book.sheets.map((it) => it.name);
    expect(new Set(names).size).toBe(4);
    for (const it of names) expect(it.length).toBeLessThanOrEqual(31);
    expect(names[0]).toBe('Потребность в кадрах  Вятские П');
  });

  it('reads back what it wrote (any texts, numbers, days)', async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: fc.constantFrom(...'абвXYZ =+-@;"|,1 .'), minLength: 1, maxLength: 12 })
        .filter((it) => it.trim() === it),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          const kinds: WriteColumn[] = ['a', 'b', 'c'].map((title) => ({ title, kind: 'general' }));
          const book = await readSheet(await writeSheet(one({ columns: kinds, rows }), { format: 'xlsx' }));
          const back = rows.map((_, r) =>
            [0, 1, 2].map((c) => book.sheets[0]?.rows[r + 1]?.[c]?.value ?? null),
          );
          expect(back).toEqual(rows);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('writes a large table in a thread', async () => {
    const rows: CellValue[][] = Array.from({ length: 6_000 }, (_, i) => [
      `строка ${i}`,
      i,
      i * 100,
      '2026-09-01',
      i % 2 === 0,
    ]);
    const book = await readSheet(await writeSheet(one({ columns, rows }), { format: 'xlsx' }));
    expect(book.sheets[0]?.rows).toHaveLength(6_001);
    expect(book.sheets[0]?.rows[6_000]?.[2]?.value).toBe(5999);
  });
});

describe('csv', () => {
  it('uses decimal commas, Russian days, a byte order mark and quotes', async () => {
    const rows = [['АО «Завод»; цех', -5, -123456, '2026-09-01', false]];
    const bytes = await writeSheet(one({ columns, rows }), { format: 'csv' });
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
      '\ufeffНазвание;Чел.;Сумма;День;Готово\r\n"АО «Завод»; цех";-5;-1234,56;01.09.2026;нет\r\n',
    );
    const book = await readSheet(
      await writeSheet(one({ columns, rows }), { format: 'csv', encoding: 'windows-1251' }),
      { name: 'a.csv' },
    );
    expect(book.encoding).toBe('windows-1251');
    expect(book.sheets[0]?.rows[1]?.[0]?.raw).toBe('АО «Завод»; цех');
  });

  it('disarms formulas, and reading takes the guard off', () => {
    for (const text of evil) {
      const guarded = guardFormula(text);
      expect(guarded.startsWith("'")).toBe(true);
      if (text.trim() === text) expect(normaliseText(guarded)).toMatchObject({ ok: true, value: text });
    }
    for (const plain of ['-', '-5', '+7', '1,5', 'слово', "'кавычка'"])
      expect(guardFormula(plain)).toBe(plain);
  });

  it('reads back what it wrote', async () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'абв;"\n,|x=+1'), maxLength: 10 })
      .filter((it) => it.trim() === it);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(';', ',', '\t'),
        async (rows, delimiter) => {
          const kinds: WriteColumn[] = [{ title: 'первый' }, { title: 'второй' }];
          const bytes = await writeSheet(one({ columns: kinds, rows }), { format: 'csv', delimiter });
          const book = await readSheet(bytes, { name: 'a.csv' });
          const back = (book.sheets[0]?.rows ?? []).slice(1).map((row) => row.map((it) => it.raw));
          expect(back).toEqual(rows.map((row) => row.map(guardFormula)));
        },
      ),
      { numRuns: 200 },
    );
  });
});
