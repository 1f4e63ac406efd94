import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StaffingInstance, staff, verifyStaffing } from './index.ts';
import { bruteForce } from './testing/brute-force.ts';
import { type SeasonSize, smallSeason } from './testing/small-season.ts';

const season = (size: Partial<SeasonSize> = {}) =>
  fc.integer({ min: 1, max: 2 ** 30 }).map((seed) => smallSeason(seed, { experts: 5, sessions: 3, ...size }));
const runs = (numRuns: number) => ({ numRuns, seed: 20261123 });
const closed = (instance: StaffingInstance) => {
  const result = staff(instance);
  expect(verifyStaffing(instance, result)).toEqual([]);
  return result;
};

describe('staffing at fixed dates', () => {
  it('costs as little as anything that can be tried, and proves it', () => {
    fc.assert(
      fc.property(season({ employers: true }), (instance) => {
        const result = closed(instance);
        expect(result.cost).toBeCloseTo(bruteForce(instance).cost, 6);
        expect(result.gap).toBe(0);
        expect(result.bound).toBeCloseTo(result.cost, 6);
      }),
      runs(300),
    );
  });
  it('holds on larger seasons too, every gap 0 and every shortage proved', () => {
    let shortages = 0;
    fc.assert(
      fc.property(season({ experts: 40, sessions: 25, days: 8, competences: 4 }), (instance) => {
        const result = closed(instance);
        expect(result.gap).toBe(0);
        for (const { certificate: c } of result.unfilled)
          if (c.kind === 'shortage') {
            shortages++;
            expect(c.demand).toBeGreaterThan(c.supply);
          }
      }),
      runs(60),
    );
    expect(shortages).toBeGreaterThan(100);
  });
  it('lets a chief lead only where he may, exactly', () => {
    let barred = 0;
    fc.assert(
      fc.property(season({ leads: true, employers: true }), (instance) => {
        const result = closed(instance);
        expect(result.cost).toBeCloseTo(bruteForce(instance).cost, 6);
        expect(result.gap).toBe(0);
        const free = { ...instance, experts: instance.experts.map(({ leads: _, ...one }) => one) };
        if (staff(free).cost < result.cost) barred++;
        const [seat] = result.assignment.filter(({ role }) => role === 'chief');
        if (!seat) return;
        const experts = instance.experts.map((one) => (one.id === seat.expert ? { ...one, leads: [] } : one));
        expect(verifyStaffing({ ...instance, experts }, result).map(({ id }) => id)).toContain('notChief');
      }),
      runs(200),
    );
    expect(barred).toBeGreaterThan(20);
  });
  it('takes at most one expert of an organisation where asked, exactly', () => {
    fc.assert(
      fc.property(season({ onePerOrg: true, experts: 6 }), (instance) => {
        const result = closed(instance);
        expect(result.cost).toBeCloseTo(bruteForce(instance).cost, 6);
        expect(result.gap).toBe(0);
      }),
      runs(200),
    );
  });
  it('reaches the best minimum, then the best total', () => {
    fc.assert(
      fc.property(season({ scores: true, sessions: 3, seats: 2, experts: 6 }), (instance) => {
        const result = closed(instance);
        const best = bruteForce(instance);
        expect(result.score!.minimum).toBeCloseTo(best.minimum, 6);
        expect(result.score!.total).toBeCloseTo(best.total, 6);
        expect(result.bound).toBeGreaterThanOrEqual(best.minimum - 1e-9);
        expect(result.score!.totalBound).toBeGreaterThanOrEqual(best.total - 1e-6);
      }),
      runs(150),
    );
  });
  it('has the same cost whatever the order of the rows', () => {
    fc.assert(
      fc.property(season({ experts: 20, sessions: 12, days: 5 }), (instance) => {
        const turned = {
          ...instance,
          experts: [...instance.experts].reverse(),
          sessions: [...instance.sessions].reverse(),
        };
        expect(staff(turned).cost).toBeCloseTo(staff(instance).cost, 6);
      }),
      runs(60),
    );
  });
  it('does not change when somebody who is not needed goes', () => {
    fc.assert(
      fc.property(season({ experts: 15, sessions: 8, days: 4 }), (instance) => {
        const before = staff(instance);
        const used = new Set(before.assignment.map((a) => a.expert));
        const fewer = { ...instance, experts: instance.experts.filter((e) => used.has(e.id)) };
        expect(staff(fewer).cost).toBeCloseTo(before.cost, 6);
      }),
      runs(60),
    );
  });
  it('never gets cheaper by one more conflict', () => {
    fc.assert(
      fc.property(season({ experts: 12, sessions: 8, days: 4 }), (instance) => {
        const before = staff(instance);
        const [first] = before.assignment;
        if (!first) return;
        const sessions = instance.sessions.map((s) =>
          s.id === first.session
            ? { ...s, conflictExperts: [...(s.conflictExperts ?? []), first.expert] }
            : s,
        );
        const after = closed({ ...instance, sessions });
        expect(after.cost).toBeGreaterThanOrEqual(before.cost - 1e-6);
        expect(after.assignment).not.toContainEqual(first);
      }),
      runs(60),
    );
  });
  it('spreads the load as evenly as conflicts allow', () => {
    fc.assert(
      fc.property(season({ experts: 8, sessions: 6, days: 6 }), (instance) => {
        const { assignment } = staff({
          ...instance,
          weights: { ...instance.weights, load: 1e6, km: 0, unfilledMember: 1e9, unfilledChief: 1e9 },
        });
        const load = new Map(instance.experts.map((e) => [String(e.id), 0]));
        for (const a of assignment) load.set(String(a.expert), load.get(String(a.expert))! + 1);
        // no single replacement takes a session from somebody with two more
        for (const a of assignment) {
          const s = instance.sessions.find((one) => one.id === a.session)!;
          for (const e of instance.experts) {
            const k = load.get(String(e.id))!;
            const free =
              k < e.maxLoad &&
              e.days.includes(s.day) &&
              e.competences.includes(s.competence) &&
              !s.conflictOrgs?.includes(e.org!) &&
              !s.conflictExperts?.includes(e.id) &&
              (a.role !== 'chief' || e.chief) &&
              !assignment.some(
                (b) =>
                  b.expert === e.id && instance.sessions.find((one) => one.id === b.session)!.day === s.day,
              );
            if (free) expect(load.get(String(a.expert))!).toBeLessThanOrEqual(k + 1);
          }
        }
      }),
      runs(60),
    );
  });
});

