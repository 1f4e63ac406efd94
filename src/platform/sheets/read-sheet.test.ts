import { existsSync } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { writeOds, writeXlsx } from 'hucre';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from './read-sheet.ts';
import { SheetRefusal } from './refusal.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const shared = (path: string) => new URL(`../../../../shared/data/real/${path}`, import.meta.url);

async function refusal(promise: Promise<unknown>): Promise<{ id: string; params?: Record<string, unknown> }> {
  const error = await promise.then(
    () => null,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(SheetRefusal);
  return (error as SheetRefusal).text;
}

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sheets-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('delimited text', () => {
  it('keeps raw text, value and address', async () => {
    const book = await readSheet(utf8('\ufeffКод;Название;Чел.\r\n35.01.24 ;Сварщик;"1 484"\r\n'), {
      name: 'a.csv',
    });
    expect(book).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ';' });
    const cell = book.sheets[0]?.rows[1]?.[0];
    expect([cell?.address, cell?.raw, cell?.kind]).toEqual(['A2', '35.01.24 ', 'text']);
    expect(book.sheets[0]?.rows[0]?.[0]?.raw).toBe('Код');
  });

  it('recognises Windows-1251 and names the repair', async () => {
    const bytes = iconv.encode('Наименование организации;Потребность\nАО «ВМП «АВИТЕК»;15\n', 'win1251');
    const book = await readSheet(bytes, { name: 'x.csv' });
    expect(book.encoding).toBe('windows-1251');
    expect(book.repairs.map((it) => it.id)).toEqual(['sheets:repair.encoding']);
    expect(book.sheets[0]?.rows[1]?.[0]?.raw).toBe('АО «ВМП «АВИТЕК»');
  });

  it('a file cut off inside a letter is still UTF-8, and it is said that it arrived incomplete', async () => {
    const whole = utf8('Наименование организации;Потребность\nАО Станок;15\nАО Сварка;я');
    const book = await readSheet(whole.subarray(0, whole.length - 1), { name: 'x.csv' });
    expect(book.encoding).toBe('utf-8');
    expect(book.repairs.map((it) => it.id)).toEqual(['sheets:repair.cutOff']);
    expect(book.sheets[0]?.rows[0]?.[0]?.raw).toBe('Наименование организации');
    const short = await readSheet(iconv.encode('code;n\n1;я', 'win1251'), { name: 'x.csv' });
    expect(short.encoding).toBe('windows-1251');
  });

  it('tells CP866 from Windows-1251 and reads UTF-16 by its mark', async () => {
    const text = 'Название;Число\nСлесарь механосборочных работ;3\n';
    expect((await readSheet(iconv.encode(text, 'cp866'), { name: 'x.csv' })).encoding).toBe('cp866');
    const utf16 = iconv.encode(text, 'utf-16le', { addBOM: true });
    expect((await readSheet(utf16, { name: 'x.csv' })).sheets[0]?.rows[1]?.[1]?.raw).toBe('3');
  });

  it('reads quotes, line breaks inside them, and quotes nobody doubled', async () => {
    const book = await readSheet(utf8('a,b\n"x, ""y""\nz",1\n"ООО "Ромашка"",2\n'), { name: 'x.csv' });
    expect(book.sheets[0]?.rows.slice(1).map((row) => row.map((it) => it.raw))).toEqual([
      ['x, "y"\nz', '1'],
      ['ООО "Ромашка"', '2'],
    ]);
  });

  it('does not lose the rest of the file to an unclosed quote', async () => {
    const book = await readSheet(utf8('a,b\n"x",1\n"y,2\nz,3\n'), { name: 'x.csv' });
    expect(book.sheets[0]?.rows.map((row) => row.length)).toEqual([2, 2, 2, 2]);
    expect(book.repairs).toEqual([{ id: 'sheets:repair.openQuote', params: { row: 3 } }]);
  });

  it('splits by | with JSON inside cells and without quoting', async () => {
    const line = 'id|geo|skills\n1|{"a":"b;c,d"}|["x","y"]\n2|{"a":"e"}|\n';
    const book = await readSheet(utf8(line), { name: 'dump.csv' });
    expect(book.delimiter).toBe('|');
    expect(book.sheets[0]?.rows[1]?.map((it) => it.raw)).toEqual(['1', '{"a":"b;c,d"}', '["x","y"]']);
  });
});

