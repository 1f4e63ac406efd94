import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const KIROV = fileURLToPath(new URL('../../../../../examples/kirov', import.meta.url));
const COLLEGES = ['col-01', 'col-03', 'col-05', 'col-08'];

/** Rewrites the rows of a CSV of the example; the head stays. */
export function editCsv(dir: string, file: string, edit: (rows: string[]) => string[]): void {
  const path = join(dir, file);
  const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\r\n');
  writeFileSync(path, `${[head, ...edit(rows)].join('\r\n')}\r\n`);
}

/** A copy of `examples/kirov` small enough for tests: four colleges, one intake, some of the needs, no model of the rest. */
export function cutOfKirov(dir: string): void {
  cpSync(KIROV, dir, { recursive: true });
  for (const file of ['staff_ages.csv', 'staffing.csv', 'outcomes.xlsx', 'README.md'])
    rmSync(join(dir, file));
  const ofColleges = (rows: string[]) => rows.filter((row) => COLLEGES.includes(row.split(';')[0] ?? ''));
  for (const file of ['colleges.csv', 'licences.csv', 'students.csv']) editCsv(dir, file, ofColleges);
  editCsv(dir, 'needs.csv', (rows) => rows.slice(0, 120));
  const region = JSON.parse(readFileSync(join(dir, 'region.json'), 'utf8'));
  writeFileSync(join(dir, 'region.json'), JSON.stringify({ ...region, intakes: 1 }));
}
