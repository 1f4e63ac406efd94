import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { domainSystem } from '../check/check-plan.ts';
import { domainBound } from '../check/domain-bound.ts';
import { computeOrder } from '../compute-order.ts';
import { checkInstance } from '../input/check-instance.ts';
import { buildModel } from '../model/build-model.ts';
import { labelKey } from '../model/label.ts';
import { randomRegion } from '../testing/random-region.ts';
import { smallRegion } from '../testing/small-region.ts';
import type { OrderInstance } from '../types.ts';
import { dualBound } from './dual-bound.ts';
import { stageProgram, withWholeFixed } from './program.ts';
import { openSolver, type Solver } from './solver.ts';
import { NoPlanError } from './stages.ts';

let solver: Solver;
beforeAll(() => {
  solver = openSolver();
});
afterAll(() => solver.close());

const draws = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 40, maxLength: 40 });

/** Optimum of the first goal with whole groups: the value our staged solve starts from. */
async function firstGoal(o: OrderInstance): Promise<number> {
  const { certificate } = await computeOrder(checkInstance(o), { solver });
  return certificate.stages[0]!.value;
}

describe('staged solve', () => {
  it('equals brute force over all whole groups of a region with four pairs', async () => {
    const o = smallRegion();
    o.intakes = 1;
    o.budgets = o.budgets!.slice(0, 1);
    o.centres = [];
    o.courses = [];
    o.needs = o.needs.filter((n) => n.year >= 2030);
    // Seats are left continuous here: the enumeration is over groups and openings.
    const model = buildModel(checkInstance(o));
    const choose = model.colLabels.flatMap((l, j) =>
      l.kind === 'groups' || l.kind === 'opening' ? [j] : [],
    );
    const whole = new Uint8Array(model.cols);
    for (const j of choose) whole[j] = 1;
    const program = { ...stageProgram(model, 1, [], true), integer: whole };
    const found = await solver.run({ program, options: { mip_rel_gap: 0 } });
    let best = Infinity;
    let tried = 0;
    const x = new Float64Array(model.cols);
    const walk = async (k: number): Promise<void> => {
      if (k === choose.length) {
        tried++;
        const reply = await solver.run({ program: withWholeFixed(program, whole, x) });
        if (reply.status === 'optimal') best = Math.min(best, reply.objective);
        return;
      }
      for (let v = 0; v <= model.colUpper[choose[k]!]!; v++) {
        x[choose[k]!] = v;
        await walk(k + 1);
      }
    };
    await walk(0);
    expect(tried).toBe(4 * 3 * 3 * 2 * 2);
    expect(found.objective).toBeCloseTo(best, 6);
  });

  it('gives a bound below the plan for any multipliers, the same from matrix and from domain', async () => {
    const o = checkInstance(smallRegion());
    const model = buildModel(o);
    const program = stageProgram(model, 1, [], false);
    const { certificate } = await computeOrder(o, { solver });
    const system = domainSystem(o);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 7, maxLength: 20 }), (raw) => {
        const y = Float64Array.from({ length: model.rows }, (_, i) => raw[i % raw.length]! * (1 + (i % 3)));
        const byKey = new Map(model.rowLabels.map((l, i) => [labelKey(l), y[i]!]));
        const bound = dualBound(program, y);
        expect(bound).toBeLessThanOrEqual(certificate.stages[0]!.value + 1e-9);
        expect(domainBound(system, 1, [], byKey)).toBeCloseTo(bound, 6);
      }),
      { seed: 5, numRuns: 50 },
    );
  });

  it('never loses when money, places or applicants grow or needs fall; never gains by a new rule', async () => {
    await fc.assert(
      fc.asyncProperty(draws, async (draw) => {
        const o = randomRegion(draw);
        const base = await firstGoal(o);
        const richer = structuredClone(o);
        for (const b of richer.budgets!) b.amount += 500_000_000;
        for (const c of richer.colleges) c.places += 40;
        for (const a of richer.applicants!) a.count += 40;
        expect(await firstGoal(richer)).toBeLessThanOrEqual(base + 1e-5 * (1 + base));
        const stricter = structuredClone(o);
        stricter.policies!.push({ id: 'cap', name: 'cap', kind: 'maxSeats', seats: 60 });
        expect(await firstGoal(stricter)).toBeGreaterThanOrEqual(base - 1e-5 * (1 + base));
      }),
      { seed: 11, numRuns: 3 },
    );
  });

  it('does not depend on the order of colleges and pairs', async () => {
    const o = smallRegion();
    const turned = structuredClone(o);
    turned.colleges.reverse();
    turned.pairs.reverse();
    turned.needs.reverse();
    expect(await firstGoal(turned)).toBeCloseTo(await firstGoal(o), 3);
  });

  it('gives the same bytes for the same input', async () => {
    const once = await computeOrder(checkInstance(smallRegion()), { solver });
    const again = await computeOrder(checkInstance(smallRegion()));
    expect(again.files).toEqual(once.files);
  });

  it('keeps rows and columns of the builder and of the checker alike', () => {
    const o = checkInstance(smallRegion());
    const model = buildModel(o);
    const system = domainSystem(o);
    expect(new Set(model.colLabels.map(labelKey))).toEqual(new Set(system.columns.keys()));
    expect(new Set(model.rowLabels.map(labelKey))).toEqual(new Set(system.rows.map((r) => r.key)));
    expect(model.colUpper.every(Number.isFinite)).toBe(true);
  });

  it('says that no plan exists, and can be cancelled', async () => {
    const o = smallRegion();
    o.colleges[0]!.places = 10;
    await expect(computeOrder(checkInstance(o), { solver })).rejects.toBeInstanceOf(NoPlanError);
    const stop = new AbortController();
    const running = computeOrder(checkInstance(smallRegion()), { signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });
});
