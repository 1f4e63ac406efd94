import { buildMarket, type Market, ROLES } from '../model/market.ts';
import { costProblem, type Problem } from '../model/problem.ts';
import type { Id, Role, Seating, StaffingInstance } from '../types.ts';

export interface Sickness {
  expert: Id;
  /** Days on which the expert falls out; absent: all. */
  days?: Id[];
}

export interface Repair {
  assignment: Seating[];
  /** Change of the cost, without the tax. */
  price: number;
  /** Others who change their seat: from and to. */
  moved: { expert: Id; from: Seating; to: Seating }[];
  /** Called in, having had no seat that is given up. */
  called: Seating[];
  /** Seats nobody can take within the limit of moves. */
  open: { session: Id; role: Role }[];
}

interface Seat {
  session: number;
  bit: number;
}

/**
 * Replaces an expert who falls out. For each seat left, in order of the sessions, the cheapest chain: somebody with
 * room is called in, or somebody gives up another seat for it and that one is filled in the same way. At most
 * `mostMoved` others change their seats in the whole repair; exact for each seat in its turn.
 * @param tax added to the cost per person moved, when chains are compared.
 */
export function repair(
  instance: StaffingInstance,
  assignment: readonly Seating[],
  sick: Sickness,
  { mostMoved = 2, tax = 0 }: { mostMoved?: 0 | 1 | 2; tax?: number } = {},
): Repair {
  const market = buildMarket(instance);
  const state = new State(market, costProblem(market), assignment, sick);
  const out: Repair = { assignment: [], price: 0, moved: [], called: [], open: [] };
  const vacant = state.vacate();
  const before = state.cost + state.vacantCost;
  for (const seat of vacant) {
    const chain = cheapestChain(
      state,
      seat,
      mostMoved - out.moved.length,
      Math.round(tax * state.problem.unit),
    );
    if (!chain) {
      out.open.push({ session: instance.sessions[seat.session]!.id, role: roleOf(seat.bit) });
      continue;
    }
    state.apply(chain, out);
  }
  out.assignment = state.seatings();
  out.price =
    (state.cost + out.open.reduce((sum, o) => sum + emptyCost(state.problem, o.role), 0) - before) /
    state.problem.unit;
  return out;
}

const roleOf = (bit: number): Role => ROLES[bit >> 1]!;
const emptyCost = (problem: Problem, role: Role) =>
  problem.empty(role === 'chief' ? 1 : role === 'member' ? 2 : 4);

/** Pairs from the vacant seat on: each but the last gives up the seat that the next takes. */
interface Step {
  pair: number;
  bit: number;
  /** Place given up, or −1 for who is called in. */
  from: number;
}

class State {
  readonly market: Market;
  readonly problem: Problem;
  readonly pairOf: Int32Array;
  readonly bitOf: Uint8Array;
  readonly loads: Int32Array;
  /** Places that each expert takes. */
  readonly held: number[][];
  /** Of the seats that stand; the seats of the sick are counted apart, as they were. */
  cost = 0;
  vacantCost = 0;
  private readonly sick: number;
  private readonly off: Set<string> | null;

  constructor(market: Market, problem: Problem, assignment: readonly Seating[], sick: Sickness) {
    this.market = market;
    this.problem = problem;
    this.pairOf = new Int32Array(market.placeExpert.length).fill(-1);
    this.bitOf = new Uint8Array(market.placeExpert.length);
    this.loads = new Int32Array(market.experts);
    this.held = Array.from({ length: market.experts }, () => []);
    this.sick = market.expertOf.get(String(sick.expert)) ?? -1;
    this.off = sick.days ? new Set(sick.days.map(String)) : null;
    for (const seat of assignment) {
      const s = market.sessionOf.get(String(seat.session))!;
      const e = market.expertOf.get(String(seat.expert))!;
      for (let k = market.pairFirst[s]!; k < market.pairFirst[s + 1]!; k++)
        if (market.pairExpert[k] === e) {
          const p = market.pairPlace[k]!;
          this.pairOf[p] = k;
          this.bitOf[p] = seat.role === 'chief' ? 1 : seat.role === 'member' ? 2 : 4;
          this.loads[e]! += 1;
          this.held[e]!.push(p);
          this.cost += problem.pairCost[k]! + problem.load(this.loads[e]!);
        }
    }
  }

  isOff(place: number): boolean {
    return (
      this.market.placeExpert[place] === this.sick &&
      (!this.off || this.off.has(String(this.market.days[this.market.placeDay[place]!]!)))
    );
  }

