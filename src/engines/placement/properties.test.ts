import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Id, type PlacementRules, type PlacementSnapshot, place, type Rule } from './index.ts';
import { makeInstance, numbers, shuffled } from './testing/make-instance.ts';

const seed = Buffer.from('a seed of properties');
const rules = (rule: Rule = 'student-optimal'): PlacementRules => ({ rule, explain: false });
const shape = fc.record({
  students: fc.integer({ min: 2, max: 14 }),
  places: fc.integer({ min: 2, max: 6 }),
  employers: fc.constantFrom(0, 0, 2, 3),
  ties: fc.constantFrom(0, 0.3, 0.8),
  capacity: fc.integer({ min: 1, max: 3 }),
});
const instances = fc.tuple(shape, fc.nat(1e6)).map(([s, k]) => ({ instance: makeInstance(s, k), k }));
const check = (body: (instance: PlacementSnapshot, k: number) => void, runs = 150) =>
  fc.assert(
    fc.property(instances, ({ instance, k }) => body(instance, k)),
    { seed: 11, numRuns: runs },
  );
const solved = (instance: PlacementSnapshot, rule?: Rule, with_ = seed) =>
  place(instance, rules(rule), with_).assignment;
const tier = (instance: PlacementSnapshot, s: number, place: Id | null | undefined): number => {
  const k = instance.students[s]!.ranks.findIndex((r) => (Array.isArray(r) ? r : [r]).includes(place as Id));
  return place == null || k < 0 ? 1e9 : k;
};
const allRules: Rule[] = ['student-optimal', 'place-optimal', 'place-more', 'best-ranks'];

