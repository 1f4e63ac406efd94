import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { canonical, fingerprint } from '../engines/seats/index.ts';
import { cutOfKirov, editCsv } from '../modules/order/plan-folder/testing/cut.ts';
import plan from './plan.ts';
import verify from './verify.ts';

let root = '';
let shown: string[] = [];
const silence = () => {
  shown = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void shown.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void shown.push(String(text)));
};
const told = () => shown.join('\n').replaceAll('\u00a0', ' ');
let number = 0;
const fresh = () => {
  const dir = join(root, `in-${number++}`);
  cutOfKirov(dir);
  return dir;
};
const read = (...path: string[]) => readFileSync(join(...path), 'utf8').replaceAll('\u00a0', ' ');
const json = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rostok-plan-'));
});
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(silence);
afterEach(() => {
  vi.restoreAllMocks();
});

function filesOf(dir: string, at = ''): string[] {
  return readdirSync(join(dir, at)).flatMap((name) => {
    const path = join(at, name);
    return statSync(join(dir, path)).isDirectory() ? filesOf(dir, path) : [path];
  });
}

/** The parts of a certificate's files that the test changes. */
interface Document {
  seats: { seats: number; year: number }[];
  needs: { amount: number; year: number }[];
  stages: { ownBound: number; ownGap: number; value: number }[];
}
const TAMPERINGS: [file: string, change: (data: Document) => void][] = [
  ['plan.json', ({ seats }) => Object.assign(seats[0] ?? {}, { seats: (seats[0]?.seats ?? 0) + 1 })],
  ['instance.json', ({ needs }) => Object.assign(needs[0] ?? {}, { amount: (needs[0]?.amount ?? 0) + 5 })],
  [
    'certificate.json',
    ({ stages }) => Object.assign(stages[0] ?? {}, { ownBound: stages[0]?.value, ownGap: 0 }),
  ],
];

