import type { Panel } from './panel.ts';

/** Observations a series needs before it may move its relatives. */
const STEADY = 10;
/** Children that miss their parent by more than this share of it are not its parts. */
const COHERENT = 0.005;
/** Error variance ∝ size^1.5: between independent units (1) and one common shock (2). */
const SIZE_POWER = 1.5;

/** Parts of each parent at one origin: node index → indexes of its children, empty when there are none. */
export type Parts = number[][];

/**
 * Finds which children add up to their parent at year index `t`, from facts of `t` alone. A parent may have
 * several breakdowns (by level); the one with most members is taken.
 */
export function findParts(panel: Panel, t: number): Parts {
  const groups = new Map<number, Map<string, number[]>>();
  panel.nodes.forEach((node, i) => {
    if (node.parent < 0 || node.counts[t]! === 0) return;
    const byLevel = groups.get(node.parent) ?? new Map<string, number[]>();
    groups.set(node.parent, byLevel);
    byLevel.set(node.level, [...(byLevel.get(node.level) ?? []), i]);
  });
  const parts: Parts = panel.nodes.map(() => []);
  for (const [parent, byLevel] of groups) {
    const whole = panel.nodes[parent]!;
    if (!(whole.counts[t]! >= STEADY) || Number.isNaN(whole.values[t]!)) continue;
    for (const level of panel.levels) {
      const members = byLevel.get(level) ?? [];
      if (members.length <= parts[parent]!.length) continue;
      // A missing or young child makes the comparison NaN or false, and the group is left alone.
      const sum = members.reduce((a, i) => a + panel.nodes[i]!.values[t]!, 0);
      const steady = members.every((i) => panel.nodes[i]!.counts[t]! >= STEADY);
      if (steady && Math.abs(sum - whole.values[t]!) <= COHERENT * whole.values[t]!) parts[parent] = members;
    }
  }
  return parts;
}

/**
 * Weighted least squares reconciliation with diagonal variances, exact on trees in two passes: upwards each
 * parent joins its own forecast with the sum of its children by precision, downwards the difference is given
 * to the children in proportion to their variance. Same result as S(SᵀW⁻¹S)⁻¹SᵀW⁻¹ŷ.
 * @param base forecasts by node, NaN where there is none; @returns a new array.
 */
export function reconcile(base: Float64Array, parts: Parts): Float64Array {
  const joined = Float64Array.from(base);
  const variance = base.map((v) => Math.max(v, 1e-9) ** SIZE_POWER);
  const order = topDown(parts);
  const sums = new Float64Array(base.length);
  const spreads = new Float64Array(base.length);
  for (const p of [...order].reverse()) {
    for (const c of parts[p]!) {
      sums[p]! += joined[c]!;
      spreads[p]! += variance[c]!;
    }
    const own = 1 / variance[p]!;
    const below = 1 / spreads[p]!;
    joined[p] = (joined[p]! * own + sums[p]! * below) / (own + below);
    variance[p] = 1 / (own + below);
  }
  for (const p of order) {
    const gap = joined[p]! - sums[p]!;
    const shifted = parts[p]!.map((c) => joined[c]! + (gap * variance[c]!) / spreads[p]!);
    // A forecast below zero means the gap is larger than a child: share it by size instead.
    const scale = sums[p]! > 0 ? joined[p]! / sums[p]! : 1;
    const safe = shifted.every((v) => v >= 0);
    parts[p]!.forEach((c, k) => {
      joined[c] = safe ? shifted[k]! : joined[c]! * scale;
    });
  }
  return joined;
}

/** Parents before their children. */
function topDown(parts: Parts): number[] {
  const isPart = new Set(parts.flat());
  const order: number[] = [];
  const visit = (p: number) => {
    if (parts[p]!.length === 0) return;
    order.push(p);
    parts[p]!.forEach(visit);
  };
  parts.forEach((_, p) => {
    if (!isPart.has(p)) visit(p);
  });
  return order;
}
