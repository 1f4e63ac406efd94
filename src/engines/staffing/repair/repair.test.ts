import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repair, staff, substitutes, verifyStaffing, why } from '../index.ts';
import { smallSeason } from '../testing/small-season.ts';

const runs = { numRuns: 80, seed: 20261123 };
const season = fc
  .integer({ min: 1, max: 2 ** 30 })
  .map((seed) => smallSeason(seed, { experts: 18, sessions: 10, days: 4, onePerOrg: seed % 2 === 0 }));

describe('repair on illness', () => {
  it('obeys every rule, moves at most two others and tells the true price', () => {
    let chains = 0;
    fc.assert(
      fc.property(season, (instance) => {
        const before = staff(instance);
        const sick = before.assignment[0];
        if (!sick) return;
        const fixed = repair(instance, before.assignment, { expert: sick.expert });
        expect(fixed.moved.length).toBeLessThanOrEqual(2);
        chains += fixed.moved.length;
        expect(fixed.assignment.some((a) => a.expert === sick.expert)).toBe(false);
        // nobody else lost or changed a seat unless told
        const moved = new Set(fixed.moved.map((m) => m.expert));
        for (const seat of before.assignment)
          if (seat.expert !== sick.expert && !moved.has(seat.expert))
            expect(fixed.assignment).toContainEqual(seat);
        const rest = { ...instance, experts: instance.experts.filter((e) => e.id !== sick.expert) };
        const left = before.cost + fixed.price;
        const faults = verifyStaffing(rest, {
          ...before,
          proof: undefined,
          km: undefined,
          loads: undefined,
          gap: undefined,
          assignment: fixed.assignment,
          bound: 0,
          cost: left,
        });
        expect(faults.filter((v) => !/^(unfilledCount|hall)/.test(v.id) && v.id !== 'cost')).toEqual([]);
        // never cheaper than starting afresh without the expert
        const afresh = staff(rest);
        const recounted = faults.find((v) => v.id === 'cost');
        const cost = recounted ? Number(recounted.params.counted) : left;
        expect(cost).toBeGreaterThanOrEqual(afresh.bound - 1e-6);
        if (fixed.open.length === 0) expect(recounted).toBeUndefined();
      }),
      runs,
    );
    expect(chains).toBeGreaterThan(10);
  });
  it('calls in the cheapest when nobody may be moved, at the price of a substitute', () => {
    fc.assert(
      fc.property(season, (instance) => {
        const { assignment } = staff(instance);
        for (const seat of substitutes(instance, assignment)) {
          const day = instance.sessions.find((s) => s.id === seat.session)!.day;
          const fixed = repair(instance, assignment, { expert: seat.expert, days: [day] }, { mostMoved: 0 });
          const [best] = seat.substitutes;
          if (!best) expect(fixed.open).toEqual([{ session: seat.session, role: seat.role }]);
          else {
            expect(fixed.called).toHaveLength(1);
            expect(fixed.price).toBeCloseTo(best.price, 6);
          }
        }
      }),
      { ...runs, numRuns: 30 },
    );
  });
  it('moves people only when that is worth the tax', () => {
    fc.assert(
      fc.property(season, (instance) => {
        const { assignment } = staff(instance);
        const [first] = assignment;
        if (!first) return;
        const free = repair(instance, assignment, { expert: first.expert });
        const taxed = repair(instance, assignment, { expert: first.expert }, { tax: 1e6 });
        if (free.open.length === 0 && free.moved.length === 0) expect(taxed.moved).toEqual([]);
        expect(taxed.moved.length).toBeLessThanOrEqual(2);
      }),
      runs,
    );
  });
});

describe('why', () => {
  it('names every ground that forbids, and only where one does', () => {
    fc.assert(
      fc.property(season, (instance) => {
        const { assignment } = staff(instance);
        const seated = new Set(assignment.map((a) => JSON.stringify([a.session, a.expert])));
        for (const s of instance.sessions)
          for (const e of instance.experts) {
            const grounds = why(instance, assignment, e.id, s.id).map((one) => one.id);
            const sits = seated.has(JSON.stringify([s.id, e.id]));
            expect(grounds.includes('why.sits')).toBe(sits);
            expect(grounds.length).toBeGreaterThan(0);
            if (!sits) expect(grounds.includes('why.competence')).toBe(!e.competences.includes(s.competence));
          }
      }),
      { ...runs, numRuns: 20 },
    );
  });
});
