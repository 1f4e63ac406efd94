import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeGaps, explain, type FitInstance, type FitModule, fitAll, prepare, verifyFit } from './index.ts';
import { smallMarket } from './testing/small-market.ts';

const seeds = fc.integer({ min: 1, max: 1e9 });
const market = (seed: number, more: Partial<Parameters<typeof smallMarket>[1]> = {}): FitInstance =>
  smallMarket(seed, { people: 14, openings: 11, skills: 40, held: 7, asked: 5, terms: true, ...more });
const PROPERTY = { seed: 20261123, numRuns: 40 };
const ids = (list: readonly { id: unknown }[]) => list.map((it) => it.id);

describe('lists', () => {
  it('are the top by full search, parts sum to the score, both orders', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('sum' as const, 'share' as const), (seed, by) => {
        const instance = market(seed);
        const asked = { ...instance, options: { ...instance.options, by } };
        expect(verifyFit(asked, fitAll(asked))).toEqual([]);
      }),
      PROPERTY,
    );
  });

  it('do not depend on the order of the input', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = market(seed);
        const turned: FitInstance = {
          ...instance,
          skills: [...instance.skills].reverse(),
          people: [...instance.people].reverse().map((it) => ({ ...it, has: [...it.has].reverse() })),
          openings: [...instance.openings].reverse(),
          modules: [...instance.modules].reverse(),
          fairness: { shown: 2, perEmployer: 2 },
        };
        const [a, b] = [fitAll({ ...instance, fairness: { shown: 2, perEmployer: 2 } }), fitAll(turned)];
        expect([...b.people].reverse()).toEqual(a.people);
        expect([...b.openings].reverse()).toEqual(a.openings);
        const key = (it: (typeof a.explanations)[number]) => `${it.person} ${it.opening}`;
        const sort = (list: typeof a.explanations) => [...list].sort((x, y) => (key(x) < key(y) ? -1 : 1));
        expect(sort(b.explanations)).toEqual(sort(a.explanations));
      }),
      PROPERTY,
    );
  });

  it('a pair scores the same from either side, and one more competence never scores less', () => {
    fc.assert(
      fc.property(seeds, fc.nat(39), (seed, skill) => {
        const instance = market(seed, { terms: false });
        const all = { ...instance, options: { ...instance.options, k: 1000 } };
        const answer = fitAll(all);
        const points = new Map(
          answer.people.flatMap(({ id, list }) => list.map((it) => [`${id} ${it.id}`, it.score] as const)),
        );
        const turned = answer.openings.flatMap(({ id, list }) =>
          list.map((it) => [`${it.id} ${id}`, it.score] as const),
        );
        expect(new Map(turned)).toEqual(points);
        const learnt = {
          ...all,
          people: all.people.map((it) => ({ ...it, has: [...it.has, `s${skill}`] })),
        };
        const after = fitAll(learnt);
        for (const { id, list } of after.people)
          for (const line of list)
            expect(line.score).toBeGreaterThanOrEqual(points.get(`${id} ${line.id}`) ?? 0);
        expect(after.people.flatMap((it) => it.list).length).toBeGreaterThanOrEqual(points.size);
      }),
      PROPERTY,
    );
  });

  it('equals stand by the hash of their ids, whoever was named first', () => {
    const instance: FitInstance = {
      ...market(1),
      skills: [],
      modules: [],
      people: [{ id: 'p', has: ['a'] }],
      openings: ['v1', 'v2', 'v3', 'v4', 'v5'].map((id) => ({ id, essential: ['a'], optional: [] })),
    };
    const [first] = fitAll(instance).people;
    const [second] = fitAll({ ...instance, openings: [...instance.openings].reverse() }).people;
    expect(ids(second!.list)).toEqual(ids(first!.list));
    expect(ids(first!.list)).not.toEqual(['v1', 'v2', 'v3', 'v4', 'v5']);
  });

  it('a wider competence is held in part through a narrower one, a sibling less; an essential one weighs double', () => {
    const instance: FitInstance = {
      ...market(1),
      skills: [
        { id: 'weld', broader: [] },
        { id: 'mig', broader: ['weld'] },
        { id: 'tig', broader: ['weld'] },
      ],
      people: [{ id: 'p', has: ['mig'] }],
      openings: [{ id: 'v', essential: ['tig'], optional: ['weld', 'mig', 'saw'] }],
      modules: [{ id: 'm', gives: ['tig', 'saw'], hours: 40 }],
    };
    const weight = Math.round(100 * Math.log(2));
    const told = explain(prepare(instance), 'p', 'v');
    expect(told.contributions).toEqual([
      { skill: 'mig', through: 'mig', step: 'same', essential: false, points: 1000 * weight },
      { skill: 'weld', through: 'mig', step: 'broader', essential: false, points: 600 * weight },
      { skill: 'tig', through: 'mig', step: 'sibling', essential: true, points: 200 * 2 * weight },
    ]);
    expect(told.score + told.gaps.reduce((sum, it) => sum + it.points, 0)).toBe(told.most);
    expect(told.closing).toEqual({ modules: ['m'], hours: 40, left: ['weld'], shortest: true });
  });
});

