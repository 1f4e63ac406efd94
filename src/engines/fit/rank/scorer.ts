import type { Side } from '../model/prepare.ts';

type Sums = Int32Array | Float64Array;

/** Adds up the points of one query over the other side. Its array of sums is kept and cleared between queries. */
export class Scorer {
  readonly sums: Sums;
  readonly #from: Side;
  readonly #to: Side;

  /** @param most the greatest sum there can be: above 2³¹ the sums need wider cells. */
  constructor(from: Side, to: Side, most: number) {
    this.#from = from;
    this.#to = to;
    this.sums = most < 2 ** 31 ? new Int32Array(to.dense.size) : new Float64Array(to.dense.size);
  }

  /** Points of row `query` with every row of the other side: sum of part × weight over common competences. */
  run(query: number): Sums {
    const { start, pairs } = this.#from.rows;
    const first = this.#to.index.start;
    const found = this.#to.index.pairs;
    const sums = this.sums;
    sums.fill(0);
    for (let at = 2 * start[query]!, end = 2 * start[query + 1]!; at < end; at += 2) {
      const skill = pairs[at]!;
      const own = pairs[at + 1]!;
      for (let k = 2 * first[skill]!, last = 2 * first[skill + 1]!; k < last; k += 2)
        sums[found[k]!]! += own * found[k + 1]!;
    }
    return sums;
  }

  /** How many pairs `run` adds: the work of a query. */
  work(query: number): number {
    const { start, pairs: own } = this.#from.rows;
    const first = this.#to.index.start;
    let pairs = 0;
    for (let at = 2 * start[query]!; at < 2 * start[query + 1]!; at += 2)
      pairs += first[own[at]! + 1]! - first[own[at]!]!;
    return pairs;
  }
}
