import type { FitInstance } from '../types.ts';
import { Closer, type Graph, graphOf, WHOLE } from './close-skills.ts';
import { Dense, tieOrder } from './dense.ts';
import { type Rows, rowsOf, turned } from './rows.ts';

/** One side of the match: who or what it is, its rows of competences, and the inverted index over them. */
export interface Side {
  dense: Dense;
  rows: Rows;
  index: Rows;
  tie: Int32Array;
}

export interface Prepared {
  instance: FitInstance;
  skills: Dense;
  graph: Graph;
  /** Values: parts of competences after closing, thousandths. */
  people: Side;
  /** Values: weights of competences, points per thousandth. */
  openings: Side;
  /** Points of one that answers all an opening asks. */
  most: Float64Array;
}

/** ln(1 + openings / those that ask for it), in hundredths: a competence everybody asks for tells little. */
export const rarity = (openings: number, asking: number): number =>
  Math.max(1, Math.round(100 * Math.log(1 + openings / Math.max(1, asking))));

/**
 * Makes dense numbers, closes people's competences by the graph, weighs what openings ask and builds both inverted
 * indices. Everything after this step works on whole numbers, so sums do not depend on any order.
 */
export function prepare(instance: FitInstance): Prepared {
  const { options } = instance;
  const skills = new Dense();
  for (const it of instance.skills) skills.add(it.id);
  for (const { has } of instance.people) for (const it of has) skills.add(it);
  for (const { essential, optional } of instance.openings)
    for (const list of [essential, optional]) for (const it of list) skills.add(it);
  for (const { gives } of instance.modules) for (const it of gives) skills.add(it);
  const graph = graphOf(instance.skills, skills);
  const closer = new Closer(graph, options);
  const held = instance.people.map(({ has }) => closer.close(has.map((it) => skills.of(it)!)));
  const asked = instance.openings.map(({ essential, optional }) => {
    const times = new Map<number, number>();
    for (const it of optional) times.set(skills.of(it)!, 1);
    for (const it of essential) times.set(skills.of(it)!, options.essential);
    return times;
  });
  const asking = new Int32Array(skills.size);
  for (const times of asked) for (const skill of times.keys()) asking[skill]!++;
  const weighed = asked.map((times) =>
    [...times].flatMap(([skill, n]) => [skill, n * rarity(asked.length, asking[skill]!)]),
  );
  const people = side(
    instance.people.map((it) => it.id),
    rowsOf(held),
    skills.size,
  );
  const openings = side(
    instance.openings.map((it) => it.id),
    rowsOf(weighed),
    skills.size,
  );
  const most = Float64Array.from(weighed, (list) =>
    list.reduce((sum, weight, at) => (at % 2 ? sum + WHOLE * weight : sum), 0),
  );
  return { instance, skills, graph, people, openings, most };
}

function side(ids: readonly (string | number)[], rows: Rows, skills: number): Side {
  const dense = new Dense();
  for (const id of ids) dense.add(id);
  return { dense, rows, index: turned(rows, skills), tie: tieOrder(ids) };
}
