import { explain } from './explain/explain.ts';
import { fairLists } from './fair/fair-lists.ts';
import { type Prepared, prepare } from './model/prepare.ts';
import { Ranker } from './rank/ranker.ts';
import type { FitAnswer, FitInstance, Ranked } from './types.ts';

/** Explanations of an answer are written for so many pairs at most: the first lines of the lists. */
const EXPLAINED = 2000;

/**
 * Answers a whole instance: the list of openings of each person, the list of people of each opening, and why.
 * With `fairness` people's lists obey the limit of showing. Pure and deterministic.
 */
export function fitAll(instance: FitInstance): FitAnswer {
  const prepared = prepare(instance);
  const fair = instance.fairness ? fairLists(prepared, instance.fairness) : null;
  const forPeople = fair ? fair.lists : allLists(prepared, 'openings');
  const forOpenings = allLists(prepared, 'people');
  const { people, openings } = prepared;
  const explanations = forPeople
    .flatMap((list, person) => list.map((line) => ({ person, opening: line.id })))
    .slice(0, EXPLAINED)
    .map(({ person, opening }) => explain(prepared, people.dense.ids[person]!, opening));
  return {
    people: forPeople.map((list, k) => ({ id: people.dense.ids[k]!, list })),
    openings: forOpenings.map((list, k) => ({ id: openings.dense.ids[k]!, list })),
    ...(fair ? { shown: [...fair.shown].map((times, k) => ({ id: openings.dense.ids[k]!, times })) } : {}),
    explanations,
  };
}

/** The lists of a whole side, in the order of the input. */
export function allLists(prepared: Prepared, whom: 'people' | 'openings'): Ranked[][] {
  const ranker = new Ranker(prepared, whom);
  const queries = whom === 'openings' ? prepared.people.dense.size : prepared.openings.dense.size;
  return Array.from({ length: queries }, (_, query) => ranker.list(query));
}