describe('fairness', () => {
  it('nothing is shown more often than allowed before each that fits somebody was shown', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1, max: 4 }),
        fc.option(fc.integer({ min: 1, max: 3 })),
        (seed, shown, per) => {
          const fairness = { shown, ...(per === null ? {} : { perEmployer: per }) };
          const instance = { ...market(seed, { people: 20, openings: 16 }), fairness };
          const answer = fitAll(instance);
          expect(verifyFit(instance, answer)).toEqual([]);
          const times = answer.people.flatMap((it) => it.list).length;
          expect(answer.shown!.reduce((sum, it) => sum + it.times, 0)).toBe(times);
        },
      ),
      PROPERTY,
    );
  });

  it('without it a favourite crowds the others out, with it all are seen', () => {
    const instance: FitInstance = {
      ...market(1),
      skills: [],
      modules: [],
      people: Array.from({ length: 12 }, (_, id) => ({ id, has: ['a', 'b'] })),
      openings: [
        { id: 'rich', essential: ['a', 'b'], optional: [] },
        ...[1, 2, 3].map((n) => ({ id: `plain${n}`, essential: ['a'], optional: [] })),
      ],
      options: { k: 1, broader: 600, sibling: 200, essential: 2, by: 'sum' },
    };
    expect(new Set(fitAll(instance).people.map(({ list }) => list[0]?.id))).toEqual(new Set(['rich']));
    const fair = fitAll({ ...instance, fairness: { shown: 3 } });
    expect(fair.shown!.every((it) => it.times > 0)).toBe(true);
  });
});

describe('shortest modules', () => {
  const cheapest = (gaps: string[], modules: FitModule[]): number => {
    const taught = gaps.filter((gap) => modules.some((it) => it.gives.includes(gap)));
    let best = Number.POSITIVE_INFINITY;
    for (let set = 0; set < 2 ** modules.length; set++) {
      const chosen = modules.filter((_, k) => set & (1 << k));
      if (taught.every((gap) => chosen.some((it) => it.gives.includes(gap))))
        best = Math.min(
          best,
          chosen.reduce((sum, it) => sum + it.hours, 0),
        );
    }
    return best;
  };

  it('are the cheapest by full search, and above the border still close everything', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { modules } = market(seed);
        const few = modules.slice(0, 9);
        const gaps = Array.from({ length: 8 }, (_, k) => `s${(seed + 3 * k) % 40}`);
        const told = closeGaps(gaps, few);
        expect(told.shortest).toBe(true);
        expect(told.hours).toBe(cheapest(gaps, few));
        const all = Array.from({ length: 40 }, (_, k) => `s${k}`);
        const wide = closeGaps(all, modules);
        const given = new Set(modules.filter((it) => wide.modules.includes(it.id)).flatMap((it) => it.gives));
        expect(all.filter((it) => !given.has(it))).toEqual(wide.left);
      }),
      PROPERTY,
    );
  });
});

describe('the verifier', () => {
  it('sees a changed score, a swapped line, a missing line, a false part', () => {
    const instance = market(7);
    const answer = fitAll(instance);
    const spoilt = (change: (it: typeof answer) => void) => {
      const copy = structuredClone(answer);
      change(copy);
      return verifyFit(instance, copy).map((it) => it.id);
    };
    const long = answer.people.findIndex(({ list }) => list.length > 2);
    expect(spoilt((it) => void it.people[long]!.list[0]!.score++)).toContain('score');
    expect(spoilt((it) => void it.people[long]!.list.reverse())).toContain('notTop');
    expect(spoilt((it) => void it.people[long]!.list.pop())).toContain('notTop');
    expect(spoilt((it) => void it.explanations[0]!.contributions[0]!.points++)).toEqual(
      expect.arrayContaining(['contributions', 'contribution']),
    );
    expect(spoilt((it) => void it.explanations.find((one) => one.gaps.length > 0)!.gaps.pop())).toContain(
      'gaps',
    );
    expect(spoilt((it) => void it.openings.pop())).toContain('lists');
  });
});
