import type { Prepared, Side } from '../model/prepare.ts';
import type { Ranked } from '../types.ts';
import { Filter } from './filter.ts';
import { Scorer } from './scorer.ts';
import { Top } from './top.ts';

const MILLION = 1_000_000;

/** Share of what is asked, in millionths rounded down; an opening that asks for nothing is answered by nobody. */
export const shareOf = (score: number, most: number): number =>
  most === 0 ? 0 : Math.floor((score * MILLION) / most);

/**
 * Lists for one side of a prepared match: `whom = 'openings'` answers a person, `'people'` answers an opening. Who has
 * no common competence with the query is never listed. Equals stand in the order of their ids' hashes.
 */
export class Ranker {
  readonly #prepared: Prepared;
  readonly #whom: 'people' | 'openings';
  readonly #from: Side;
  readonly #to: Side;
  readonly #scorer: Scorer;
  readonly #filter: Filter;
  readonly #top: Top;

  constructor(prepared: Prepared, whom: 'people' | 'openings', k: number = prepared.instance.options.k) {
    this.#prepared = prepared;
    this.#whom = whom;
    this.#from = whom === 'openings' ? prepared.people : prepared.openings;
    this.#to = prepared[whom];
    const most = prepared.most.reduce((a, b) => Math.max(a, b), 0);
    this.#scorer = new Scorer(this.#from, this.#to, most);
    this.#filter = new Filter(prepared.instance);
    this.#top = new Top(Math.min(k, Math.max(1, this.#to.dense.size)), this.#to.tie);
  }

  /** Dense rows of the other side, best first. `open`: rows that may still be shown. */
  rows(query: number, open?: Uint8Array): number[] {
    const { instance, most } = this.#prepared;
    const toOpenings = this.#whom === 'openings';
    const mask = toOpenings ? this.#filter.ofPerson(query) : this.#filter.ofOpening(query);
    const sums = this.#scorer.run(query);
    const top = this.#top;
    top.clear();
    const byShare = instance.options.by === 'share';
    let floor = 1;
    for (let row = 0, end = sums.length; row < end; row++) {
      const sum = sums[row]!;
      if (sum < floor) continue;
      if (mask?.[row] === 0 || open?.[row] === 0) continue;
      top.offer(row, byShare ? shareOf(sum, most[toOpenings ? row : query]!) : sum);
      if (!byShare && top.floor > floor) floor = top.floor;
    }
    return top.drain();
  }

  /** The list of one query. */
  list(query: number, open?: Uint8Array): Ranked[] {
    return this.rows(query, open).map((row) => this.ranked(query, row));
  }

  /** One line, from the sums of the last query. */
  ranked(query: number, row: number): Ranked {
    const most = this.#prepared.most[this.#whom === 'openings' ? row : query]!;
    const score = this.#scorer.sums[row]!;
    return { id: this.#to.dense.ids[row]!, score, most, share: shareOf(score, most) };
  }

  work(query: number): number {
    return this.#scorer.work(query);
  }
}
