import { describe, expect, it } from 'vitest';
import { type PlacementSnapshot, place, repair, runPlacement } from '../index.ts';
import { makeInstance, numbers } from '../testing/make-instance.ts';
import { openChains } from './repair.ts';

const seed = Buffer.from('repair');
const rules = { rule: 'student-optimal', explain: false } as const;

describe('repair', () => {
  it('by chains equals a whole new run, event after event, and is taken back without a trace', () => {
    let compared = 0;
    for (let k = 0; k < 400; k++) {
      const random = numbers(k);
      const instance = makeInstance(
        { students: 4 + (k % 9), places: 3 + (k % 4), ties: k % 3 ? 0 : 0.3, capacity: k % 2 ? 1 : 3 },
        k,
      );
      const run = runPlacement(instance, rules, seed);
      const chains = openChains(run)!;
      let now: PlacementSnapshot = instance;
      for (let turn = 0; turn < 3; turn++) {
        if (random() < 0.5) {
          const s = Math.floor(random() * instance.students.length);
          chains.withdraw(s);
          now = { ...now, students: now.students.map((x, j) => (j === s ? { ...x, ranks: [] } : x)) };
        } else {
          const p = Math.floor(random() * instance.places.length);
          const capacity = Math.floor(random() * 4);
          chains.setSeats(p, capacity);
          now = { ...now, places: now.places.map((x, j) => (j === p ? { ...x, capacity } : x)) };
        }
        const again = place(now, rules, seed).assignment;
        const { market } = run;
        instance.students.forEach((s, j) => {
          const e = chains.choice[j]!;
          expect(e < 0 ? null : market.places[market.to[e]!]).toBe(again[s.id]);
        });
        compared++;
      }
      chains.undo();
      expect(chains.choice).toEqual(run.solved.choice);
    }
    expect(compared).toBe(1200);
  });

  it('the chain alone would miss this one: a cycle opens when somebody leaves', () => {
    const instance: PlacementSnapshot = {
      students: [
        { id: 'a', ranks: ['p', 'q'] },
        { id: 'b', ranks: ['q', 'p'] },
        { id: 'i', ranks: ['p'] },
      ],
      places: [
        { id: 'p', capacity: 1, order: ['b', 'i', 'a'] },
        { id: 'q', capacity: 1, order: ['a', 'b'] },
      ],
    };
    const run = runPlacement(instance, rules, seed);
    expect({ ...run.result.assignment }).toEqual({ a: 'q', b: 'p', i: null });
    const chains = openChains(run)!;
    chains.withdraw(2);
    expect(chains.moved()).toHaveLength(2);
    const preview = repair(run, [{ kind: 'withdrawStudent', student: 'i' }]);
    expect(preview.moved).toEqual([
      { student: 'a', from: 'q', to: 'p', kind: 'better' },
      { student: 'b', from: 'p', to: 'q', kind: 'better' },
    ]);
    expect(preview.stable).toBe(true);
    expect({ ...run.result.assignment }).toEqual({ a: 'q', b: 'p', i: null });
  });

  it('who withdraws hurts nobody; whom a withdrawn employer displaces goes on', () => {
    for (let k = 0; k < 80; k++) {
      const instance = makeInstance({ students: 10, places: 4, capacity: 3, employers: k % 2 ? 2 : 0 }, k);
      const run = runPlacement(instance, rules, seed);
      const left = repair(run, [{ kind: 'withdrawStudent', student: 's0' }]);
      for (const move of left.moved) expect(['better', 'got', 'left']).toContain(move.kind);
      const closed = repair(run, [{ kind: 'withdrawPlace', place: 0 }]);
      expect(closed.stable).toBe(true);
      // under a capped employer the seats it no longer fills there may go to its other places
      if (!instance.employers)
        for (const move of closed.moved) expect(['worse', 'lost']).toContain(move.kind);
      expect({ ...closed.assignment }).toEqual({ ...place(closed.after, rules, seed).assignment });
    }
  });

  it('frozen moves only the displaced, and lists every envy that is just', () => {
    let envies = 0;
    for (let k = 0; k < 80; k++) {
      const instance = makeInstance({ students: 12, places: 5, capacity: 3 }, k);
      const run = runPlacement(instance, rules, seed);
      const preview = repair(run, [{ kind: 'withdrawPlace', place: 0 }], 'frozen');
      for (const move of preview.moved) expect(move.from).toBe(0);
      expect(preview.stable).toBe(preview.envies.length === 0);
      envies += preview.envies.length;
    }
    expect(envies).toBeGreaterThan(0);
  });

  it('who refuses to move keeps his place, and the others are placed around him', () => {
    for (let k = 0; k < 60; k++) {
      const run = runPlacement(makeInstance({ students: 8, places: 3, capacity: 2 }, k), rules, seed);
      const preview = repair(run, [{ kind: 'withdrawStudent', student: 's0' }], 'stable', ['s1']);
      expect(preview.assignment.s1).toBe(run.result.assignment.s1);
      const gone = repair(run, [{ kind: 'withdrawPlace', place: 0 }], 'stable', ['s1', 's2']);
      expect(Object.values(gone.assignment)).not.toContain(0);
    }
  });

  it('new students and places come in; an unknown one is refused', () => {
    const run = runPlacement(makeInstance({ students: 4, places: 2 }, 3), rules, seed);
    const preview = repair(run, [
      {
        kind: 'addPlace',
        place: { id: 'new', capacity: 1, order: ['s1', 'late'] },
        ranks: [['s1', ['new']]],
      },
      { kind: 'addStudent', student: { id: 'late', ranks: ['new'] } },
    ]);
    expect(preview.assignment).toMatchObject({ s1: 'new', late: null });
    expect(() => repair(run, [{ kind: 'withdrawStudent', student: 'ghost' }])).toThrow(/unknownStudent/);
  });
});
