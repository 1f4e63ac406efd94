import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Expected {
  file: string;
  seed: number;
  n: number;
  m: number;
  L: number;
  proposals: number;
  da_placed: number;
  da_choice_index_int8_sha256: string;
  maxcard_placed: number;
  maxcard_min_rank_sum: number;
}

export interface Big {
  n: number;
  m: number;
  L: number;
  off: Int32Array;
  to: Int32Array;
  rank: Int32Array;
  /** Made when asked for: deferred acceptance needs neither. */
  readonly level: Int32Array;
  readonly owner: Int32Array;
  capacity: Int32Array;
  /** The file the C program reads. */
  file: string;
}

/** The yardstick of the field guide, when it lies beside the checkout: generator, C program, expected results. */
export const yardstickDir =
  process.env.ROSTOK_YARDSTICK ??
  fileURLToPath(new URL('../../../shared/data/matching/yardstick', import.meta.url));
export const hasYardstick = (): boolean => existsSync(join(yardstickDir, 'expected.json'));
export const expectedRows = (): Expected[] =>
  JSON.parse(readFileSync(join(yardstickDir, 'expected.json'), 'utf8'));

/** A folder for generated files, gone when the process ends. */
export function scratch(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rostok-bench-'));
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export function generate(
  dir: string,
  row: { file: string; n: number; m: number; L: number; seed: number },
): Big {
  const file = join(dir, `${row.file}.bin`);
  execFileSync(process.execPath, [
    join(yardstickDir, 'gen.mjs'),
    ...[row.n, row.m, row.L, row.seed].map(String),
    file,
  ]);
  const bytes = readFileSync(file);
  const all = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const { n, m, L } = row;
  const E = n * L;
  const off = new Int32Array(n + 1);
  for (let s = 0; s <= n; s++) off[s] = s * L;
  let level: Int32Array | null = null;
  let owner: Int32Array | null = null;
  return {
    n,
    m,
    L,
    off,
    to: all.subarray(4 + m, 4 + m + E),
    rank: all.subarray(4 + m + E),
    capacity: all.slice(4, 4 + m),
    file,
    get level() {
      level ??= filled(E, (e) => e % L);
      return level;
    },
    get owner() {
      owner ??= filled(E, (e) => Math.floor(e / L));
      return owner;
    },
  };
}

/** Compiles the C yardstick with -O3; null without a compiler. */
export function compileC(dir: string): string | null {
  const program = join(dir, 'da');
  try {
    execFileSync('gcc', ['-O3', '-o', program, join(yardstickDir, 'da.c')], { stdio: 'ignore' });
    return program;
  } catch {
    return null;
  }
}

/** Best time of the C program over its own seven runs, ms. */
export function timeC(program: string, file: string): number {
  return Number(/da_min ([\d.]+) ms/.exec(execFileSync(program, [file], { encoding: 'utf8' }))?.[1]);
}

function filled(length: number, value: (index: number) => number): Int32Array {
  const out = new Int32Array(length);
  for (let e = 0; e < length; e++) out[e] = value(e);
  return out;
}
