import type { Problem } from '../model/problem.ts';
import { dualValue } from './bound.ts';
import { type NetworkSolution, solveNetwork } from './solve-network.ts';

/** How the search was divided; leaves hold a network solved to its optimum. */
export type Tree =
  | { kind: 'leaf'; solution: NetworkSolution }
  | {
      kind: 'split';
      session: number;
      org: number;
      halves: [{ experts: number[]; tree: Tree }, { experts: number[]; tree: Tree }];
    };

export interface Branched {
  root: Tree;
  /** Best staffing found that obeys every rule. */
  solution: NetworkSolution;
  /** No staffing costs less, in whole units. */
  bound: number;
}

/** Networks solved at most; the bound tells what is left open. */
const MOST_NODES = 400;

/** Some of one organisation may sit in the session, but not two. */
interface Clash {
  session: number;
  org: number;
  pairs: number[];
}

/**
 * Least cost where sessions take at most one expert of an organisation. That rule is no flow, so it is left out of
 * the network, and where an optimum breaks it the eligible experts of the organisation are parted into two halves:
 * either nobody of the first or nobody of the second sits there. Best first, each network's optimum is its bound.
 */
export function branchOrganisations(problem: Problem): Branched {
  const first = solveNetwork(problem);
  let root: Tree = { kind: 'leaf', solution: first };
  interface Open {
    tree: Tree;
    problem: Problem;
    bound: number;
    put(tree: Tree): void;
  }
  const open: Open[] = [
    {
      tree: root,
      problem,
      bound: dualValue(problem, first),
      put(tree) {
        root = tree;
      },
    },
  ];
  let best: NetworkSolution | null = null;
  let nodes = 1;
  while (open.length > 0) {
    let at = 0;
    for (let i = 1; i < open.length; i++) if (open[i]!.bound < open[at]!.bound) at = i;
    const node = open[at]!;
    if (best && node.bound >= best.cost) break;
    const solution = (node.tree as { solution: NetworkSolution }).solution;
    const clash = findClash(problem, solution);
    if (!clash) {
      best = solution;
      break;
    }
    const repaired = dropClashes(problem, solution);
    if (!best || repaired.cost < best.cost) best = repaired;
    if (nodes >= MOST_NODES) break;
    open.splice(at, 1);
    const halves = parted(problem, node.problem, solution, clash).map((pairs) => {
      const closed = { ...node.problem, open: node.problem.open.slice() };
      for (const k of pairs) closed.open[k] = 0;
      nodes++;
      const solved = solveNetwork(closed);
      const tree: Tree = { kind: 'leaf', solution: solved };
      return { experts: pairs.map((k) => problem.market.pairExpert[k]!), tree, closed, solved };
    });
    const [a, b] = [halves[0]!, halves[1]!];
    const split: Tree & { kind: 'split' } = {
      kind: 'split',
      session: clash.session,
      org: clash.org,
      halves: [
        { experts: a.experts, tree: a.tree },
        { experts: b.experts, tree: b.tree },
      ],
    };
    node.put(split);
    halves.forEach((half, i) => {
      open.push({
        tree: half.tree,
        problem: half.closed,
        bound: Math.max(node.bound, dualValue(half.closed, half.solved)),
        put(tree) {
          split.halves[i]!.tree = tree;
        },
      });
    });
  }
  const least = open.reduce((low, node) => Math.min(low, node.bound), Number.POSITIVE_INFINITY);
  return { root, solution: best!, bound: Math.min(best!.cost, least) };
}

/** The first session and organisation with two experts. */
function findClash(problem: Problem, s: NetworkSolution): Clash | null {
  const { market } = problem;
  if (!market.instance.sessions.some((session) => session.onePerOrg)) return null;
  const seen = new Map<number, number[]>();
  for (let p = 0; p < s.pairOf.length; p++) {
    const k = s.pairOf[p]!;
    if (k < 0) continue;
    const session = market.demandSession[s.takenBy[p]!]!;
    const org = market.org[market.pairExpert[k]!]!;
    if (org < 0 || !market.instance.sessions[session]!.onePerOrg) continue;
    const key = session * market.orgNames.length + org;
    const pairs = seen.get(key) ?? [];
    pairs.push(k);
    seen.set(key, pairs);
    if (pairs.length > 1) return { session, org, pairs };
  }
  return null;
}

/** Two halves of the organisation's open pairs, the clashing ones on different sides. */
function parted(problem: Problem, node: Problem, s: NetworkSolution, clash: Clash): [number[], number[]] {
  const { market } = problem;
  const sides: [number[], number[]] = [[], []];
  let seated = 0;
  let other = 0;
  for (let k = market.pairFirst[clash.session]!; k < market.pairFirst[clash.session + 1]!; k++) {
    if (!node.open[k] || market.org[market.pairExpert[k]!] !== clash.org) continue;
    const sits = s.pairOf[market.pairPlace[k]!] === k;
    sides[sits ? seated++ % 2 : other++ % 2]!.push(k);
  }
  return sides;
}

/** The same staffing with seats given up where an organisation has a second expert: a first answer that obeys. */
function dropClashes(problem: Problem, s: NetworkSolution): NetworkSolution {
  const { market } = problem;
  const out: NetworkSolution = {
    ...s,
    takenBy: s.takenBy.slice(),
    pairOf: s.pairOf.slice(),
    filled: s.filled.slice(),
    loads: s.loads.slice(),
  };
  for (let clash = findClash(problem, out); clash; clash = findClash(problem, out)) {
    const k = clash.pairs[1]!;
    const p = market.pairPlace[k]!;
    const d = out.takenBy[p]!;
    const e = market.pairExpert[k]!;
    out.cost += problem.empty(market.demandRole[d]!) - problem.pairCost[k]! - problem.load(out.loads[e]!);
    out.takenBy[p] = -1;
    out.pairOf[p] = -1;
    out.filled[d]! -= 1;
    out.loads[e]! -= 1;
  }
  return out;
}
