/** The trial on a real monitoring form and real vacancy files, where they are at hand. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { wholeWay } from './testing/whole-way.test.kit.ts';

const REAL = fileURLToPath(new URL('../../../../../../shared/data/real', import.meta.url));
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

const form = join(REAL, 'spo-employment-buryatia-2021', 'Obshchiy.xlsx');
it.skipIf(!existsSync(form))(
  'goes the whole way on Obshchiy.xlsx and the real vacancy files (skipped where these are absent)',
  { timeout: 300_000 },
  async () => {
    const { report, sources } = await wholeWay(root, REAL, 'real');
    const obshchiy = sources.accounts.find((it) => it.kind === 'outcomes');
    expect(obshchiy?.rows).toBe(1484);
    expect(sources.accounts.find((it) => it.file.endsWith('hh_2022.csv'))?.rows).toBe(18_294);
    expect(report.unmapped.share).toBeGreaterThan(0);
  },
);