describe('json', () => {
  it('lays records out as a table with dotted columns and keeps the document', async () => {
    const document = {
      status: '200',
      results: { vacancies: [{ v: { id: 1, tags: ['a'] } }, { v: { id: 2, pay: 5 } }] },
    };
    const book = await readSheet(utf8(JSON.stringify(document)), { name: 'api.json' });
    expect(book.sheets[0]?.rows.map((row) => row.map((it) => it.value))).toEqual([
      ['v.id', 'v.tags', 'v.pay'],
      [1, '["a"]', null],
      [2, null, 5],
    ]);
    expect(book.document).toEqual(document);
  });

  it('refuses a document cut off in the middle', async () => {
    expect((await refusal(readSheet(utf8('[{"a":1},{"a"'), { name: 'x.json' }))).id).toBe(
      'sheets:refused.brokenJson',
    );
  });
});

describe('spreadsheets', () => {
  it('gives dates, numbers, errors, formulas, hidden sheets and merges', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'План',
          rows: [
            ['Группа', null, 'Дата'],
            [7, null, new Date(Date.UTC(2026, 8, 1))],
          ],
          cells: new Map([['1,1', { formula: 'A2/0', formulaResult: '#DIV/0!' }]]),
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
        },
        { name: 'Скрытый', rows: [[1]], hidden: true },
      ],
    });
    const book = await readSheet(bytes);
    const [plan, hidden] = book.sheets;
    expect(plan?.rows[1]?.map((it) => [it.kind, it.value])).toEqual([
      ['number', 7],
      ['error', '#DIV/0!'],
      ['date', '2026-09-01'],
    ]);
    expect(plan?.rows[1]?.[1]?.formula).toBe('A2/0');
    expect(plan?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect(hidden?.hidden).toBe(true);
  });

  it('reads ODS', async () => {
    const bytes = await writeOds({
      sheets: [
        {
          name: 'Лист',
          rows: [
            ['Код', 'Чел.'],
            ['15.01.05', 25],
          ],
        },
      ],
    });
    const book = await readSheet(bytes, { name: 'x.ods' });
    expect(book.format).toBe('ods');
    expect(book.sheets[0]?.rows[1]?.map((it) => it.value)).toEqual(['15.01.05', 25]);
  });
});

