import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { placeBoxes } from '../market/boxes.ts';
import { verifyArrays } from '../verify/verify-arrays.ts';
import { bestRanks } from './best-ranks.ts';
import { deferredAcceptance } from './deferred.ts';

interface Row {
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

const yardstick =
  process.env.ROSTOK_YARDSTICK ??
  fileURLToPath(new URL('../../../../../shared/data/matching/yardstick', import.meta.url));
const there = existsSync(join(yardstick, 'expected.json'));
// the two largest belong to the bench
const rows: Row[] = there
  ? (JSON.parse(readFileSync(join(yardstick, 'expected.json'), 'utf8')) as Row[]).filter((r) => r.n <= 7000)
  : [];

describe.skipIf(!there)(
  'yardstick of the field guide (skipped where its files are not beside the checkout)',
  () => {
    it.each(rows)('$n × $m: the same placements to the last student', (row) => {
      const dir = mkdtempSync(join(tmpdir(), 'rostok-yardstick-'));
      try {
        const file = join(dir, 'x.bin');
        const { n, m, L, seed } = row;
        execFileSync(process.execPath, [join(yardstick, 'gen.mjs'), ...[n, m, L, seed].map(String), file]);
        const bytes = readFileSync(file);
        const all = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
        const E = n * L;
        const off = Int32Array.from({ length: n + 1 }, (_, s) => s * L);
        const capacity = all.slice(4, 4 + m);
        const to = all.slice(4 + m, 4 + m + E);
        const rank = all.slice(4 + m + E);
        const { choice, proposals } = deferredAcceptance({ off, to, rank, capacity });
        const index = Int8Array.from(choice, (e, s) => (e < 0 ? -1 : e - off[s]!));
        expect(proposals).toBe(row.proposals);
        expect(createHash('sha256').update(index).digest('hex')).toBe(row.da_choice_index_int8_sha256);
        expect(verifyArrays({ off, to, rank, capacity, choice })).toEqual({
          foreign: 0,
          over: 0,
          blocking: 0,
        });
        const level = Int32Array.from({ length: E }, (_, e) => e % L);
        const flow = bestRanks({
          off,
          level,
          owner: Int32Array.from({ length: E }, (_, e) => Math.floor(e / L)),
          box: to,
          boxes: placeBoxes(capacity),
          order: Int32Array.from({ length: n }, (_, s) => s),
        });
        const held = flow.choice.filter((e) => e >= 0);
        expect(held.length).toBe(row.maxcard_placed);
        expect(held.reduce((sum, e) => sum + level[e]! + 1, 0)).toBe(row.maxcard_min_rank_sum);
      } finally {
        rmSync(dir, { recursive: true });
      }
    });
  },
);
