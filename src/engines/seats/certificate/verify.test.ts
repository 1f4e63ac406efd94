import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeOrder, type OrderResult } from '../compute-order.ts';
import { checkInstance } from '../input/check-instance.ts';
import type { Plan } from '../plan.ts';
import { smallRegion } from '../testing/small-region.ts';
import type { OrderInstance } from '../types.ts';
import { canonical, fingerprint } from './hash.ts';
import { saveFolder } from './save.ts';
import type { Certificate, DualsFile } from './types.ts';
import { verifyFolder } from './verify.ts';

const home = mkdtempSync(join(tmpdir(), 'seats-'));
const dir = join(home, 'out');
let result: OrderResult;

beforeAll(async () => {
  result = await computeOrder(checkInstance(smallRegion()));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Changes one file and, like a careful forger, every fingerprint that depends on it. */
function forge<T>(
  file: string,
  key: keyof Certificate['hashes'] | undefined,
  change: (data: T) => void,
): void {
  saveFolder(dir, result.files);
  const data = JSON.parse(readFileSync(join(dir, file), 'utf8')) as T;
  change(data);
  writeFileSync(join(dir, file), canonical(data));
  const c = JSON.parse(readFileSync(join(dir, 'certificate.json'), 'utf8')) as Certificate;
  if (key) c.hashes[key] = fingerprint(canonical(data));
  const { fingerprint: _old, ...body } = c;
  writeFileSync(
    join(dir, 'certificate.json'),
    canonical({ ...body, fingerprint: fingerprint(canonical(body)) }),
  );
}

const failures = () =>
  verifyFolder(dir)
    .findings.filter((f) => f.kind === 'failed')
    .map((f) => f.id);

describe('verify', () => {
  it('proves an untouched folder and tells proved from reported', () => {
    saveFolder(dir, result.files);
    const report = verifyFolder(dir);
    expect(report.findings.filter((f) => f.kind === 'failed')).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.findings.map((f) => f.id)).toContain('verify.fraction');
    expect(report.findings.filter((f) => f.kind === 'reported').length).toBeGreaterThan(0);
  });
  it('catches a plain edit by its fingerprint', () => {
    saveFolder(dir, result.files);
    const text = readFileSync(join(dir, 'plan.json'), 'utf8');
    writeFileSync(join(dir, 'plan.json'), text.replace('"seats":25', '"seats":24'));
    expect(failures()).toContain('verify.changed');
  });
  it('catches a tampered seat even with fresh fingerprints', () => {
    forge<Plan>('plan.json', 'plan', (p) => {
      p.seats[0]!.seats += 1;
    });
    expect(failures()).toContain('verify.violated');
  });
  it('catches a tampered need even with fresh fingerprints', () => {
    forge<OrderInstance>('instance.json', 'instance', (o) => {
      o.needs[0]!.amount -= 5;
    });
    expect(failures()).toEqual(expect.arrayContaining(['verify.modelDiffers', 'verify.violated']));
  });
  it('catches a tampered own bound', () => {
    forge<Certificate>('certificate.json', undefined, (c) => {
      c.stages[0]!.ownBound += 1;
    });
    expect(failures()).toContain('verify.bound');
  });
  it('does not let the folder soften its own check', () => {
    for (const change of [
      (c: Certificate) => void Object.assign(c.check, { tolerance: 1e9 }),
      (c: Certificate) => void Object.assign(c.check, { violations: 7 }),
      (c: Certificate) => void Object.assign(c, { epsilon: 0.5 }),
      (c: Certificate) => void c.stages.splice(1),
      (c: Certificate) => void Object.assign(c.stages[1]!, { ownBound: 'as stated' }),
    ]) {
      forge<Certificate>('certificate.json', undefined, change);
      expect(failures()).toContain('verify.statement');
    }
  });
  it('catches tampered multipliers and a missing file', () => {
    forge<DualsFile>('duals.json', 'duals', (d) => {
      d.stages[0]!.y[0]![1] *= 1.5;
    });
    expect(failures()).toContain('verify.bound');
    rmSync(join(dir, 'labels.json'));
    expect(failures()).toEqual(['verify.missing']);
  });
});
