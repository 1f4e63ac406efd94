import { describe, expect, it } from 'vitest';
import { type PlacementSnapshot, place, placeLeftovers, verifyPlacement } from './index.ts';
import { makeInstance, numbers } from './testing/make-instance.ts';

const seed = Buffer.from('limits');
const run = (instance: PlacementSnapshot) => place(instance, { rule: 'student-optimal' }, seed);
const one = (colleges: string[], capacity: number): PlacementSnapshot => ({
  students: colleges.map((college, k) => ({ id: k, ranks: ['p'], college })),
  places: [{ id: 'p', capacity, order: colleges.map((_, k) => k) }],
});
const there = (instance: PlacementSnapshot) =>
  Object.entries(run(instance).assignment).flatMap(([id, p]) => (p === null ? [] : [Number(id)]));

describe('quotas, minimums, agreed pairs, teams', () => {
  it('a ceiling stops one college, a reserve keeps seats for another as long as it wants them', () => {
    const instance = one(['A', 'A', 'A', 'B'], 3);
    expect(there(instance)).toEqual([0, 1, 2]);
    expect(there({ ...instance, quotas: [{ kind: 'ceiling', seats: 1, place: 'p', college: 'A' }] })).toEqual(
      [0, 3],
    );
    const kept: PlacementSnapshot = {
      ...instance,
      quotas: [{ kind: 'reserve', seats: 2, place: 'p', college: 'B' }],
    };
    expect(there(kept)).toEqual([0, 1, 3]);
    const [refusal] = run(kept).refusals['2']!;
    expect(refusal).toMatchObject({ reason: 'reserved', change: { kind: 'position', position: 2 } });
    const ceiling = {
      ...instance,
      quotas: [{ kind: 'ceiling' as const, seats: 1, place: 'p', college: 'A' }],
    };
    expect(run(ceiling).refusals['1']![0]!.reason).toBe('quota');
  });

  it('says a seat is kept when somebody lower in order sits on it', () => {
    const instance: PlacementSnapshot = {
      ...one(['A', 'A', 'B'], 2),
      quotas: [{ kind: 'reserve', seats: 1, place: 'p', college: 'B' }],
    };
    expect(there(instance)).toEqual([0, 2]);
    expect(run(instance).refusals['1']![0]!.reason).toBe('reserved');
  });

  it('refuses limits that cross, by name', () => {
    const instance: PlacementSnapshot = {
      students: [
        { id: 1, ranks: ['p', 'q'], college: 'A' },
        { id: 2, ranks: ['p', 'q'], college: 'B' },
      ],
      places: ['p', 'q'].map((id) => ({ id, capacity: 1, employer: 'e', order: [1, 2] })),
      employers: [{ id: 'e', capacity: 2 }],
      quotas: [{ kind: 'ceiling', seats: 1, employer: 'e', college: 'A' }],
    };
    expect(() => run(instance)).toThrow(/quotasCross/);
  });

  it('closes what stays below its minimum, keeps a log, and everybody else stays stable', () => {
    let closings = 0;
    for (let k = 0; k < 60; k++) {
      const random = numbers(k);
      const instance = makeInstance(
        { students: 10, places: 5, capacity: 4, ties: 0.3, employers: k % 3 ? 0 : 2 },
        k,
      );
      for (const p of instance.places) p.minimum = 1 + Math.floor(random() * 3);
      const result = run(instance);
      closings += result.closed.length;
      expect(result.stable).toBe(true);
      expect(verifyPlacement(instance, { rule: 'student-optimal' }, seed, result)).toEqual([]);
      const count = (id: unknown) => Object.values(result.assignment).filter((p) => p === id).length;
      for (const p of instance.places) expect(count(p.id) === 0 || count(p.id) >= p.minimum!).toBe(true);
      for (const c of result.closed) {
        expect(c.had).toBeLessThan(c.minimum);
        expect(c.had).toBeGreaterThan(0);
      }
    }
    expect(closings).toBeGreaterThan(20);
  });

  it('tells the refused of a closed place what would have kept it open', () => {
    const instance: PlacementSnapshot = {
      students: [1, 2].map((id) => ({ id, ranks: ['p', 'q'] })),
      places: [
        { id: 'p', capacity: 5, minimum: 3, order: [1, 2] },
        { id: 'q', capacity: 5, order: [1, 2] },
      ],
    };
    const result = run(instance);
    expect(result.closed).toEqual([{ place: 'p', had: 2, minimum: 3, round: 1 }]);
    expect(result.refusals['1']).toEqual([
      {
        place: 'p',
        reason: 'closedMinimum',
        had: 2,
        minimum: 3,
        change: { kind: 'minimum', place: 'p', minimum: 2 },
      },
    ]);
  });

  it('an agreed pair holds its seat against everyone, and too many are an error', () => {
    const instance: PlacementSnapshot = { ...one(['A', 'A'], 1), pinned: [[1, 'p']] };
    expect(there(instance)).toEqual([1]);
    expect(run(instance).stable).toBe(true);
    expect(() =>
      run({
        ...instance,
        pinned: [
          [0, 'p'],
          [1, 'p'],
        ],
      }),
    ).toThrow(/pinnedFull/);
    expect(() =>
      run({
        ...instance,
        pinned: [
          [1, 'p'],
          [1, 'p'],
        ],
      }),
    ).toThrow(/pinnedTwice/);
  });

  it('a team goes where all of it fits, or splits and is named', () => {
    const team = (capacity: number): PlacementSnapshot => ({
      students: [
        { id: 'a', ranks: ['p', 'q'], team: 't' },
        { id: 'b', ranks: ['p', 'q'], team: 't' },
        { id: 'c', ranks: ['p', 'q'] },
      ],
      places: [
        { id: 'p', capacity: 1, order: ['a', 'b', 'c'] },
        { id: 'q', capacity, order: ['c', 'b', 'a'] },
      ],
    });
    const whole = run(team(2));
    expect({ ...whole.assignment }).toEqual({ a: 'q', b: 'q', c: 'p' });
    expect(whole.splitTeams).toBeUndefined();
    expect(whole.refusals.a![0]!.reason).toBe('team');
    const split = run(team(1));
    expect(split.splitTeams).toEqual(['t']);
    expect({ ...split.assignment }).toEqual({ a: 'p', b: null, c: 'q' });
  });

  it('classes decide before the lottery, the lottery before nothing', () => {
    const students = Array.from({ length: 40 }, (_, k) => ({
      id: k,
      ranks: ['p'],
      classes: [[k < 5 ? 0 : 1, k % 3]],
    }));
    const instance: PlacementSnapshot = { students, places: [{ id: 'p', capacity: 10 }] };
    const got = there(instance);
    expect(got.filter((k) => k < 5)).toHaveLength(5);
    expect(got.filter((k) => k >= 5).every((k) => k % 3 === 0)).toBe(true);
    const result = run(instance);
    expect(result.cutoffs.p).toMatchObject({
      placed: 10,
      open: false,
      ticket: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const other = place(instance, { rule: 'student-optimal' }, Buffer.from('another'));
    expect({ ...other.assignment }).not.toEqual({ ...result.assignment });
  });

  it('left-overs go the least way, as many as can, whatever the order of rows', () => {
    const pairs = [
      { student: 1, place: 'a', distance: 1 },
      { student: 1, place: 'b', distance: 2 },
      { student: 2, place: 'a', distance: 5 },
      { student: 3, place: 'a', distance: 1 },
    ];
    const free = [
      { place: 'a', seats: 1 },
      { place: 'b', seats: 1 },
    ];
    const answer = placeLeftovers([1, 2, 3], free, pairs);
    expect(answer).toMatchObject({ kind: 'administrative', unplaced: [2], distance: 3 });
    expect(placeLeftovers([3, 2, 1], [...free].reverse(), [...pairs].reverse())).toEqual(answer);
    expect(() => placeLeftovers([1], free, [{ student: 1, place: 'a', distance: 0.5 }])).toThrow(
      /whole number/,
    );
  });
});
