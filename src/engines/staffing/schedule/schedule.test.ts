import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ScheduleInstance, schedule, scheduleAndStaff, verifySchedule } from '../index.ts';
import { chance } from '../testing/small-season.ts';

function smallCalendar(seed: number, sessions: number, sites: number, days: number): ScheduleInstance {
  const next = chance(seed);
  const whole = (most: number) => Math.floor(next() * most);
  const calendar = Array.from({ length: days }, (_, d) => `день ${d}`);
  const some = (share: number) => calendar.filter(() => next() < share);
  return {
    calendar,
    sessions: Array.from({ length: sessions }, (_, k) => ({
      id: k,
      competence: `к${whole(2)}`,
      group: 1 + whole(6),
      length: 1 + whole(2),
      starts: some(0.7),
      n: 1 + whole(3),
      x: whole(50),
      y: whole(50),
    })),
    sites: Array.from({ length: sites }, (_, k) => ({
      id: `п${k}`,
      competences: ['к0', 'к1'].filter(() => next() < 0.8),
      stations: 3 + whole(5),
      rooms: 1 + whole(2),
      days: some(0.9),
      x: whole(50),
      y: whole(50),
    })),
    experts: Array.from({ length: 8 }, () => ({
      competences: ['к0', 'к1'].filter(() => next() < 0.7),
      days: some(0.8),
    })),
    weights: { unplaced: 500, km: 1, late: 2 },
  };
}

/** Least cost by trying every plan; the verifier counts. */
function tryAll(instance: ScheduleInstance): number {
  const { sessions, sites, calendar } = instance;
  let best = Number.POSITIVE_INFINITY;
  const plan: { session: string | number; site: string | number; day: string | number }[] = [];
  const count = (): number | null => {
    const unplaced = sessions
      .filter((s) => !plan.some((row) => row.session === s.id))
      .map((s) => ({ session: s.id, words: { id: '', params: {} } }));
    const answer = {
      plan,
      unplaced,
      cost: -1,
      bound: -1e9,
      gap: 0,
      prices: { sites: [], competences: [] },
      log: [],
    };
    const faults = verifySchedule(instance, answer as never);
    if (faults.some((v) => v.id !== 'cost')) return null;
    return Number(faults.find((v) => v.id === 'cost')!.params.counted);
  };
  const walk = (k: number): void => {
    if (k === sessions.length) {
      const cost = count();
      if (cost !== null && cost < best) best = cost;
      return;
    }
    walk(k + 1);
    for (const site of sites)
      for (const day of calendar) {
        plan.push({ session: sessions[k]!.id, site: site.id, day });
        if (count() !== null) walk(k + 1);
        plan.pop();
      }
  };
  walk(0);
  return best;
}

describe('dates and sites', () => {
  it('gives plans that hold, with a bound that is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
        const instance = smallCalendar(seed, 20, 4, 10);
        const answer = schedule(instance, { steps: 3000, rounds: 120 });
        expect(verifySchedule(instance, answer)).toEqual([]);
        expect(answer.bound).toBeLessThanOrEqual(answer.cost + 1e-6);
        expect(schedule(instance, { steps: 3000, rounds: 120 })).toEqual(answer);
      }),
      { numRuns: 25, seed: 20261123 },
    );
  });
  it('stands between its bound and the best plan there is on small cases', () => {
    let best = 0;
    let found = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
        const instance = smallCalendar(seed, 3, 2, 3);
        const least = tryAll(instance);
        const answer = schedule(instance, { steps: 2000, rounds: 100 });
        expect(answer.bound).toBeLessThanOrEqual(least + 1e-6);
        expect(answer.cost).toBeGreaterThanOrEqual(least - 1e-6);
        best += least;
        found += answer.cost;
      }),
      { numRuns: 25, seed: 20261123 },
    );
    expect(found).toBeLessThanOrEqual(1.01 * best);
  });
  it('is caught when a plan is changed', () => {
    const instance = smallCalendar(5, 20, 4, 10);
    const answer = schedule(instance, { steps: 1000, rounds: 50 });
    const faults = (change: object) => verifySchedule(instance, { ...answer, ...change }).map((v) => v.id);
    expect(faults({ cost: answer.cost - 1 })).toContain('cost');
    expect(faults({ bound: answer.cost + 1 })).toContain('bound');
    expect(faults({ plan: answer.plan.slice(1) })).toContain('unplaced');
    const crowd = answer.plan.map((row) => ({
      ...row,
      site: answer.plan[0]!.site,
      day: answer.plan[0]!.day,
    }));
    expect(faults({ plan: crowd })).toContain('capacity');
  });
  it('moves exams to days on which their experts can come', () => {
    // on day 0 only one of the two is without a conflict; the calendar cannot know that at first
    const day = ['д0', 'д1'];
    const experts = ['а', 'б', 'в'].map((id, k) => ({
      id,
      org: id,
      competences: ['к'],
      chief: true,
      days: k < 2 ? ['д0', 'д1'] : ['д1'],
      maxLoad: 3,
    }));
    const season = {
      calendar: day,
      sessions: [{ id: 's', competence: 'к', group: 5, starts: day, n: 2 }],
      sites: [{ id: 'п', competences: ['к'], stations: 10, days: day }],
      weights: { unplaced: 1000, km: 1, late: 1 },
    };
    const weights = { unfilledMember: 100, unfilledChief: 100, load: 1, km: 1 };
    const plan = scheduleAndStaff(season, experts, weights, () => ({ conflictOrgs: ['б'] }));
    expect(plan.rounds).toEqual([1, 0]);
    expect(plan.schedule.plan[0]!.day).toBe('д1');
    expect(plan.staffing.unfilled).toEqual([]);
  });
});
