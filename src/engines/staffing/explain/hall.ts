import { ROLES } from '../model/market.ts';
import type { Problem } from '../model/problem.ts';
import type { NetworkSolution } from '../solve/solve-network.ts';
import type { HallCertificate, Id, Unfilled } from '../types.ts';

/**
 * Why each empty seat is empty. From the seat's demand everything is gathered that could give way to it, however
 * dear. When no expert among them has room, the gathered seats and experts are Hall's proof: more seats than all the
 * experts eligible for them can serve. Otherwise the seat could be filled, at a price above its penalty.
 */
export function explainUnfilled(problem: Problem, s: NetworkSolution): Unfilled[] {
  const { market } = problem;
  const out: Unfilled[] = [];
  const known = new Map<number, HallCertificate>();
  for (let d = 0; d < market.demandNeed.length; d++) {
    const missing = market.demandNeed[d]! - s.filled[d]!;
    if (missing === 0) continue;
    const certificate = known.get(d) ?? certify(problem, s, d, known);
    const session = market.instance.sessions[market.demandSession[d]!]!;
    const role = ROLES[market.demandRole[d]! >> 1]!;
    for (let i = 0; i < missing; i++) out.push({ session: session.id, role, certificate });
  }
  return out;
}

interface Reach {
  demands: number[];
  experts: Set<number>;
  places: Set<number>;
  /** An expert with room was met. */
  open: boolean;
}

function reach(problem: Problem, s: NetworkSolution, from: number): Reach {
  const { market, open } = problem;
  const seen = new Uint8Array(market.demandNeed.length);
  const out: Reach = { demands: [from], experts: new Set(), places: new Set(), open: false };
  const places = new Map<number, number[]>();
  seen[from] = 1;
  const meet = (d: number) => {
    if (d < 0 || seen[d]) return;
    seen[d] = 1;
    out.demands.push(d);
  };
  for (let p = 0; p < s.takenBy.length; p++)
    if (s.takenBy[p]! >= 0) {
      const e = market.placeExpert[p]!;
      const list = places.get(e);
      if (list) list.push(p);
      else places.set(e, [p]);
    }
  for (let i = 0; i < out.demands.length; i++) {
    const d = out.demands[i]!;
    const session = market.demandSession[d]!;
    for (let k = market.pairFirst[session]!; k < market.pairFirst[session + 1]!; k++) {
      if (!(open[k]! & market.demandRole[d]!)) continue;
      const p = market.pairPlace[k]!;
      out.places.add(p);
      if (s.takenBy[p]! >= 0) {
        meet(s.takenBy[p]!);
        continue;
      }
      const e = market.pairExpert[k]!;
      if (out.experts.has(e)) continue;
      out.experts.add(e);
      if (s.loads[e]! < market.maxLoad[e]!) out.open = true;
      for (const other of places.get(e) ?? []) {
        out.places.add(other);
        meet(s.takenBy[other]!);
      }
    }
  }
  return out;
}

function certify(
  problem: Problem,
  s: NetworkSolution,
  d: number,
  known: Map<number, HallCertificate>,
): HallCertificate {
  const { market } = problem;
  const found = reach(problem, s, d);
  const session = market.instance.sessions[market.demandSession[d]!]!;
  const seat = (one: number) => ({
    session: market.instance.sessions[market.demandSession[one]!]!.id,
    role: ROLES[market.demandRole[one]! >> 1]!,
    need: market.demandNeed[one]!,
  });
  const byOrganisation = session.onePerOrg && found.open;
  if (found.open) {
    const price = s.demandPrice[d]! / problem.unit;
    const certificate: HallCertificate = {
      kind: byOrganisation ? 'organisations' : 'price',
      seats: [seat(d)],
      demand: market.demandNeed[d]!,
      experts: [],
      supply: s.filled[d]!,
      price,
      words: {
        id: byOrganisation ? 'unfilled.organisations' : 'unfilled.price',
        params: { session: session.id, role: seat(d).role, price },
      },
    };
    known.set(d, certificate);
    return certificate;
  }
  const byExpert = new Map<number, Id[]>();
  for (const p of found.places) {
    const e = market.placeExpert[p]!;
    if (found.experts.has(e)) continue;
    const days = byExpert.get(e) ?? [];
    days.push(market.days[market.placeDay[p]!]!);
    byExpert.set(e, days);
  }
  const names = market.instance.experts;
  const experts: HallCertificate['experts'] = [
    ...[...found.experts].map((e) => ({ expert: names[e]!.id, most: market.maxLoad[e]! })),
    ...[...byExpert].map(([e, days]) => ({ expert: names[e]!.id, days, most: days.length })),
  ];
  const demand = found.demands.reduce((sum, one) => sum + market.demandNeed[one]!, 0);
  const supply = experts.reduce((sum, one) => sum + one.most, 0);
  const sessions = new Set(found.demands.map((one) => market.demandSession[one]!));
  const days = new Set([...sessions].map((one) => String(market.instance.sessions[one]!.day)));
  const competences = new Set([...sessions].map((one) => String(market.instance.sessions[one]!.competence)));
  const certificate: HallCertificate = {
    kind: 'shortage',
    seats: found.demands.map(seat),
    demand,
    experts,
    supply,
    words: {
      id: experts.length === 0 ? 'unfilled.nobody' : 'unfilled.shortage',
      params: {
        session: session.id,
        role: seat(d).role,
        competences: [...competences].join(', '),
        days: [...days].join(', '),
        sessions: sessions.size,
        demand,
        experts: experts.length,
        supply,
        short: demand - supply,
      },
    },
  };
  // every empty seat of the set has the same proof
  for (const one of found.demands) known.set(one, certificate);
  return certificate;
}