  sessionOf(pair: number): number {
    const { pairFirst } = this.market;
    let low = 0;
    let high = pairFirst.length - 1;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (pairFirst[middle]! <= pair) low = middle;
      else high = middle;
    }
    return low;
  }

  vacate(): Seat[] {
    const seats: Seat[] = [];
    const whole = this.cost;
    for (let p = 0; p < this.pairOf.length; p++)
      if (this.pairOf[p]! >= 0 && this.isOff(p)) {
        seats.push({ session: this.sessionOf(this.pairOf[p]!), bit: this.bitOf[p]! });
        this.leave(p);
      }
    this.vacantCost = whole - this.cost;
    return seats.sort((a, b) => a.session - b.session || a.bit - b.bit);
  }

  leave(p: number): void {
    const k = this.pairOf[p]!;
    const e = this.market.placeExpert[p]!;
    this.cost -= this.problem.pairCost[k]! + this.problem.load(this.loads[e]!);
    this.loads[e]! -= 1;
    this.held[e] = this.held[e]!.filter((one) => one !== p);
    this.pairOf[p] = -1;
  }

  sit(k: number, bit: number): void {
    const p = this.market.pairPlace[k]!;
    const e = this.market.pairExpert[k]!;
    this.loads[e]! += 1;
    this.held[e]!.push(p);
    this.cost += this.problem.pairCost[k]! + this.problem.load(this.loads[e]!);
    this.pairOf[p] = k;
    this.bitOf[p] = bit;
  }

  seating(k: number, bit: number): Seating {
    const { instance, pairExpert } = this.market;
    return {
      session: instance.sessions[this.sessionOf(k)]!.id,
      expert: instance.experts[pairExpert[k]!]!.id,
      role: roleOf(bit),
    };
  }

  apply(chain: Step[], out: Repair): void {
    const leaving = chain.map((step) =>
      step.from < 0 ? null : this.seating(this.pairOf[step.from]!, this.bitOf[step.from]!),
    );
    for (const step of chain) if (step.from >= 0) this.leave(step.from);
    chain.forEach((step, i) => {
      this.sit(step.pair, step.bit);
      const to = this.seating(step.pair, step.bit);
      const from = leaving[i];
      if (from) out.moved.push({ expert: to.expert, from, to });
      else out.called.push(to);
    });
  }

  seatings(): Seating[] {
    const rows: [number, number][] = [];
    for (let p = 0; p < this.pairOf.length; p++)
      if (this.pairOf[p]! >= 0) rows.push([this.pairOf[p]!, this.bitOf[p]!]);
    rows.sort((a, b) => this.sessionOf(a[0]) - this.sessionOf(b[0]) || a[1] - b[1] || a[0] - b[0]);
    return rows.map(([k, bit]) => this.seating(k, bit));
  }
}

/** All chains of at most `moves` moves, cheapest; nobody and no seat stands in a chain twice. */
function cheapestChain(state: State, seat: Seat, moves: number, tax: number): Step[] | null {
  const { market, problem } = state;
  let best: Step[] | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  const chain: Step[] = [];
  const used = new Set<number>();
  const leastKnown = new Map<number, number>();
  /** No one called into the session costs less. */
  const leastCall = (session: number): number => {
    let least = leastKnown.get(session);
    if (least === undefined) {
      least = Number.POSITIVE_INFINITY;
      for (let k = market.pairFirst[session]!; k < market.pairFirst[session + 1]!; k++)
        least = Math.min(least, problem.pairCost[k]!);
      least += problem.load(1);
      leastKnown.set(session, least);
    }
    return least;
  };
  const mayCome = (k: number, to: Seat): boolean => {
    const e = market.pairExpert[k]!;
    if (!(market.pairRoles[k]! & to.bit) || used.has(e) || state.isOff(market.pairPlace[k]!)) return false;
    const { onePerOrg } = market.instance.sessions[to.session]!;
    return !onePerOrg || !sitsAlready(state, to.session, market.org[e]!, e, chain);
  };
  const walk = (to: Seat, spent: number): void => {
    const from = market.pairFirst[to.session]!;
    const end = market.pairFirst[to.session + 1]!;
    for (let k = from; k < end; k++) {
      const e = market.pairExpert[k]!;
      const load = state.loads[e]!;
      if (state.pairOf[market.pairPlace[k]!]! >= 0 || load >= market.maxLoad[e]!) continue;
      const whole = spent + problem.pairCost[k]! + problem.load(load + 1);
      if (whole >= bestCost || !mayCome(k, to)) continue;
      bestCost = whole;
      best = [...chain, { pair: k, bit: to.bit, from: -1 }];
    }
    if (chain.length >= moves) return;
    const last = chain.length + 1 === moves;
    for (let k = from; k < end; k++) {
      const e = market.pairExpert[k]!;
      const p = market.pairPlace[k]!;
      if (state.loads[e] === 0 || !mayCome(k, to)) continue;
      const cost = spent + problem.pairCost[k]! + tax;
      for (const place of state.pairOf[p]! >= 0 ? [p] : state.held[e]!) {
        const left = state.pairOf[place]!;
        const next = { session: state.sessionOf(left), bit: state.bitOf[place]! };
        if (next.session === to.session && next.bit === to.bit) continue;
        const then = cost - problem.pairCost[left]!;
        if (last && then + leastCall(next.session) >= bestCost) continue;
        chain.push({ pair: k, bit: to.bit, from: place });
        used.add(e);
        walk(next, then);
        used.delete(e);
        chain.pop();
      }
    }
  };
  walk(seat, 0);
  return best;
}

/** Whether another of the organisation sits in the session, those leaving it in the chain apart. */
function sitsAlready(state: State, session: number, org: number, expert: number, chain: Step[]): boolean {
  if (org < 0) return false;
  const { market } = state;
  for (let k = market.pairFirst[session]!; k < market.pairFirst[session + 1]!; k++) {
    const other = market.pairExpert[k]!;
    if (other === expert || market.org[other] !== org) continue;
    const p = market.pairPlace[k]!;
    const leaves = chain.some((step) => step.from === p);
    const comes = chain.some((step) => step.pair === k);
    if ((state.pairOf[p] === k && !leaves) || comes) return true;
  }
  return false;
}
