import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decomposeNeed, expectedRetirements } from './decompose-need.ts';

const need = (
  before: number,
  plan: number,
  retire: number,
  outOfTrade: number,
  refill = 0,
  project = 0,
  backlog = 0,
) =>
  decomposeNeed({
    before,
    plan,
    leavers: { retire, outOfTrade, other: 0 },
    internalRefillShare: refill,
    project,
    backlog,
    graduateShare: 1,
  });

describe('decomposeNeed', () => {
  it('test vectors of the domain guide §11.2', () => {
    expect(need(100, 110, 4, 3)).toMatchObject({ openings: 17, expansion: 10, replacement: 7, surplus: 0 });
    expect(need(100, 90, 4, 0)).toMatchObject({ delta: -10, replGross: 4, openings: 0, surplus: 6 });
    expect(need(100, 98, 4, 0)).toMatchObject({ openings: 2, replacement: 2, surplus: 0 });
  });

  it('refill from the same trade lowers replacement; projects and backlog add', () => {
    expect(need(100, 100, 10, 0, 0.25, 3, 2)).toMatchObject({
      replacement: 7.5,
      project: 3,
      backlog: 2,
      openings: 12.5,
    });
  });

  const count = fc.integer({ min: 0, max: 5000 });
  it('never negative, and openings − surplus = change + gross replacement + project + backlog', () => {
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        fc.double({ min: 0, max: 1, noNaN: true }),
        count,
        count,
        (h0, h1, r, o, s, p, b) => {
          const n = need(h0, h1, r, o, s, p, b);
          for (const v of [n.expansion, n.replacement, n.surplus, n.openings, n.trainNeed])
            expect(v).toBeGreaterThanOrEqual(0);
          expect(n.openings - n.surplus).toBeCloseTo(h1 - h0 + (r + o) * (1 - s) + p + b, 6);
          if (n.surplus > 0) expect(n.expansion + n.replacement).toBe(0);
        },
      ),
      { seed: 3 },
    );
  });

  it('more leavers never lower the need', () => {
    fc.assert(
      fc.property(count, count, count, count, (h0, h1, r, more) => {
        expect(need(h0, h1, r + more, 0).openings).toBeGreaterThanOrEqual(need(h0, h1, r, 0).openings);
      }),
      { seed: 4 },
    );
  });

  it('expected retirements sum people × chance', () => {
    expect(
      expectedRetirements(
        new Map([
          [60, 10],
          [61, 4],
          [30, 100],
        ]),
        new Map([
          [60, 0.3],
          [61, 0.5],
        ]),
      ),
    ).toBe(5);
  });
});
