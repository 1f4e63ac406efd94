import { CHIEF } from '../model/market.ts';
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

/** After so many networks a first answer is looked for again. */
const DIVE_EVERY = 64;

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
    const clash = findClashes(problem, solution)[0];
    if (!clash) {
      best = solution;
      break;
    }
    if (nodes % DIVE_EVERY === 1) {
      const found = dive(node.problem, solution);
      if (!best || found.cost < best.cost) best = found;
    }
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

/** Sessions and organisations with two experts or more. */
function findClashes(problem: Problem, s: NetworkSolution): Clash[] {
  const { market } = problem;
  if (!market.instance.sessions.some((session) => session.onePerOrg)) return [];
  const seen = new Map<number, Clash>();
  for (let p = 0; p < s.pairOf.length; p++) {
    const k = s.pairOf[p]!;
    if (k < 0) continue;
    const session = market.demandSession[s.takenBy[p]!]!;
    const org = market.org[market.pairExpert[k]!]!;
    if (org < 0 || !market.instance.sessions[session]!.onePerOrg) continue;
    const key = session * market.orgNames.length + org;
    const clash = seen.get(key) ?? { session, org, pairs: [] };
    clash.pairs.push(k);
    seen.set(key, clash);
  }
  return [...seen.values()].filter((clash) => clash.pairs.length > 1);
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

/** A staffing that obeys: in every clash the cheapest stays, the others of the organisation go, and again. */
function dive(problem: Problem, first: NetworkSolution): NetworkSolution {
  const { market, pairCost } = problem;
  const closed = { ...problem, open: problem.open.slice() };
  let solution = first;
  for (;;) {
    const clashes = findClashes(problem, solution);
    if (clashes.length === 0) return solution;
    for (const { session, org, pairs } of clashes) {
      // a chief is harder to find than a member
      const chief = pairs.find((k) => market.demandRole[solution.takenBy[market.pairPlace[k]!]!] === CHIEF);
      const stays = chief ?? pairs.reduce((a, b) => (pairCost[b]! < pairCost[a]! ? b : a));
      for (let k = market.pairFirst[session]!; k < market.pairFirst[session + 1]!; k++)
        if (k !== stays && market.org[market.pairExpert[k]!] === org) closed.open[k] = 0;
    }
    solution = solveNetwork(closed);
  }
}
