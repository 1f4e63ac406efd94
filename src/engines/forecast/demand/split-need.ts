import type { CrosswalkEdge, OccupationRef } from '../input.ts';
import { apportion } from '../largest-remainder.ts';
import type { NeedCell, ProgrammeNeed, UnmappedNeed } from '../result.ts';

export interface Part {
  programme: string;
  amount: number;
  whole: number;
}

/**
 * Hands a need to programmes by crosswalk weights. What the weights leave is `unmapped`, never dropped:
 * amounts add up to the need, whole numbers to the whole need (largest remainder).
 * @param edges of one code, Σ weight ≤ 1, sorted by programme.
 */
export function splitNeed(
  amount: number,
  whole: number,
  edges: readonly Pick<CrosswalkEdge, 'programme' | 'weight'>[],
): { parts: Part[]; unmapped: { amount: number; whole: number } } {
  const used = edges.reduce((a, e) => a + e.weight, 0);
  // Weights like 0.1 + 0.2 + 0.7 must not leave a remainder of floating-point dust.
  const left = 1 - used < 1e-9 ? 0 : 1 - used;
  const wholes = apportion(whole, [...edges.map((e) => e.weight), left]);
  const parts = edges.map((e, k) => ({
    programme: e.programme,
    amount: amount * e.weight,
    whole: wholes[k]!,
  }));
  const mapped = parts.reduce((a, p) => a + p.amount, 0);
  return { parts, unmapped: { amount: left === 0 ? 0 : amount - mapped, whole: wholes[edges.length]! } };
}

/** Splits every cell; an occupation without edges looks along its fallback codes, nearest first. */
export function splitNeeds(
  cells: readonly NeedCell[],
  crosswalk: readonly CrosswalkEdge[],
  occupations: readonly OccupationRef[],
): { programmeNeeds: ProgrammeNeed[]; unmapped: UnmappedNeed[] } {
  const edges = new Map<string, CrosswalkEdge[]>();
  for (const e of crosswalk) edges.set(e.from, [...(edges.get(e.from) ?? []), e]);
  for (const list of edges.values()) list.sort((a, b) => (a.programme < b.programme ? -1 : 1));
  const chain = new Map(occupations.map((o) => [o.id, o.fallback]));
  const needs = new Map<string, ProgrammeNeed>();
  const unmapped: UnmappedNeed[] = [];
  for (const { occupation, zone, year, trainNeed, trainNeedWhole } of cells) {
    const via = [occupation, ...(chain.get(occupation) ?? [])].find((code) => edges.has(code)) ?? occupation;
    const split = splitNeed(trainNeed, trainNeedWhole, edges.get(via) ?? []);
    for (const { programme, amount, whole } of split.parts) {
      const key = `${year}\u0000${programme}\u0000${zone}`;
      const need = needs.get(key) ?? { programme, zone, year, amount: 0, whole: 0, from: [] };
      needs.set(key, need);
      need.amount += amount;
      need.whole += whole;
      need.from.push({ occupation, via, amount, whole });
    }
    if (split.unmapped.amount > 0 || split.unmapped.whole > 0)
      unmapped.push({ occupation, zone, year, ...split.unmapped });
  }
  return { programmeNeeds: [...needs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, n]) => n), unmapped };
}
