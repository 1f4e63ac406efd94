import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { wholeWay } from './testing/whole-way.test.kit.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rostok-trial-'));
});
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const COLUMNS = Array.from({ length: 50 }, (_, i) => String(i + 1).padStart(2, '0'));

/** A block of the form: eight lines of one programme of one college; the first holds all graduates. */
function block(college: string, code: string, [graduates, employed, army, study]: number[]): string[] {
  const counts: Record<string, string | number> = {};
  for (let column = 7; column <= 45; column++) counts[String(column).padStart(2, '0')] = 0;
  return Array.from({ length: 8 }, (_, i) => {
    const all = i === 0 ? { '07': graduates, '08': employed, '14': army, '16': study } : {};
    const names: Record<string, string | number> = {
      '01': college,
      '02': 'региональная',
      '03': 'ПОО',
      '04': code,
      '05': String(i + 1).padStart(2, '0'),
      '06': i === 0 ? 'Всего (общая численность выпускников)' : `из общей численности ${i}`,
    };
    const row = { ...counts, ...names, ...all } as Record<string, string | number | undefined>;
    return COLUMNS.map((it) => row[it] ?? '').join(';');
  });
}

describe('trial out of a monitoring form and vacancies', () => {
  it('goes the whole way on small files of our own', { timeout: 60_000 }, async () => {
    const data = join(root, 'data');
    mkdirSync(join(data, 'vacancies'), { recursive: true });
    const rows = [
      COLUMNS.join(';'),
      ...block('Техникум «Берёза»', '15.01.38', [40, 30, 6, 4]),
      ...block('Техникум «Берёза»', '15.02.16', [22, 15, 4, 3]),
      ...block('Колледж «Клён»', '15.01.38', [35, 30, 5, 0]),
    ];
    writeFileSync(join(data, 'form.csv'), `${rows.join('\r\n')}\r\n`);
    const vacancy = (name: string, day: string, i: number) =>
      `${name},${50 + i}000.0,,RUR,Улан-Удэ,2022-${day}T10:00:00+0300`;
    const cards = [
      ...Array.from({ length: 12 }, (_, i) => vacancy('Токарь', '03-01', i)),
      vacancy('Токарь-расточник', '12-20', 0),
      vacancy('Заклинатель змей', '03-01', 0),
    ];
    writeFileSync(
      join(data, 'vacancies', 'hh.csv'),
      `name,salary_from,salary_to,salary_currency,area_name,published_at\n${cards.join('\n')}\n`,
    );
    writeFileSync(join(data, 'notes.csv'), 'a;b\n1;2\n');
    const { report, sources, text } = await wholeWay(root, data, 'small');
    expect(sources.unused).toEqual(['notes.csv']);
    expect(sources.accounts.map((it) => [it.file, it.rows])).toEqual([
      ['form.csv', 24],
      ['vacancies/hh.csv', 14],
    ]);
    // what the importer of the portal took once is not taken for a double by the plan
    expect(report.vacancies).toMatchObject({
      counted: 12,
      young: 1,
      noOccupation: 1,
      doubled: 0,
      assumedEmployer: 12,
    });
    expect(report.order.lastYear).toBe(48 + 26 + 42);
    expect(text).toContain('выпускников 97');
  });
});