describe('refusals', () => {
  it('refuses a file of 200 MB before reading it', async () => {
    const path = join(dir, 'huge.xlsx');
    const file = await open(path, 'w');
    await file.truncate(200 * 1024 * 1024);
    await file.close();
    const before = process.memoryUsage().rss;
    const text = await refusal(readSheet(path));
    expect(text).toEqual({ id: 'sheets:refused.tooLarge', params: { size: 200, limit: 50 } });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('refuses a zip bomb by what it declares', async () => {
    const bytes = zipSync(
      { 'xl/workbook.xml': strToU8('<x/>'), 'xl/sheet1.xml': new Uint8Array(12_000_000) },
      { level: 9 },
    );
    expect(bytes.byteLength).toBeLessThan(50_000);
    expect((await refusal(readSheet(bytes))).id).toBe('sheets:refused.bomb');
  });

  it('refuses a zip bomb that lies about its size', async () => {
    const bytes = zipSync(
      { 'xl/workbook.xml': strToU8('<x/>'), 'xl/sheet1.xml': new Uint8Array(12_000_000) },
      { level: 9 },
    );
    const view = new DataView(bytes.buffer);
    // Write a small size into every header that speaks of 12,000,000 bytes.
    for (let at = 0; at + 4 <= bytes.length; at++)
      if (view.getUint32(at, true) === 12_000_000) view.setUint32(at, 70_000, true);
    expect((await refusal(readSheet(bytes))).id).toBe('sheets:refused.bomb');
  });

  it('refuses too many parts, rows and cells', async () => {
    const parts = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`p${i}`, strToU8('x')]));
    const many = zipSync({ 'xl/workbook.xml': strToU8('<x/>'), ...parts });
    expect((await refusal(readSheet(many, { limits: { maxEntries: 50 } }))).id).toBe(
      'sheets:refused.tooManyParts',
    );
    const csv = utf8('a;b\n1;2\n3;4\n');
    expect((await refusal(readSheet(csv, { limits: { maxRows: 2 } }))).id).toBe('sheets:refused.tooManyRows');
    expect((await refusal(readSheet(csv, { limits: { maxCells: 5 } }))).id).toBe(
      'sheets:refused.tooManyCells',
    );
  });

  it('says what to do with xls, pdf, html, an archive, nothing, and a missing file', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect((await refusal(readSheet(ole))).id).toBe('sheets:refused.oldExcel');
    expect((await refusal(readSheet(utf8('%PDF-1.7')))).id).toBe('sheets:refused.pdf');
    expect((await refusal(readSheet(utf8('<html><table></table></html>')))).id).toBe('sheets:refused.html');
    expect((await refusal(readSheet(zipSync({ 'a.txt': strToU8('x') })))).id).toBe('sheets:refused.notTable');
    expect((await refusal(readSheet(new Uint8Array()))).id).toBe('sheets:refused.empty');
    expect((await refusal(readSheet(join(dir, 'none.xlsx')))).params).toEqual({
      name: 'none.xlsx',
      code: 'ENOENT',
    });
  });

  it('refuses a workbook cut off in the middle, at any byte', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Л', rows: [['Код'], ['15.01.05']] }] });
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const cut = bytes.slice(0, Math.floor(bytes.length * part));
      expect((await refusal(readSheet(cut))).id).toBe('sheets:refused.brokenZip');
    }
  });

  it('ends a thread that takes too long and works again afterwards', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`строка ${i}`, i, i / 3]);
    const bytes = await writeXlsx({ sheets: [{ name: 'Л', rows }] });
    expect((await refusal(readSheet(bytes, { limits: { timeoutMs: 5 } }))).id).toBe('sheets:refused.timeout');
    expect((await readSheet(bytes)).sheets[0]?.rows).toHaveLength(20_000);
  });

  it('survives a workbook that eats the heap of its thread', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => [`строка ${i}`, i, i / 3, `ещё ${i}`]);
    const bytes = await writeXlsx({ sheets: [{ name: 'Л', rows }] });
    expect((await refusal(readSheet(bytes, { limits: { heapMb: 16 } }))).id).toBe('sheets:refused.memory');
  });
});

describe('real files, when they lie beside the checkout', () => {
  const monitoring = shared('spo-employment-buryatia-2021/Obshchiy.xlsx');
  it.skipIf(!existsSync(monitoring))('reads the monitoring form (Obshchiy.xlsx)', async () => {
    const book = await readSheet(monitoring.pathname);
    const rows = book.sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(1485);
    const errors = rows.flat().filter((it) => it.kind === 'error');
    expect(errors.filter((it) => it.raw === '#REF!')).toHaveLength(102);
    expect(rows.flat().filter((it) => it.raw === '2+5').length).toBeGreaterThan(0);
  });

  const vacancies = shared('hh-vacancies/hh_2022.csv');
  it.skipIf(!existsSync(vacancies))('reads the vacancies of 2022 (hh_2022.csv)', async () => {
    const book = await readSheet(vacancies.pathname);
    expect(book.sheets[0]?.rows).toHaveLength(18_295);
    expect(new Set(book.sheets[0]?.rows.map((row) => row.length))).toEqual(new Set([6]));
  });

  const header = shared('trudvsem/dump_csv_header.txt');
  it.skipIf(!existsSync(header))('reads the header of the vacancy dump (dump_csv_header.txt)', async () => {
    const book = await readSheet(header.pathname);
    expect(book.delimiter).toBe('|');
    expect(book.sheets[0]?.rows[0]).toHaveLength(80);
  });
});

it('leaves the bytes of the caller usable', async () => {
  const path = join(dir, 'a.xlsx');
  const bytes = await writeXlsx({ sheets: [{ name: 'Л', rows: [[1]] }] });
  await writeFile(path, bytes);
  await readSheet(bytes);
  expect(bytes.byteLength).toBeGreaterThan(0);
  expect((await readSheet(path)).sheets[0]?.rows[0]?.[0]?.value).toBe(1);
});
