import type { FitInstance } from '../../src/engines/fit/index.ts';
import { chance } from '../../src/engines/fit/testing/small-market.ts';

/**
 * A market of the size of a European list of competences: a tree of `skills`, each with about four below it, few of
 * them common and most rare. People hold `held` competences spread over a few fields, openings ask for `asked`.
 */
export function market(
  seed: number,
  {
    people,
    openings,
    skills,
    held,
    asked,
  }: Record<'people' | 'openings' | 'skills' | 'held' | 'asked', number>,
): FitInstance {
  const next = chance(seed);
  const whole = (most: number) => Math.floor(next() * most);
  const fields = 60;
  // a field's competences stand together; the common ones at its beginning
  const from = (field: number) => {
    const size = Math.floor(skills / fields);
    return field * size + Math.floor(size * next() ** 1.5);
  };
  const pick = (own: readonly number[], count: number) => {
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(next() < 0.8 ? from(own[whole(own.length)]!) : whole(skills));
    return [...chosen];
  };
  const some = () => [whole(fields), whole(fields), whole(fields)];
  return {
    skills: Array.from({ length: skills }, (_, id) => ({ id, broader: id < 20 ? [] : [Math.floor(id / 4)] })),
    people: Array.from({ length: people }, (_, id) => ({ id, has: pick(some(), held) })),
    openings: Array.from({ length: openings }, (_, id) => {
      const wanted = pick(some(), asked);
      return { id, essential: wanted.slice(0, asked / 2), optional: wanted.slice(asked / 2) };
    }),
    modules: [],
    options: { k: 10, broader: 600, sibling: 200, essential: 2, by: 'sum' },
  };
}
