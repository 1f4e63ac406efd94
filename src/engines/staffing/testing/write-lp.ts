import type { Problem } from '../model/problem.ts';

/**
 * The network problem as text of a linear program, for a foreign solver: x per pair and role, z per session of an
 * expert, u per demand. Every variable has its bounds: an unbounded x would count one expert twice.
 */
export function writeLp(problem: Problem): string {
  const { market, pairCost, open } = problem;
  const objective: string[] = [];
  const demand: string[][] = [];
  const place = new Map<number, string[]>();
  const expert = new Map<number, string[]>();
  const bounds: string[] = [];
  const into = (map: Map<number, string[]>, key: number, term: string) => {
    const list = map.get(key);
    if (list) list.push(term);
    else map.set(key, [term]);
  };
  for (let d = 0; d < market.demandNeed.length; d++) {
    const s = market.demandSession[d]!;
    const terms = [`u${d}`];
    objective.push(`${problem.empty(market.demandRole[d]!)} u${d}`);
    for (let k = market.pairFirst[s]!; k < market.pairFirst[s + 1]!; k++) {
      if (!(open[k]! & market.demandRole[d]!)) continue;
      const x = `x${k}r${market.demandRole[d]}`;
      objective.push(`${pairCost[k]} ${x}`);
      bounds.push(`0 <= ${x} <= 1`);
      terms.push(x);
      into(place, market.pairPlace[k]!, x);
      into(expert, market.pairExpert[k]!, x);
    }
    demand.push(terms);
  }
  const rows: string[] = [];
  demand.forEach((terms, d) => {
    rows.push(`${terms.join('\n+ ')} = ${market.demandNeed[d]}`);
  });
  for (const terms of place.values()) rows.push(`${terms.join('\n+ ')} <= 1`);
  for (const [e, terms] of expert) {
    const steps: string[] = [];
    for (let k = 1; k <= Math.min(market.maxLoad[e]!, market.expertDays[e]!); k++) {
      steps.push(`z${e}k${k}`);
      objective.push(`${problem.load(k)} z${e}k${k}`);
      bounds.push(`0 <= z${e}k${k} <= 1`);
    }
    rows.push(`${terms.join('\n+ ')}\n- ${steps.join('\n- ')} = 0`);
  }
  const named = rows.map((row, k) => `r${k}: ${row}`);
  return `Minimize\nobj: ${objective.join('\n+ ')}\nSubject To\n${named.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd\n`;
}
