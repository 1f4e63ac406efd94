import type { DomainSystem } from './check-plan.ts';
import { ExactSum } from './sum.ts';

export interface DomainCap {
  stage: number;
  limit: number;
}

/**
 * Lower bound of the goal of one stage from multipliers by row key, computed from domain rows alone.
 * Any multipliers give a true bound (weak duality); wrong ones only make it weak.
 */
export function domainBound(
  system: DomainSystem,
  stage: number,
  caps: DomainCap[],
  y: ReadonlyMap<string, number>,
): number {
  const total = new ExactSum();
  const reduced = new Map<string, ExactSum>();
  const meet = (column: string, v: number) => {
    let s = reduced.get(column);
    if (!s) {
      s = new ExactSum();
      reduced.set(column, s);
    }
    s.add(v);
  };
  for (const row of system.rows) {
    const m = y.get(row.key);
    if (!m) continue;
    const side = m > 0 ? row.lo : row.hi;
    if (!Number.isFinite(side)) continue;
    total.add(m * side);
    for (const [column, a] of row.terms) meet(column, -m * a);
  }
  for (const cap of caps) {
    const m = y.get(`stage|${cap.stage}`);
    // A cap has an upper side only.
    if (!m || m > 0) continue;
    total.add(m * cap.limit);
    for (const [column, c] of system.columns) {
      const a = c.cost[cap.stage - 1]!;
      if (a !== 0) meet(column, -m * a);
    }
  }
  for (const [column, c] of system.columns) {
    const s = reduced.get(column) ?? new ExactSum();
    s.add(c.cost[stage - 1]!);
    const d = s.value;
    if (d !== 0) total.add(d * (d > 0 ? c.lo : c.hi));
  }
  return total.value;
}
