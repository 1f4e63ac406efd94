import { EMPLOYER, type Market, PLACE } from '../market/market.ts';
import { Seating } from '../solve/seating.ts';
import type { Solved } from '../solve/solve.ts';
import type { Refusal } from '../types.ts';

/** One refusal and the edge it speaks of (-1 where the pair was never possible). */
export interface Reasoned {
  refusal: Refusal;
  edge: number;
}

/** Tells why a student is not where he would rather be. Reads one finished placement; changes nothing. */
export class Reasons {
  private readonly market: Market;
  private readonly solved: Solved;
  private readonly seating: Seating;
  private readonly had: Map<number, number>;
  private readonly placeAt: Int32Array;
  private readonly lastAt: Int32Array;
  private readonly lastTie: Int32Array;

  constructor(market: Market, solved: Solved) {
    this.market = market;
    this.solved = solved;
    this.seating = new Seating(market, solved.closed);
    solved.choice.forEach((e, s) => {
      if (e >= 0) this.seating.seat(s, e);
    });
    this.had = new Map(solved.closures.map((c) => [c.place, c.had]));
    const { inOff, inEdge, to, ownTie } = market;
    this.placeAt = new Int32Array(to.length);
    const m = market.places.length;
    this.lastAt = new Int32Array(m);
    this.lastTie = new Int32Array(m).fill(-1);
    for (let p = 0; p < m; p++)
      for (let x = inOff[p]!; x < inOff[p + 1]!; x++) {
        const e = inEdge[x]!;
        this.placeAt[e] = x - inOff[p]! + 1;
        if (solved.choice[market.owner[e]!] === e) {
          this.lastAt[p] = this.placeAt[e]!;
          this.lastTie[p] = ownTie[e]! + 1;
        }
      }
  }

  /** Position (from 1) and tier of the last admitted at a place; 0 and 0 when nobody is there. */
  last(place: number): { position: number; tier: number } {
    return { position: this.lastAt[place]!, tier: Math.max(0, this.lastTie[place]!) };
  }

  /** All places strictly better in the own list than what the student got, best first. */
  of(s: number): Reasoned[] {
    const market = this.market;
    const solved = this.solved;
    const seating = this.seating;
    const { off, level, to, places, minimum, dropped } = market;
    if (market.pinnedAt[s]! >= 0) return [];
    const mine = solved.choice[s]!;
    const tier = mine < 0 ? 2 ** 30 : level[mine]!;
    const never = dropped.get(s);
    if (!never && (off[s] === off[s + 1] || level[off[s]!]! >= tier)) return [];
    const out: (Reasoned & { level: number })[] = [];
    for (const d of never ?? [])
      if (d.level < tier)
        out.push({ level: d.level, edge: -1, refusal: { place: places[d.place]!, reason: d.reason } });
    if (mine >= 0) seating.leave(s);
    for (let e = off[s]!; e < off[s + 1]! && level[e]! < tier; e++) {
      const p = to[e]!;
      const refusal: Refusal = { place: places[p]!, reason: 'full' };
      if (solved.closed[p]) {
        refusal.reason = 'closedMinimum';
        refusal.had = this.had.get(p)!;
        refusal.minimum = minimum[p]!;
      } else this.fill(refusal, s, e);
      out.push({ level: level[e]!, edge: e, refusal });
    }
    if (mine >= 0) seating.seat(s, mine);
    return out.sort((a, b) => a.level - b.level);
  }

  private fill(refusal: Refusal, s: number, e: number): void {
    const market = this.market;
    const solved = this.solved;
    const seating = this.seating;
    const { boxes, ownTie, tie, rank } = market;
    if (market.rules.rule === 'best-ranks') {
      refusal.reason = 'total';
      return;
    }
    const b = seating.broken(e);
    if (b < 0 || (solved.teams && market.teams[s] !== '')) {
      // a free seat a student did not take: his team went elsewhere
      refusal.reason = market.teams[s] !== '' ? 'team' : 'total';
      return;
    }
    const kind = boxes.kind[b]!;
    refusal.reason = kind === PLACE ? 'full' : kind === EMPLOYER ? 'employerCap' : 'quota';
    refusal.position = this.placeAt[e]!;
    refusal.tier = ownTie[e]! + 1;
    if (kind === EMPLOYER) {
      let worst = -1;
      for (const f of seating.held(b)) if (worst < 0 || rank[f]! > rank[worst]!) worst = f;
      if (worst >= 0) {
        refusal.cutoffTier = tie[worst]! + 1;
        refusal.tier = tie[e]! + 1;
        refusal.position = rank[e]! / 2 + 1;
        refusal.cutoff = rank[worst]! / 2 + 1;
        refusal.ahead = seating.held(b).filter((f) => rank[f]! < rank[e]!).length;
      }
      return;
    }
    const held = seating.held(b);
    const { own } = market;
    let worst = -1;
    for (const f of held) if (worst < 0 || own[f]! > own[worst]!) worst = f;
    if (worst < 0) return;
    // somebody lower in order sits there: his seat is kept for his college or programme
    if (own[worst]! > own[e]! && market.rules.rule === 'student-optimal') refusal.reason = 'reserved';
    refusal.cutoff = this.placeAt[worst]!;
    refusal.cutoffTier = ownTie[worst]! + 1;
    refusal.ahead = held.filter((f) => own[f]! < own[e]!).length;
  }
}