describe('rostok plan', () => {
  let input = '';
  let out = '';
  beforeAll(async () => {
    silence();
    input = fresh();
    out = join(root, 'out');
    expect(await plan.run([input, '--out', out])).toBe(0);
    vi.restoreAllMocks();
  });

  it('writes the whole answer, the unmapped share before everything else', () => {
    expect(filesOf(out).sort()).toEqual(
      [
        ...['instance.json', 'plan.json', 'model.mps', 'labels.json', 'duals.json', 'certificate.json'].map(
          (it) => join('certificate', it),
        ),
        ...[join('certificate', 'comparison.json'), 'balance.xlsx', 'explanations.md', 'forecast.csv'],
        ...['forecast.xlsx', 'order.docx', 'order.pdf', 'order.xlsx', 'report.json', 'report.md'],
        ...['fingerprints.json', 'seats-to-needs.csv'],
      ].sort(),
    );
    const report = read(out, 'report.md');
    const places = [
      'Не сопоставлено с программами',
      '## Допущения',
      '## Учёт строк',
      '## Прогноз',
      '## Заказ',
    ].map((it) => report.indexOf(it));
    expect(places.every((it) => it > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(report).toContain('Нет файла outcomes');
    expect(report).toContain('Как в прошлом году');
    expect(report).toContain('Простое правило');
    expect(readFileSync(join(out, 'order.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('accounts for every row of every file', () => {
    const { files, unmapped, order } = json(out, 'report.json');
    for (const it of files) expect(it.rows).toBe(it.imported + it.repaired + it.refused);
    const lines = (file: string) => readFileSync(join(input, file), 'utf8').trimEnd().split('\n').length - 1;
    for (const it of files.filter((file: { file: string }) => file.file.endsWith('.csv')))
      expect(it.rows).toBe(lines(it.file));
    expect(unmapped.people).toBe(
      unmapped.byOccupation.reduce((sum: number, it: { people: number }) => sum + it.people, 0),
    );
    expect(order.comparison.map((it: { id: string }) => it.id)).toEqual(
      expect.arrayContaining(['order', 'lastYear', 'greedy']),
    );
    // The calculation is at least as good as any simple order that keeps the limits.
    for (const it of order.comparison.filter((row: { broken: number }) => row.broken === 0))
      expect(it.worse).toBeGreaterThan(-0.002);
  });

  it('opens every seat of the order to its need lines: shares add to one', () => {
    const [head = '', ...rows] = readFileSync(join(out, 'seats-to-needs.csv'), 'utf8')
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');
    const column = head.split(';').indexOf('Доля места');
    const sums = new Map<string, number>();
    for (const row of rows) {
      const cells = row.split(';');
      const key = `${cells[0]} ${cells[2]}`;
      const share = Math.round(Number((cells[column] as string).replace(',', '.')) * 1e6);
      sums.set(key, (sums.get(key) ?? 0) + share);
    }
    const { seats, decisionYear } = {
      seats: json(out, 'certificate', 'plan.json').seats as {
        college: string;
        programme: string;
        year: number;
        seats: number;
      }[],
      decisionYear: json(out, 'certificate', 'instance.json').decisionYear,
    };
    const opened = seats.filter((it) => it.year === decisionYear && it.seats > 0);
    expect([...sums.keys()].sort()).toEqual(opened.map((it) => `${it.college} ${it.programme}`).sort());
    expect([...new Set(sums.values())]).toEqual([1_000_000]);
    expect(rows.some((row) => row.includes('need-0'))).toBe(true);
  });

  it('is proved by verify; a changed seat, need or own bound is caught, even with fresh fingerprints', async () => {
    const dir = join(out, 'certificate');
    expect(await verify.run([dir])).toBe(0);
    const keep = new Map(readdirSync(dir).map((it) => [it, readFileSync(join(dir, it), 'utf8')]));
    const tamper = (file: string, change: (data: Document) => void, reseal: boolean) => {
      const data = JSON.parse(keep.get(file) as string);
      change(data);
      writeFileSync(join(dir, file), canonical(data));
      if (!reseal) return;
      const own = file === 'certificate.json';
      const certificate = own ? data : JSON.parse(keep.get('certificate.json') as string);
      if (!own) certificate.hashes[file.replace('.json', '')] = fingerprint(canonical(data));
      const { fingerprint: _old, ...body } = certificate;
      const sealed = { ...body, fingerprint: fingerprint(canonical(body)) };
      writeFileSync(join(dir, 'certificate.json'), canonical(sealed));
    };
    for (const reseal of [false, true])
      for (const [file, change] of TAMPERINGS) {
        tamper(file, change, reseal);
        expect([file, reseal, await verify.run([dir])]).toEqual([file, reseal, 1]);
        for (const [name, text] of keep) writeFileSync(join(dir, name), text);
      }
    expect(await verify.run([dir])).toBe(0);
  });

  it('whole is proved by verify; a changed or lost table, text or paper beside the certificate is named', async () => {
    expect(await verify.run([out])).toBe(0);
    for (const file of ['seats-to-needs.csv', 'explanations.md', 'order.xlsx', 'order.pdf']) {
      const path = join(out, file);
      const kept = readFileSync(path);
      const changed = Buffer.from(kept);
      changed[changed.length >> 1] = (changed[changed.length >> 1] as number) ^ 1;
      writeFileSync(path, changed);
      expect([file, await verify.run([out])]).toEqual([file, 1]);
      rmSync(path);
      expect([file, await verify.run([out])]).toEqual([file, 1]);
      writeFileSync(path, kept);
    }
    expect(await verify.run([out])).toBe(0);
  });

  it('repeats byte for byte', async () => {
    const again = join(root, 'again');
    expect(await plan.run([input, '--out', again])).toBe(0);
    const different = filesOf(out).filter(
      (it) => !readFileSync(join(out, it)).equals(readFileSync(join(again, it))),
    );
    expect(different).toEqual([]);
  });
});

describe('rostok plan on bad input', () => {
  /** Seven wrong rows in three files. */
  function withBadRows(): string {
    const input = fresh();
    editCsv(input, 'needs.csv', (rows) => [
      (rows[0] as string).replace(/;new;1;|;replacement;1;/, ';new;-3;'),
      (rows[1] as string).replace(/;(new|replacement);\d+;/, ';$1;1,5;'),
      (rows[2] as string).replace(/;20\d\d;/, ';2055;'),
      (rows[3] as string).replace(/;(new|replacement);/, ';наем;'),
      rows[4] as string,
      (rows[4] as string).replace(/^need-\d+/, 'need-twice'),
      ...rows.slice(5),
    ]);
    editCsv(input, 'licences.csv', (rows) => [
      (rows[0] as string).replace('col-01', 'col-99'),
      ...rows.slice(1),
    ]);
    editCsv(input, 'crosswalk.csv', (rows) => [
      ...rows,
      `${(rows[0] as string).split(';')[0]};9999.01;0.9;expert`,
    ]);
    return input;
  }

  it('names file, row and column of every fault in Russian and computes nothing', async () => {
    const input = withBadRows();
    const out = join(root, 'never');
    expect(await plan.run([input, '--out', out])).toBe(1);
    expect(existsSync(out)).toBe(false);
    for (const words of [
      'needs.csv, строка 2, столбец count (G2)',
      'needs.csv, строка 3, столбец count (G3)',
      'needs.csv, строка 4, столбец year: год 2055 вне расчёта',
      'needs.csv, строка 5, столбец kind (F5)',
      'needs.csv, строка 7, столбец enterprise: второй ответ предприятия',
      'licences.csv, строка 2, столбец college: «col-99» нет в файле colleges.csv',
      'crosswalk.csv, строка 96, столбец weight: сумма весов программы',
      '--skip-bad-rows',
    ])
      expect(told()).toContain(words);
    expect(shown[0]).toMatch(/needs|municipalities/);
  });

  it('refuses what is missing, broken or not a table, file by file', async () => {
    const input = fresh();
    rmSync(join(input, 'colleges.csv'));
    writeFileSync(join(input, 'programmes.csv'), 'programme;name\r\nx;y\r\n');
    writeFileSync(join(input, 'budget.xlsx'), 'PK\u0003\u0004 no zip');
    const region = json(input, 'region.json');
    writeFileSync(
      join(input, 'region.json'),
      JSON.stringify({ ...region, decisionYear: 2020, asOf: 'вчера' }),
    );
    expect(await plan.run([input, '--out', join(root, 'never')])).toBe(1);
    for (const words of [
      'colleges.csv: нет файла',
      'столбец spo_code: нет обязательного столбца',
      'budget.xlsx: ',
      'region.json, asOf',
    ])
      expect(told()).toContain(words);
    shown = [];
    expect(await plan.run([join(root, 'nowhere'), '--out', join(root, 'never')])).toBe(1);
    expect(told()).toContain('папка не открывается (ENOENT)');
    expect(existsSync(join(root, 'never'))).toBe(false);
  });

  it('explains limits without a plan in at most three sentences and says what would be enough', async () => {
    const input = fresh();
    editCsv(input, 'licences.csv', (rows) =>
      rows.map((row, i) =>
        i === 0
          ? row
              .split(';')
              .map((it, c) => (c === 12 ? '400' : it))
              .join(';')
          : row,
      ),
    );
    const out = join(root, 'never');
    expect(await plan.run([input, '--out', out])).toBe(1);
    expect(existsSync(out)).toBe(false);
    const after = shown.slice(shown.findIndex((it) => it.includes('противоречат')) + 1);
    expect(after.length).toBeGreaterThan(1);
    expect(after.length).toBeLessThanOrEqual(6);
    expect(after.join(' ')).toMatch(/целевы/);
  });

  it('computes from the good rows when told to; takes Windows-1251, disarms formulas, keeps codes nobody listed', async () => {
    const input = withBadRows();
    editCsv(input, 'occupations.csv', (rows) => rows.map((row) => row.replace(';Токарь;', ';=1+1;')));
    editCsv(input, 'needs.csv', (rows) =>
      rows.map((row, i) => (i > 9 && i < 13 ? row.replace(/\d{4}\.\d\d/, '9999.77') : row)),
    );
    const colleges = readFileSync(join(input, 'colleges.csv'), 'utf8')
      .replace(/^\ufeff/, '')
      .replace('lon', 'телефон');
    writeFileSync(join(input, 'colleges.csv'), iconv.encode(colleges, 'win1251'));
    const out = join(root, 'skipped');
    expect(await plan.run([input, '--out', out, '--skip-bad-rows', '--title', 'Проба пера'])).toBe(0);
    const { files, refused } = json(out, 'report.json');
    const needs = files.find((it: { file: string }) => it.file === 'needs.csv');
    expect([needs.rows, needs.refused]).toEqual([121, 5]);
    expect(refused).toHaveLength(7);
    const report = read(out, 'report.md');
    expect(report.startsWith('# Проба пера')).toBe(true);
    expect(report).toContain('needs.csv, строка 4, столбец year: год 2055 вне расчёта');
    expect(report).toMatch(/colleges\.csv \| 4 \| 4 \| 0 \| 0 \| windows-1251/);
    expect(report).toContain('colleges.csv: столбцы не из описания, в расчёте не участвуют: телефон');
    expect(report).toContain('9999.77');
    const forecast = readFileSync(join(out, 'forecast.csv'), 'utf8');
    expect(forecast).toContain("'=1+1");
    expect(forecast).not.toMatch(/;=1\+1/);
  });

  it('never replaces a folder it did not write, and keeps the old answer when a new one fails', async () => {
    const dir = join(root, 'someones');
    mkdirSync(dir);
    writeFileSync(join(dir, 'диссертация.txt'), 'x');
    const input = fresh();
    expect(await plan.run([input, '--out', dir])).toBe(2);
    expect(told()).toContain('диссертация.txt');
    expect(readdirSync(dir)).toEqual(['диссертация.txt']);
    expect(await plan.run([input, '--out', join(input, 'out')])).toBe(2);
    expect(await plan.run([input])).toBe(2);
    expect(await plan.run([input, '--nonsense'])).toBe(2);
  });
});