describe('the verifier', () => {
  it('finds a changed answer', () => {
    const instance = smallSeason(7, { experts: 20, sessions: 10, days: 5 });
    const result = closed(instance);
    const first = result.assignment[0]!;
    const faults = (change: object) => verifyStaffing(instance, { ...result, ...change }).map((v) => v.id);
    expect(faults({ cost: result.cost - 1 })).toContain('cost');
    expect(faults({ bound: result.bound + 1 })).toContain('bound');
    expect(faults({ assignment: result.assignment.slice(1) })).toEqual(
      expect.arrayContaining(['unfilledCount', 'cost']),
    );
    expect(faults({ assignment: [...result.assignment, first] })).toEqual(
      expect.arrayContaining(['twiceADay']),
    );
    const other = instance.sessions.find((s) => s.id === first.session)!;
    const wrong = instance.experts.find((e) => !e.competences.includes(other.competence))!;
    expect(faults({ assignment: [{ ...first, expert: wrong.id }, ...result.assignment.slice(1)] })).toContain(
      'competence',
    );
  });
  it('finds a shortage that is none', () => {
    const instance = smallSeason(11, { experts: 6, sessions: 8, days: 2 });
    const result = closed(instance);
    const shortage = result.unfilled.find((u) => u.certificate.kind === 'shortage')!;
    const certificate = {
      ...shortage.certificate,
      experts: shortage.certificate.experts.slice(1),
      supply: 0,
    };
    const faults = verifyStaffing(instance, { ...result, unfilled: [{ ...shortage, certificate }] }).map(
      (v) => v.id,
    );
    expect(faults).toContain(shortage.certificate.experts.length > 0 ? 'hallMissed' : 'unfilledCount');
  });
});
