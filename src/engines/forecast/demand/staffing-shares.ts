import { dampedSum } from '../series/damping.ts';

/** Staff of an industry by occupation in one year. */
export interface StaffingYear {
  year: number;
  headcount: ReadonlyMap<string, number>;
}

/**
 * Staffing shares of an industry in `year`: from the latest year known, drifting on log-ratios to the
 * largest occupation, η(y+k) = η + δ·(φ + … + φ^k), |δ| ≤ limit; so shares stay in 0…1 and add up to one.
 * An occupation absent in the first or the last known year does not drift; one at zero stays at zero.
 * @param years sorted by year, at least one, each with staff.
 */
export function staffingShares(
  years: readonly StaffingYear[],
  year: number,
  fade: number,
  limit: number,
): Map<string, number> {
  const first = years[0]!;
  const last = years[years.length - 1]!;
  const codes = [...last.headcount.keys()].filter((o) => last.headcount.get(o)! > 0).sort();
  let reference = codes[0];
  for (const o of codes) if (last.headcount.get(o)! > last.headcount.get(reference!)!) reference = o;
  if (reference === undefined) return new Map();
  const steps = Math.max(0, year - last.year);
  const g = dampedSum(fade, steps);
  const refLast = last.headcount.get(reference)!;
  const refFirst = first.headcount.get(reference) ?? 0;
  const weights = codes.map((o) => {
    const now = last.headcount.get(o)!;
    const then = first.headcount.get(o) ?? 0;
    const eta = Math.log(now / refLast);
    if (last.year === first.year || then <= 0 || refFirst <= 0) return Math.exp(eta);
    const drift = (eta - Math.log(then / refFirst)) / (last.year - first.year);
    return Math.exp(eta + Math.min(limit, Math.max(-limit, drift)) * g);
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  return new Map(codes.map((o, k) => [o, weights[k]! / sum]));
}
