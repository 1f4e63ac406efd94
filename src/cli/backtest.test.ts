import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import command from './backtest.ts';

let folder = '';
let shown: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostok-backtest-'));
  shown = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void shown.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void shown.push(String(text)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const series = Array.from({ length: 16 }, (_, k) => `1,a,,${2000 + k},${100 + k * k}`).join('\n');

describe('rostok backtest', () => {
  it('writes rows of the agreed shape, the same bytes every time', async () => {
    const file = put('s.csv', `level,code,parent,year,value\n${series}\n`);
    const out = join(folder, 'out.json');
    expect(await command.run([file, '--horizons', '4,1', '--json', out])).toBe(0);
    const first = readFileSync(out, 'utf8');
    const rows = JSON.parse(first).rows;
    expect(Object.keys(rows[0])).toEqual([
      'level',
      'h',
      'method',
      'wape',
      'mase',
      'direction',
      'bias',
      'coverage80',
      'width80',
      'n',
    ]);
    expect(rows.map((r: { h: number }) => r.h)).toEqual([1, 1, 1, 1, 4, 4, 4, 4]);
    await command.run([file, '--horizons', '4,1', '--json', out]);
    expect(readFileSync(out, 'utf8')).toBe(first);
  });

  it.each([
    [[], 2, /Укажите файл/],
    [['--unknown'], 2, /Не понимаю параметры/],
    [['/no/such/file.csv'], 1, /Не получилось прочесть/],
  ])('%j gives code %i and says why', async (args, code, text) => {
    expect(await command.run(args as string[])).toBe(code);
    expect(shown.join('\n')).toMatch(text as RegExp);
  });

  it('names lines and columns of a faulty file', async () => {
    const file = put('bad.csv', 'level,code,parent,year,value\n1,a,,2001,-5\n1,a,,2002,1\n1,a,,2002,2\n');
    expect(await command.run([file])).toBe(1);
    expect(shown.join('\n')).toMatch(/Строка 2.*не меньше нуля/);
    expect(shown.join('\n')).toMatch(/Строка 4.*второй раз/);
  });

  it('refuses a file without values and bad horizons', async () => {
    expect(await command.run([put('empty.csv', 'level,code,parent,year,value\n')])).toBe(1);
    const file = put('s.csv', `level,code,parent,year,value\n${series}\n`);
    expect(await command.run([file, '--horizons', '4,x'])).toBe(1);
    expect(shown.join('\n')).toMatch(/Горизонты «4,NaN» не годятся/);
  });
});
