import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PlacementResult, type PlacementSnapshot, place, type Rule, verifyPlacement } from '../index.ts';
import { deferredAcceptance } from '../solve/deferred.ts';
import { makeInstance } from '../testing/make-instance.ts';
import { verifyArrays } from './verify-arrays.ts';

const seed = Buffer.from('verify');
const instance: PlacementSnapshot = {
  students: [
    { id: 'α', ranks: ['A', 'B'] },
    { id: 'β', ranks: ['B', 'A'] },
    { id: 'γ', ranks: ['A', 'C'] },
  ],
  places: [
    { id: 'A', capacity: 1, order: ['β', 'α', 'γ'] },
    { id: 'B', capacity: 1, order: ['α', 'β'] },
    { id: 'C', capacity: 1, order: ['γ'] },
  ],
};
const answer = (rule: Rule): PlacementResult => JSON.parse(JSON.stringify(place(instance, { rule }, seed)));
const codes = (rule: Rule, change: (result: PlacementResult) => void, input = instance) => {
  const result = answer(rule);
  change(result);
  return verifyPlacement(input, { rule }, seed, result).map((v) => v.code);
};

describe('verifyPlacement', () => {
  it('shares no code with the solver', () => {
    for (const file of readdirSync(import.meta.dirname).filter((f) => !f.includes('.test.'))) {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8');
      for (const [whole, from] of text.matchAll(/^import (?!type)[^;]*from '(\.[^']*)'/gm))
        expect(from, `${file}: ${whole}`).toMatch(/^\.\/(borders|limits|optimum|reading|recompute)\.ts$/);
    }
  });

  it('finds every change made to an answer', () => {
    expect(codes('student-optimal', () => {})).toEqual([]);
    expect(
      codes('student-optimal', (r) => {
        r.assignment.γ = null;
      }),
    ).toContain('blocking');
    expect(
      codes('student-optimal', (r) => {
        r.assignment.γ = 'A';
      }),
    ).toContain('over.place');
    expect(
      codes('student-optimal', (r) => {
        r.assignment.γ = 'B';
      }),
    ).toContain('notAcceptable');
    expect(
      codes('student-optimal', (r) => {
        r.assignment.γ = 'Z';
      }),
    ).toContain('unknownPlace');
    expect(codes('student-optimal', (r) => void delete r.assignment.γ)).toContain('missingStudent');
    expect(
      codes('student-optimal', (r) => {
        r.assignment.x = null;
      }),
    ).toContain('unknownStudent');
    expect(
      codes('student-optimal', (r) => {
        r.stable = false;
      }),
    ).toContain('stableDenied');
    expect(
      codes('student-optimal', (r) => {
        r.certificate.placed = 2;
      }),
    ).toContain('placed');
    expect(
      codes('student-optimal', (r) => {
        r.certificate.rankSum = 9;
      }),
    ).toContain('rankSum');
    expect(
      codes('student-optimal', (r) => {
        r.cutoffs.A!.placed = 0;
      }),
    ).toContain('cutoff');
    expect(
      codes('student-optimal', (r) => {
        r.refusals.γ = [];
      }),
    ).toContain('refusals');
    expect(
      codes('student-optimal', (r) => void r.closed.push({ place: 'A', had: 0, minimum: 1, round: 1 })),
    ).toContain('closed');
    expect(
      codes('student-optimal', () => {}, {
        ...instance,
        students: instance.students.map((s) => ({ ...s, ranks: [...s.ranks].reverse() })),
      }),
    ).toContain('input');
    expect(
      codes('best-ranks', (r) => {
        r.certificate.prices!.unplaced = 1;
      }),
    ).toContain('prices');
    expect(
      codes('place-more', (r) => {
        r.certificate.most!.bound = 1;
      }),
    ).toContain('bound');
    expect(
      codes('place-more', (r) => {
        r.certificate.seed = '00';
      }),
    ).toContain('seed');
    expect(codes('place-more', (r) => void delete r.certificate.seed)).toContain('seed');
    expect(codes('student-optimal', (r) => Object.assign(r.certificate, { label: 'x' }))).toContain('label');
    expect(codes('student-optimal', (r) => void r.statistics.byRank.push(1))).toContain('statistics');
    expect(codes('student-optimal', (r) => Object.assign(r.cutoffs.A!, { position: 3 }))).toContain('cutoff');
    expect(codes('student-optimal', (r) => Object.assign(r.cutoffs.B!, { open: true }))).toContain('cutoff');
    expect(
      codes('student-optimal', (r) => Object.assign(r.refusals.γ![0]!, { reason: 'notAcceptable' })),
    ).toContain('refusals');
    expect(codes('student-optimal', (r) => Object.assign(r.refusals.γ![0]!, { position: 1 }))).toContain(
      'refusals',
    );
    expect(verifyPlacement(instance, { rule: 'student-optimal' }, seed, {} as PlacementResult)[0]!.code).toBe(
      'format',
    );
  });

  it('knows an open place: free seats that the employer keeps from somebody are none', () => {
    const capped: PlacementSnapshot = {
      students: [
        { id: 1, ranks: ['A'] },
        { id: 2, ranks: ['A'] },
      ],
      places: [
        // an empty inner list holds no tier
        { id: 'A', capacity: 2, employer: 'e', order: [[], 1, 2] },
        { id: 'B', capacity: 2, employer: 'e', order: [1, 2] },
      ],
      employers: [{ id: 'e', capacity: 1, order: [1, 2] }],
    };
    const result = place(capped, { rule: 'student-optimal' }, seed);
    expect(result.cutoffs.A).toEqual({ placed: 1, capacity: 2, open: false, position: 1, tier: 1 });
    expect(result.cutoffs.B).toEqual({ placed: 0, capacity: 2, open: true });
    expect(result.refusals['2']![0]).toMatchObject({
      reason: 'employerCap',
      position: 2,
      cutoff: 1,
      ahead: 1,
    });
    expect(verifyPlacement(capped, { rule: 'student-optimal' }, seed, result)).toEqual([]);
    result.cutoffs.A!.open = true;
    expect(verifyPlacement(capped, { rule: 'student-optimal' }, seed, result).map((v) => v.code)).toEqual([
      'cutoff',
    ]);
  });

  it('sees a closing that was not so', () => {
    const grouped: PlacementSnapshot = {
      students: [{ id: 1, ranks: ['A', 'B'] }],
      places: [
        { id: 'A', capacity: 2, minimum: 2, order: [1] },
        { id: 'B', capacity: 2, order: [1] },
      ],
    };
    const check = (change: object) => {
      const result = place(grouped, { rule: 'student-optimal' }, seed);
      Object.assign(result.closed[0]!, change);
      return verifyPlacement(grouped, { rule: 'student-optimal' }, seed, result).map((v) => v.code);
    };
    expect(check({})).toEqual([]);
    for (const change of [{ had: 2 }, { had: 0 }, { minimum: 3 }, { round: 0 }])
      expect(check(change)).toContain('closed');
    expect(check({ had: 1.5 })).toContain('closed');
  });

  it('does not take one stable placement for the other', () => {
    const place1 = answer('place-optimal');
    expect({ ...place1.assignment }).toEqual({ α: 'B', β: 'A', γ: 'C' });
    expect({ ...answer('student-optimal').assignment }).toEqual({ α: 'A', β: 'B', γ: 'C' });
    place1.certificate.rule = 'student-optimal';
    expect(verifyPlacement(instance, { rule: 'student-optimal' }, seed, place1).map((v) => v.code)).toContain(
      'notBest',
    );
  });

  it('agrees with the solver on employers, ties, quotas, pins', () => {
    for (let k = 0; k < 60; k++) {
      const made = makeInstance(
        { students: 9, places: 4, capacity: 3, ties: 0.3, employers: k % 2 ? 2 : 0 },
        k,
      );
      made.students.forEach((s, j) => {
        s.college = j % 2 ? 'A' : 'B';
      });
      if (k % 2 === 0)
        made.quotas = [
          { kind: 'ceiling', seats: 1, place: 0, college: 'A' },
          { kind: 'reserve', seats: 1, place: 1, college: 'B' },
        ];
      made.pinned = [['s0', 2]];
      const result = place(made, { rule: 'student-optimal' }, seed);
      expect(result.stable).toBe(true);
      expect(verifyPlacement(made, { rule: 'student-optimal' }, seed, result)).toEqual([]);
    }
  });

  it('reads arrays once and sees each fault', () => {
    const arrays = {
      off: Int32Array.of(0, 2, 4),
      to: Int32Array.of(0, 1, 0, 1),
      rank: Int32Array.of(0, 1, 1, 0),
      capacity: Int32Array.of(1, 1),
    };
    const { choice } = deferredAcceptance(arrays);
    expect(verifyArrays({ ...arrays, choice })).toEqual({ foreign: 0, over: 0, blocking: 0 });
    expect(verifyArrays({ ...arrays, choice: Int32Array.of(1, 2) }).blocking).toBe(1);
    expect(verifyArrays({ ...arrays, choice: Int32Array.of(0, 2) }).over).toBe(1);
    expect(verifyArrays({ ...arrays, choice: Int32Array.of(2, 3) }).foreign).toBe(1);
  });
});