describe('what holds for every instance', () => {
  it('nobody over capacity, nobody where he did not ask or is not taken', () => {
    check((instance) => {
      for (const rule of allRules) {
        const got = solved(instance, rule);
        const count = new Map<Id, number>();
        instance.students.forEach((s, k) => {
          const p = got[s.id];
          if (p === null) return;
          expect(tier(instance, k, p)).toBeLessThan(1e9);
          count.set(p!, (count.get(p!) ?? 0) + 1);
          const at = instance.places.find((x) => x.id === p)!;
          const order = at.order ?? instance.employers!.find((e) => e.id === at.employer)!.order!;
          expect(order.flat()).toContain(s.id);
        });
        for (const p of instance.places) expect(count.get(p.id) ?? 0).toBeLessThanOrEqual(p.capacity);
        for (const e of instance.employers ?? []) {
          const here = instance.places.filter((p) => p.employer === e.id);
          expect(here.reduce((sum, p) => sum + (count.get(p.id) ?? 0), 0)).toBeLessThanOrEqual(e.capacity);
        }
      }
    }, 80);
  });

  it('rural hospitals: with strict lists both extremes place the same students and fill places alike', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 2, max: 12 }), (k, students) => {
        const instance = makeInstance({ students, places: 4, capacity: 3 }, k);
        const [a, b] = [solved(instance), solved(instance, 'place-optimal')];
        for (const s of instance.students) expect(a[s.id] === null).toBe(b[s.id] === null);
        for (const p of instance.places) {
          const count = (x: typeof a) => Object.values(x).filter((v) => v === p.id).length;
          expect(count(a)).toBe(count(b));
          // an under-filled place has the very same students
          if (count(a) < p.capacity)
            for (const s of instance.students) expect(a[s.id] === p.id).toBe(b[s.id] === p.id);
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('the order of rows changes nothing, under no rule', () => {
    check((instance, k) => {
      const random = numbers(k);
      const other: PlacementSnapshot = {
        ...instance,
        students: shuffled(instance.students, random),
        places: shuffled(instance.places, random),
        ...(instance.employers ? { employers: shuffled(instance.employers, random) } : {}),
      };
      for (const rule of allRules) expect({ ...solved(other, rule) }).toEqual({ ...solved(instance, rule) });
    }, 80);
  });

  it('other names change nothing where the lists are strict', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (k) => {
        const instance = makeInstance({ students: 9, places: 4, employers: k % 2 ? 2 : 0 }, k);
        const text = JSON.stringify(instance).replace(/"s(\d+)"/g, (_, d) => `"имя ${9 - Number(d)}"`);
        const renamed: PlacementSnapshot = JSON.parse(text);
        const [a, b] = [solved(instance), solved(renamed)];
        instance.students.forEach((s, j) => {
          expect(b[renamed.students[j]!.id]).toBe(a[s.id]);
        });
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it('the same seed gives the same bytes; another seed decides only between equals', () => {
    check((instance) => {
      const one = JSON.stringify(place(instance, { rule: 'student-optimal' }, seed));
      expect(JSON.stringify(place(structuredClone(instance), { rule: 'student-optimal' }, seed))).toBe(one);
      const strict = ![...instance.places, ...(instance.employers ?? [])].some((x) =>
        x.order?.some((r) => Array.isArray(r)),
      );
      if (strict)
        expect({ ...solved(instance, 'student-optimal', Buffer.from('other')) }).toEqual({
          ...solved(instance),
        });
    }, 60);
  });

  it('no lie pays under the default rule', () => {
    check((instance, k) => {
      const random = numbers(k + 1);
      const honest = solved(instance);
      for (let turn = 0; turn < 4; turn++) {
        const s = Math.floor(random() * instance.students.length);
        const wishes = instance.places.map((p) => p.id);
        const lie = shuffled(wishes, random).slice(0, Math.floor(random() * (wishes.length + 1)));
        const lied: PlacementSnapshot = {
          ...instance,
          students: instance.students.map((x, j) => (j === s ? { ...x, ranks: lie } : x)),
        };
        const id = instance.students[s]!.id;
        expect(tier(instance, s, honest[id])).toBeLessThanOrEqual(tier(instance, s, solved(lied)[id]));
      }
    });
  });

  it('one seat more hurts no student; one student more helps no other', () => {
    check((instance, k) => {
      const before = solved(instance);
      const p = k % instance.places.length;
      const more: PlacementSnapshot = {
        ...instance,
        places: instance.places.map((x, j) => (j === p ? { ...x, capacity: x.capacity + 1 } : x)),
      };
      const after = solved(more);
      // over a capped employer a seat at one place may cost a seat at another: there it is no addition
      if (!instance.employers)
        instance.students.forEach((s, j) => {
          expect(tier(instance, j, after[s.id])).toBeLessThanOrEqual(tier(instance, j, before[s.id]));
        });
      const gone = k % instance.students.length;
      const fewer: PlacementSnapshot = {
        ...instance,
        students: instance.students.map((s, j) => (j === gone ? { ...s, ranks: [] } : s)),
      };
      const without = solved(fewer);
      instance.students.forEach((s, j) => {
        if (j !== gone)
          expect(tier(instance, j, without[s.id])).toBeLessThanOrEqual(tier(instance, j, before[s.id]));
      });
    });
  });

  it('standing higher at the own place never loses it; places that refused may be left out of the list', () => {
    check((instance) => {
      if (instance.employers) return;
      const before = solved(instance);
      instance.students.forEach((s, j) => {
        const got = before[s.id];
        if (got === null) return;
        const first: PlacementSnapshot = {
          ...instance,
          places: instance.places.map((p) =>
            p.id === got
              ? {
                  ...p,
                  order: [
                    s.id,
                    ...p
                      .order!.map((r) => (Array.isArray(r) ? r.filter((x) => x !== s.id) : r))
                      .filter((r) => r !== s.id),
                  ],
                }
              : p,
          ),
        };
        expect(solved(first)[s.id]).toBe(got);
        const cut: PlacementSnapshot = {
          ...instance,
          students: instance.students.map((x, i) =>
            i === j ? { ...x, ranks: x.ranks.slice(tier(instance, j, got)) } : x,
          ),
        };
        expect({ ...solved(cut) }).toEqual({ ...before });
      });
    }, 60);
  });
});
