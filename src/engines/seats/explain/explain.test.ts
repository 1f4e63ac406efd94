import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seatShares, splitByWeight, wholeShare } from '../attribution.ts';
import { computeBaselines } from '../baselines/baselines.ts';
import { seatColumns } from '../baselines/greedy.ts';
import { nearestOrder } from '../baselines/nearest.ts';
import { computeOrder, type OrderResult } from '../compute-order.ts';
import { hintSeats } from '../hint.ts';
import { checkInstance } from '../input/check-instance.ts';
import { say } from '../say.ts';
import { openSolver, type Solver } from '../solve/solver.ts';
import { smallRegion } from '../testing/small-region.ts';
import { decideAgainst } from '../variants.ts';
import { explainInfeasible } from './infeasible.ts';
import { applyRelief } from './relief.ts';
import { whatIf } from './what-if.ts';
import { whySeats } from './why-seats.ts';

let solver: Solver;
let order: OrderResult;
const o = checkInstance(smallRegion());
beforeAll(async () => {
  solver = openSolver();
  order = await computeOrder(o, { solver });
});
afterAll(() => solver.close());

/** Every sentence must come out of the catalogue, whole, in both languages. */
function spoken(list: { id: string; params: Record<string, string | number> }[]): string[] {
  for (const locale of ['ru', 'en'] as const)
    for (const s of list) {
      const text = say(locale)(s.id, s.params);
      expect(text).not.toMatch(/\{\{|^[\w.]+ \{/);
    }
  return list.map((s) => say('ru')(s.id, s.params));
}

describe('attribution', () => {
  it('splits by largest remainder, ties by id', () => {
    expect(
      splitByWeight(
        [
          { id: 'b', weight: 1 },
          { id: 'a', weight: 1 },
          { id: 'c', weight: 1 },
        ],
        100,
      ),
    ).toEqual([33, 34, 33]);
    expect(splitByWeight([{ id: 'a', weight: 0 }], 10)).toEqual([0]);
  });
  it('adds the shares of every seat to one exactly and names lines, model part and losses', () => {
    for (const s of order.plan.seats.filter((x) => x.seats > 0)) {
      const shares = seatShares(o, order.plan, s.college, s.programme, s.year);
      expect(shares.reduce((sum, x) => sum + x.share, 0)).toBe(wholeShare);
    }
    const kinds = seatShares(o, order.plan, 'A', 'weld', 2027);
    expect(new Set(kinds.map((k) => k.kind))).toEqual(new Set(['line', 'model', 'losses']));
    const line = (id: string) => kinds.find((k) => k.line === id && k.year === 2030)!.share;
    // 20 × 0.9 against 10 × 0.5
    expect(line('n-1') / line('n-2')).toBeCloseTo(18 / 5, 3);
  });
});

describe('why', () => {
  it('leads from the need to the seats and names the limits met', () => {
    const { x, stages } = order.stages;
    const why = whySeats(o, order.model, x, stages[0]!.duals, order.plan, {
      college: 'A',
      programme: 'weld',
      year: 2027,
    });
    const step = Object.fromEntries(why.waterfall.map((s) => [s.id, s.people]));
    expect(step.need! + step.pipeline! + step.other! + step.otherTraining! + step.unmet!).toBeCloseTo(
      step.here!,
      4,
    );
    expect(step.here! + step.losses!).toBeCloseTo(step.seats!, 6);
    expect(why.seats).toBe(
      order.plan.seats.find((s) => s.college === 'A' && s.programme === 'weld' && s.year === 2027)!.seats,
    );
    expect(why.binding.length).toBeGreaterThan(0);
    spoken([why.answer, ...why.binding, ...why.forces]);
  });
  it('shows the closed formula beside', () => {
    const hint = hintSeats(o, 'cook', 2027);
    expect(hint.need).toBe(22);
    expect(hint.seats).toBe(Math.ceil(22 / (0.95 ** 4 * 0.95 * 0.9 * 0.8)));
  });
});

describe('a rule of no seats at all', () => {
  it('is named in the answer why there are none', async () => {
    const shut = structuredClone(o);
    shut.pairs[0] = { college: 'A', programme: 'weld', lastYear: 25, maxGroups: 3, maxRise: 50 };
    const name = 'Сварочная мастерская – вместимость равна нулю';
    const filter = { programmes: ['weld'], colleges: ['A'] };
    shut.policies = [{ id: 'shut', name, kind: 'maxSeats', years: [2027, 2028], filter, seats: 0 }];
    const found = await computeOrder(checkInstance(shut), { solver });
    expect(found.certificate.check.violations).toBe(0);
    const at = { college: 'A', programme: 'weld', year: 2027 };
    const why = whySeats(shut, found.model, found.stages.x, found.stages.stages[0]!.duals, found.plan, at);
    expect([why.seats, why.answer.id]).toEqual([0, 'why.none']);
    expect(spoken(why.binding).join(' ')).toContain(name);
  });
});

describe('what if', () => {
  it('solves again with fewer seats: never better, someone loses', async () => {
    const at = { college: 'A', programme: 'weld', year: 2027 };
    const now = order.plan.seats.find(
      (s) => s.college === 'A' && s.programme === 'weld' && s.year === 2027,
    )!.seats;
    const less = await whatIf(o, order.model, order.stages.x, solver, { ...at, seats: now - 12 });
    expect(less.feasible).toBe(true);
    expect(less.everythingFree).toBe(true);
    expect(less.goalChange).toBeGreaterThan(1);
    expect(less.losers[0]!.people).toBeGreaterThan(0.5);
    expect(spoken(less.sentences).join(' ')).toContain('Сварщик');
    const same = await whatIf(o, order.model, order.stages.x, solver, { ...at, seats: 500 });
    expect(same.feasible).toBe(false);
    spoken(same.sentences);
  });
  it('recomputes a decision against the calculation with its loss', async () => {
    const forced = { college: 'A', programme: 'weld', year: 2027, seats: 12, reason: 'ремонт мастерской' };
    const d = await decideAgainst(o, order.plan, [forced], { solver });
    expect(
      d.order.plan.seats.find((s) => s.college === 'A' && s.programme === 'weld' && s.year === 2027)!.seats,
    ).toBe(12);
    expect(d.loss.goals[0]).toBeGreaterThan(0);
    expect(d.order.certificate.check.violations).toBe(0);
  });
});

describe('no plan', () => {
  it('finds the seeded conflict, speaks at most three sentences, and its relief gives a plan', async () => {
    const broken = structuredClone(o);
    broken.pairs[0]!.minSeats = 75;
    broken.colleges[0]!.places = 150 + 60;
    const why = await explainInfeasible(checkInstance(broken), solver);
    expect(why.conflict.map((l) => l.kind)).toEqual(expect.arrayContaining(['minSeats', 'places']));
    expect(why.because.length).toBeLessThanOrEqual(3);
    expect(spoken([...why.because, ...why.advice]).join(' ')).toContain('Колледж А');
    const eased = applyRelief(broken, why.relief);
    const again = await computeOrder(checkInstance(eased), { solver });
    expect(again.certificate.check.violations).toBe(0);
  });
});

describe('baselines', () => {
  it('are never better than the order in the first goal', async () => {
    const baselines = await computeBaselines(o, order.model, solver);
    expect(baselines.map((b) => b.id)).toEqual(['lastYear', 'lastYearFitted', 'greedy']);
    const [asItWas, ...mended] = baselines;
    expect(asItWas!.plan.seats.find((s) => s.college === 'A' && s.programme === 'weld')!.seats).toBe(
      o.pairs.find((p) => p.college === 'A' && p.programme === 'weld')!.lastYear,
    );
    for (const b of mended) {
      expect(b.check.violations).toEqual([]);
      expect(b.check.goals[0]).toBeGreaterThanOrEqual(order.certificate.stages[0]!.value - 1e-6);
    }
  });
  it('keeps a choice that breaks nothing as it is, and mends one that does by the least change', async () => {
    const at = seatColumns(order.model);
    const own = new Map(
      order.plan.seats.map((s) => [at.get(`${s.college}|${s.programme}|${s.year}`)!, s.seats]),
    );
    const same = (await nearestOrder(order.model, own, solver))!;
    for (const col of at.values()) expect(same[col]).toBeCloseTo(own.get(col) ?? 0, 5);
    const first = at.get('A|weld|2027')!;
    const broken = new Map(own).set(first, 1000);
    const fitted = (await nearestOrder(order.model, broken, solver))!;
    expect(fitted[first]).toBeLessThanOrEqual(order.model.colUpper[first]!);
    expect(fitted[first]).toBeGreaterThanOrEqual(own.get(first)!);
  });
  it('take a last year larger than today’s groups hold: more graduates than expected stay without a job', async () => {
    const over = smallRegion();
    over.pairs.find((p) => p.programme === 'cook')!.lastYear = 140;
    over.pairs.find((p) => p.programme === 'cook')!.maxCut = 140;
    const result = await computeOrder(checkInstance(over), { solver });
    const [asItWas] = await computeBaselines(over, result.model, solver);
    expect(asItWas!.plan.seats.find((s) => s.programme === 'cook')!.seats).toBe(140);
    expect(asItWas!.check.violations.length).toBeGreaterThan(0);
  });
});

describe('a least share that nothing can meet', () => {
  it('is taken away by the relief when no seat of it can exist, so that a plan follows', async () => {
    const none = smallRegion();
    none.programmes.push({ ...none.programmes[0]!, id: 'far', group: '99' });
    none.pairs.find((p) => p.programme === 'cook')!.minSeats = 12;
    none.policies = [{ id: 'p', name: 'П', kind: 'minShare', filter: { groups: ['99'] }, share: 0.4 }];
    const why = await explainInfeasible(none, solver);
    expect(why.relief.map((r) => r.label.kind)).toEqual(['policy']);
    const eased = applyRelief(none, why.relief);
    expect(eased.policies).toEqual([]);
    expect((await computeOrder(checkInstance(eased), { solver })).plan.seats.length).toBeGreaterThan(0);
  });
});
