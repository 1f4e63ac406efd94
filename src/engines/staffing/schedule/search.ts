import type { Board } from './board.ts';

/** Numbers from 0 to 1 of a seed (mulberry32). */
function chance(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A plan on the board: the option of each session, or −1. */
export class Draft {
  readonly board: Board;
  readonly option: Int32Array;
  cost = 0;
  private readonly sites: Int32Array;
  private readonly experts: Int32Array;
  /** Sessions that hold a site or experts, by day. */
  private readonly onDay: Set<number>[];

  constructor(board: Board) {
    this.board = board;
    this.option = new Int32Array(board.sessions).fill(-1);
    this.sites = board.siteRoom.slice();
    this.experts = board.expertRoom.slice();
    this.cost = board.sessions * board.unplaced;
    this.onDay = Array.from({ length: board.days }, () => new Set<number>());
  }

  fits(s: number, o: number): boolean {
    const { board } = this;
    const site = board.site[o]! * board.days;
    const competence = board.competence[s]! * board.days;
    for (let d = board.start[o]!; d < board.start[o]! + board.length[s]!; d++)
      if (this.sites[site + d]! <= 0 || this.experts[competence + d]! < board.need[s]!) return false;
    return true;
  }

  place(s: number, o: number): void {
    this.option[s] = o;
    this.shift(s, o, 1);
    this.cost += this.board.cost[o]! - this.board.unplaced;
  }

  lift(s: number): void {
    const o = this.option[s]!;
    if (o < 0) return;
    this.option[s] = -1;
    this.shift(s, o, -1);
    this.cost -= this.board.cost[o]! - this.board.unplaced;
  }

  /** Puts the session where it is cheapest now. */
  placeBest(s: number): boolean {
    const { first, cost, unplaced } = this.board;
    for (let o = first[s]!; o < first[s + 1]! && cost[o]! < unplaced; o++)
      if (this.fits(s, o)) {
        this.place(s, o);
        return true;
      }
    return false;
  }

  /** Lifts sessions in the way of the option, those first that pay most for where they stand. */
  makeRoom(s: number, o: number, options: Map<number, number>): number[] {
    const { board } = this;
    const lifted: number[] = [];
    for (let d = board.start[o]!; d < board.start[o]! + board.length[s]!; d++)
      while (!this.freeOn(s, o, d)) {
        let worst = -1;
        for (const other of this.onDay[d]!) {
          const held = this.option[other]!;
          const inTheWay =
            this.sites[board.site[o]! * board.days + d]! <= 0
              ? board.site[held] === board.site[o]
              : board.competence[other] === board.competence[s];
          if (inTheWay && (worst < 0 || board.cost[held]! > board.cost[this.option[worst]!]!)) worst = other;
        }
        if (worst < 0) return lifted;
        options.set(worst, this.option[worst]!);
        this.lift(worst);
        lifted.push(worst);
      }
    return lifted;
  }

  private freeOn(s: number, o: number, d: number): boolean {
    const { board } = this;
    return (
      this.sites[board.site[o]! * board.days + d]! > 0 &&
      this.experts[board.competence[s]! * board.days + d]! >= board.need[s]!
    );
  }

  private shift(s: number, o: number, by: number): void {
    const { board } = this;
    for (let d = board.start[o]!; d < board.start[o]! + board.length[s]!; d++) {
      this.sites[board.site[o]! * board.days + d]! -= by;
      this.experts[board.competence[s]! * board.days + d]! -= by * board.need[s]!;
      if (by > 0) this.onDay[d]!.add(s);
      else this.onDay[d]!.delete(s);
    }
  }
}

/** First plan: sessions with the fewest options first, each where it is cheapest. */
export function construct(board: Board): Draft {
  const draft = new Draft(board);
  const order = Array.from({ length: board.sessions }, (_, s) => s);
  const options = (s: number) => board.first[s + 1]! - board.first[s]!;
  order.sort((a, b) => options(a) - options(b) || a - b);
  for (const s of order) draft.placeBest(s);
  return draft;
}

/**
 * Neighbourhood search: a session takes a cheaper option, those in its way, and sometimes one more, go where it is cheapest
 * then; the change stays when it costs no more, or a little more while the search is young.
 */
export function improve(
  draft: Draft,
  steps: number,
  seed: number,
  stop: (cost: number) => boolean,
): [number, number][] {
  const { board } = draft;
  const next = chance(seed);
  const log: [number, number][] = [[0, draft.cost]];
  let best = draft.cost;
  let bestOption = draft.option.slice();
  const typical = draft.cost / Math.max(1, board.sessions);
  for (let step = 1; step <= steps && board.sessions > 0; step++) {
    const s = Math.floor(next() * board.sessions);
    const from = board.first[s]!;
    const now = draft.option[s]!;
    const better = (now < 0 ? board.first[s + 1]! : now) - from;
    if (better <= 0) continue;
    const o = from + Math.floor(better * next() ** 2);
    const before = draft.cost;
    const undo: [number, number][] = [[s, now]];
    draft.lift(s);
    const options = new Map<number, number>();
    const lifted = draft.makeRoom(s, o, options);
    if (!draft.fits(s, o)) {
      for (const one of lifted) draft.place(one, options.get(one)!);
      if (now >= 0) draft.place(s, now);
      continue;
    }
    draft.place(s, o);
    const extra = Math.floor(next() * board.sessions);
    if (extra !== s && draft.option[extra]! >= 0 && !options.has(extra) && lifted.length > 0) {
      options.set(extra, draft.option[extra]!);
      draft.lift(extra);
      lifted.push(extra);
    }
    for (const one of lifted) undo.push([one, options.get(one)!]);
    for (const one of lifted) draft.placeBest(one);
    const heat = 0.3 * typical * Math.max(0, 1 - (1.2 * step) / steps) ** 2;
    if (draft.cost <= before - heat * Math.log(Math.max(next(), 1e-12))) {
      if (draft.cost < best) {
        best = draft.cost;
        bestOption = draft.option.slice();
        log.push([step, best]);
        if (stop(best)) break;
      }
      continue;
    }
    for (const [one] of undo) draft.lift(one);
    for (const [one, option] of undo) if (option >= 0) draft.place(one, option);
  }
  for (let s = 0; s < board.sessions; s++) draft.lift(s);
  for (let s = 0; s < board.sessions; s++) if (bestOption[s]! >= 0) draft.place(s, bestOption[s]!);
  return log;
}
