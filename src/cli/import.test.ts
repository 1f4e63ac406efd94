import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import command from './import.ts';

let dir: string;
const said: string[] = [];

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'rostok-import-'));
  vi.spyOn(console, 'log').mockImplementation((text) => void said.push(String(text)));
  vi.spyOn(console, 'error').mockImplementation((text) => void said.push(String(text)));
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true, force: true });
});

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};

const NEEDS =
  'enterprise;municipality;occupation;year;kind;count\nзавод;Киров;7223.01;2027;new;4\nзавод;Киров;7223.01;2028;new;0,5\n';

/** A zip of one part that inflates to `size` zeros. */
function bomb(size: number): Uint8Array {
  const name = Buffer.from('xl/workbook.xml');
  const packed = deflateRawSync(Buffer.alloc(size));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

describe('rostok import', () => {
  it('writes the report and the rows, every row of the file in one of three places', async () => {
    const out = join(dir, 'out');
    const path = file('needs.csv', NEEDS);
    expect(await command.run(['auto', path, '--out', out, '--as-of', '2026-11-23'])).toBe(0);
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
    expect(report).toMatchObject({ kind: 'needs', rows: 2, imported: 1, repaired: [] });
    expect(report.rows).toBe(report.imported + report.repaired.length + report.refused.length);
    expect(report.refused).toMatchObject([{ row: 3, cell: 'F3' }]);
    expect(report.refused[0].why.replaceAll('\u00a0', ' ')).toContain(
      'Напишите целое число людей. Если нужен человек на половину ставки, укажите 1',
    );
    expect(report.totals.count).toMatchObject({ before: 4.5, after: 4 });
    expect(JSON.parse(readFileSync(join(out, 'rows.json'), 'utf8'))).toMatchObject([{ row: 2, count: 4 }]);
  });

  it('replaces its own older answer whole, and never a folder with other files', async () => {
    const out = join(dir, 'mine');
    const path = file('needs2.csv', NEEDS);
    expect(await command.run(['needs', path, '--out', out])).toBe(0);
    expect(await command.run(['needs', path, '--out', out])).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['report.json', 'rows.json']);
    writeFileSync(join(out, 'диплом.docx'), 'x');
    expect(await command.run(['needs', path, '--out', out])).toBe(1);
    expect(readdirSync(out)).toHaveLength(3);
  });

  it.each([
    [
      '200 МБ',
      () => {
        const path = file('huge.xlsx', 'PK');
        truncateSync(path, 200 * 1024 * 1024);
        return path;
      },
      'sheets:refused.tooLarge',
    ],
    ['zip bomb', () => file('bomb.xlsx', bomb(60 * 1024 * 1024)), 'sheets:refused.bomb'],
    [
      'cut off',
      () => file('torn.json', '{"results":{"vacancies":[{"vacancy":{"id":'),
      'sheets:refused.brokenJson',
    ],
    ['no table', () => file('note.txt', 'просто текст без таблицы'), 'needs:import.refused.unknownKind'],
    ['missing', () => join(dir, 'нет.xlsx'), 'sheets:refused.cannotOpen'],
  ])('refuses %s before anything is written', async (_, path, key) => {
    const out = join(dir, 'nothing');
    await expect(command.run(['auto', path(), '--out', out])).rejects.toMatchObject({ key });
    expect(readdirSync(dir)).not.toContain('nothing');
  });

  it('tells a wrong command line apart', async () => {
    expect(await command.run(['needs'])).toBe(2);
    expect(await command.run(['needs', 'x.csv', '--out', dir, '--horizon', 'скоро'])).toBe(2);
    expect(await command.run(['needs', 'x.csv', '--out', dir, '--as-of', 'вчера'])).toBe(2);
    expect(said.at(-1)).toBe('Дата пишется как 2026-11-23.');
  });

  it('leaves the earlier answer as it was when the disk is full', async () => {
    const out = join(dir, 'full');
    const path = file('needs3.csv', NEEDS);
    expect(await command.run(['needs', path, '--out', out])).toBe(0);
    const before = readFileSync(join(out, 'report.json'), 'utf8');
    const many = file(
      'many.csv',
      `${NEEDS.split('\n')[0]}\n${Array.from({ length: 3000 }, (_, i) => `завод ${i};Киров;7223.01;2027;new;4`).join('\n')}\n`,
    );
    const code = `const { runCli } = await import('./src/cli/main.ts'); process.exitCode = await runCli(process.argv.slice(1))`;
    const args = [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      code,
      'import',
      'needs',
      many,
      '--out',
      out,
    ];
    // 64 blocks of 512 bytes: less than the rows take
    const run = promisify(execFile)('bash', ['-c', 'ulimit -f 64; exec node "$@"', 'node', ...args], {
      cwd: new URL('../..', import.meta.url),
    });
    await expect(run).rejects.toMatchObject({ stderr: expect.stringMatching(/Не.получилось записать/) });
    expect(readFileSync(join(out, 'report.json'), 'utf8')).toBe(before);
  }, 30_000);
});
