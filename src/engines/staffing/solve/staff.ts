import { explainUnfilled } from '../explain/hall.ts';
import { buildMarket, type Market, ROLES } from '../model/market.ts';
import { costProblem, type Problem } from '../model/problem.ts';
import { bestMinimum } from '../scores/best-minimum.ts';
import type { Id, Prices, Proof, Role, Seating, StaffingInstance, StaffingResult } from '../types.ts';
import { branchOrganisations, type Tree } from './branch-organisations.ts';
import type { NetworkSolution } from './solve-network.ts';

/**
 * Staffs sessions with experts by the rule of the instance. Pure and deterministic; ids come back as given.
 * Rule `cost`: least cost, proved (gap 0) unless `onePerOrg` leaves a search unfinished. Rule `max-min-score`: best
 * minimum of the summed score over sessions, then the greatest total.
 */
export function staff(instance: StaffingInstance): StaffingResult {
  const market = buildMarket(instance);
  if (instance.rule === 'max-min-score') return byScores(market);
  const problem = costProblem(market);
  const tree = branchOrganisations(problem);
  const { solution } = tree;
  const cost = solution.cost / problem.unit;
  const bound = Math.min(cost, tree.bound / problem.unit);
  const base = facts(market, solution);
  const exact = costOf(market, base.assignment);
  // where it is proved they are one number, whatever fractions of weights add up to
  const least = tidy(cost - bound) === 0 ? exact : Math.min(exact, bound);
  return {
    ...base,
    rule: instance.rule,
    bound: least,
    gap: exact - least,
    cost: exact,
    unfilled: explainUnfilled(problem, solution),
    proof: proofOf(problem, tree.root),
  };
}

function byScores(market: Market): StaffingResult {
  const answer = bestMinimum(market);
  const base = facts(market, answer.solution);
  return {
    ...base,
    rule: 'max-min-score',
    cost: costOf(market, base.assignment),
    bound: answer.minimumBound,
    gap: tidy(answer.minimumBound - answer.minimum),
    score: { minimum: answer.minimum, total: answer.total, totalBound: answer.totalBound },
    unfilled: explainUnfilled(answer.problem, answer.solution),
  };
}

const tidy = (gap: number): number => (Math.abs(gap) < 1e-9 ? 0 : gap);

/** The seats taken, loads and kilometres of a solution. */
function facts(market: Market, s: NetworkSolution) {
  const { instance } = market;
  const assignment: Seating[] = [];
  const loads: number[] = [];
  let km = 0;
  const rows: [number, number][] = [];
  for (let p = 0; p < s.takenBy.length; p++) if (s.takenBy[p]! >= 0) rows.push([s.takenBy[p]!, s.pairOf[p]!]);
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const [d, k] of rows) {
    km += market.pairKm[k]!;
    assignment.push({
      session: instance.sessions[market.demandSession[d]!]!.id,
      expert: instance.experts[market.pairExpert[k]!]!.id,
      role: roleName(market.demandRole[d]!),
    });
  }
  for (let e = 0; e < market.experts; e++) loads[s.loads[e]!] = (loads[s.loads[e]!] ?? 0) + 1;
  return { assignment, km, loads: Array.from(loads, (count) => count ?? 0) };
}

export const roleName = (bit: number): Role => ROLES[bit >> 1]!;

/** Cost of an assignment by the formula of the format. */
export function costOf(market: Market, assignment: readonly Seating[]): number {
  const w = market.instance.weights;
  const loads = new Int32Array(market.experts);
  const filled = new Map<string, number>();
  let km = 0;
  for (const seat of assignment) {
    const s = market.sessionOf.get(String(seat.session))!;
    const e = market.expertOf.get(String(seat.expert))!;
    loads[e]! += 1;
    const key = `${s} ${seat.role}`;
    filled.set(key, (filled.get(key) ?? 0) + 1);
    for (let k = market.pairFirst[s]!; k < market.pairFirst[s + 1]!; k++)
      if (market.pairExpert[k] === e) km += market.pairKm[k]!;
  }
  const missing = { chief: 0, member: 0, employer: 0 };
  for (let d = 0; d < market.demandNeed.length; d++) {
    const role = roleName(market.demandRole[d]!);
    missing[role] += market.demandNeed[d]! - (filled.get(`${market.demandSession[d]} ${role}`) ?? 0);
  }
  let squares = 0;
  for (let e = 0; e < market.experts; e++) for (let k = 1; k <= loads[e]!; k++) squares += k * k;
  return (
    w.unfilledMember * missing.member +
    w.unfilledChief * missing.chief +
    (w.unfilledEmployer ?? w.unfilledMember) * missing.employer +
    w.km * km +
    w.load * squares
  );
}

function proofOf(problem: Problem, tree: Tree): Proof {
  if (tree.kind === 'leaf') return { prices: pricesOf(problem, tree.solution) };
  const { market } = problem;
  const ids = (list: number[]): Id[] => list.map((e) => market.instance.experts[e]!.id);
  return {
    session: market.instance.sessions[tree.session]!.id,
    org: market.orgNames[tree.org]!,
    without: [
      { experts: ids(tree.halves[0].experts), proof: proofOf(problem, tree.halves[0].tree) },
      { experts: ids(tree.halves[1].experts), proof: proofOf(problem, tree.halves[1].tree) },
    ],
  };
}

function pricesOf(problem: Problem, s: NetworkSolution): Prices {
  const { market, unit } = problem;
  const { experts } = market.instance;
  const out: Prices = { experts: [], days: [] };
  const base = problem.load(1);
  for (let e = 0; e < market.experts; e++)
    if (s.expertPrice[e]! !== base) out.experts.push([experts[e]!.id, s.expertPrice[e]! / unit]);
  for (let p = 0; p < s.placePrice.length; p++)
    if (s.placePrice[p]! > 0)
      out.days.push([
        experts[market.placeExpert[p]!]!.id,
        market.days[market.placeDay[p]!]!,
        s.placePrice[p]! / unit,
      ]);
  return out;
}
