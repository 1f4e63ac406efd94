import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { generateDemo } from '../generate.ts';
import type { TableRow } from './cells.ts';
import { exampleTables, exampleTexts, exampleWorkbooks, XLSX_TABLES } from './folder.ts';

const folder = fileURLToPath(new URL('../../../../examples/kirov', import.meta.url));
const format = fileURLToPath(new URL('../../../../docs/formats/plan-folder.md', import.meta.url));
const region = generateDemo('small');
const tables = exampleTables(region);

/** Keys by the format: together unique in a table. */
const KEYS: Record<string, string[]> = {
  municipalities: ['code'],
  colleges: ['code'],
  programmes: ['programme'],
  licences: ['college', 'programme'],
  students: ['college', 'programme', 'intake_year', 'funding'],
  needs: ['id'],
  projects: ['project', 'occupation', 'year'],
  enterprises: ['code'],
  occupations: ['code'],
  crosswalk: ['spo_code', 'occupation'],
  outcomes: ['college', 'programme', 'year'],
  applicants: ['municipality', 'year'],
  budget: ['source', 'year'],
  retraining: ['centre', 'course'],
  staff_ages: ['occupation', 'zone', 'age_from'],
  staffing: ['section', 'occupation', 'year'],
  population_headcount: ['section', 'size_class', 'year'],
};

const values = (table: string, column: string) => new Set(tables[table]!.map((row) => row[column]));

test('the folder kept in the repository is what the generator writes, byte for byte', () => {
  for (const [name, text] of exampleTexts(region))
    expect(readFileSync(join(folder, name), 'utf8') === text, name).toBe(true);
  const files = readdirSync(folder);
  expect(files.filter((name) => name !== 'README.md').length).toBe(
    exampleTexts(region).size + XLSX_TABLES.length,
  );
  expect(files.reduce((total, name) => total + statSync(join(folder, name)).size, 0)).toBeLessThan(2_000_000);
});

test('so are its workbooks', async () => {
  for (const [name, bytes] of await exampleWorkbooks(region))
    expect(readFileSync(join(folder, name)).equals(bytes), name).toBe(true);
});

test.each(XLSX_TABLES)('%s.xlsx holds the rows of the generator', async (name) => {
  const book = await readXlsx(readFileSync(join(folder, `${name}.xlsx`)));
  const [header, ...body] = book.sheets[0]!.rows;
  const rows = body.map((cells) => Object.fromEntries(header!.map((column, i) => [column, cells[i]])));
  expect(rows).toEqual(tables[name]);
});

test('keys are unique and every column of every table is named in the format', () => {
  const text = readFileSync(format, 'utf8');
  expect(Object.keys(KEYS).sort()).toEqual(Object.keys(tables).sort());
  for (const [name, rows] of Object.entries(tables)) {
    const keys = rows.map((row) => KEYS[name]!.map((column) => row[column]).join(' '));
    expect(new Set(keys).size, name).toBe(rows.length);
    const section = text.split(`### ${name}\n`)[1]?.split('\n### ')[0] ?? '';
    for (const column of Object.keys(rows[0]!))
      expect(section, `${name}.${column}`).toContain(`\`${column}\``);
  }
});

test('every code of a table has its row in the table it points to', () => {
  const points: [table: string, column: string, target: string, key: string][] = [
    ['colleges', 'municipality', 'municipalities', 'code'],
    ['licences', 'college', 'colleges', 'code'],
    ['licences', 'programme', 'programmes', 'programme'],
    ['students', 'college', 'colleges', 'code'],
    ['students', 'programme', 'programmes', 'programme'],
    ['needs', 'enterprise', 'enterprises', 'code'],
    ['needs', 'municipality', 'municipalities', 'code'],
    ['needs', 'occupation', 'occupations', 'code'],
    ['projects', 'occupation', 'occupations', 'code'],
    ['crosswalk', 'spo_code', 'programmes', 'spo_code'],
    ['crosswalk', 'occupation', 'occupations', 'code'],
    ['outcomes', 'programme', 'programmes', 'programme'],
    ['applicants', 'municipality', 'municipalities', 'code'],
    ['retraining', 'occupation', 'occupations', 'code'],
    ['staff_ages', 'zone', 'municipalities', 'zone'],
    ['staff_ages', 'occupation', 'occupations', 'code'],
    ['staffing', 'occupation', 'occupations', 'code'],
  ];
  for (const [table, column, target, key] of points) {
    const known = values(target, key);
    expect(
      tables[table]!.filter((row) => !known.has(row[column])),
      `${table}.${column}`,
    ).toEqual([]);
  }
  const taught = values('crosswalk', 'spo_code');
  expect(tables.programmes!.filter((row) => !taught.has(row.spo_code))).toEqual([]);
});

test('students fit their colleges, last seats fit the licence, shares are shares', () => {
  const now = new Map<string, number>();
  for (const row of tables.students!)
    now.set(String(row.college), (now.get(String(row.college)) ?? 0) + Number(row.count));
  expect(tables.colleges!.filter((row) => now.get(String(row.code))! > Number(row.capacity))).toEqual([]);
  expect(tables.licences!.filter((row) => Number(row.last_seats) > Number(row.capacity))).toEqual([]);
  const share = (row: TableRow, column: string) => Number(row[column]) >= 0 && Number(row[column]) <= 1;
  for (const column of ['retention', 'availability', 'in_field', 'army']) {
    expect(
      tables.programmes!.filter((row) => !share(row, column)),
      column,
    ).toEqual([]);
  }
});
