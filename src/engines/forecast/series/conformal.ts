/** Normalised log errors known so far, sorted, by horizon. */
export interface ErrorPool {
  horizon: number;
  sorted: Float64Array;
}

/** Prior of the growth of errors with the horizon: between a random walk (½) and a wrong trend (1). */
const GROWTH_PRIOR = 0.75;
const GROWTH_PRIOR_WEIGHT = 30;
/** How fast the evidence of another horizon fades: a horizon twice as far counts 2^-4. */
const NEARNESS = 4;

/** Value below which the share `p` of an ascending array lies. */
function quantileOfSorted(sorted: Float64Array, p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))]!;
}

/**
 * Exponent γ in |error(h)| ∝ h^γ, by regression of the 80 % point of |error| inside each level, drawn to ¾
 * while the record is short.
 * @param levels pools of each level.
 */
export function errorGrowth(levels: readonly (readonly ErrorPool[])[]): number {
  let up = GROWTH_PRIOR * GROWTH_PRIOR_WEIGHT;
  let down = GROWTH_PRIOR_WEIGHT;
  for (const pools of levels) {
    const points = pools
      .filter((p) => p.sorted.length >= 5)
      .map((p) => ({
        x: Math.log(p.horizon),
        y: Math.log(Math.max(quantileOfSorted(p.sorted.map(Math.abs).sort(), 0.8), 1e-9)),
        w: Math.sqrt(p.sorted.length) / 10,
      }));
    if (points.length < 2) continue;
    const w = points.reduce((a, p) => a + p.w, 0);
    const mx = points.reduce((a, p) => a + p.w * p.x, 0) / w;
    const my = points.reduce((a, p) => a + p.w * p.y, 0) / w;
    for (const p of points) {
      up += p.w * (p.x - mx) * (p.y - my);
      down += p.w * (p.x - mx) ** 2;
    }
  }
  return Math.max(0, up / down);
}

/** One pool with the weight of each of its errors. */
export interface WeightedPool extends ErrorPool {
  weight: number;
}

/** Own pools at weight 1; `lent` pools of the other levels share `borrowed` (mass, in units of own errors). */
export function joinPools(
  own: readonly ErrorPool[],
  lent: readonly ErrorPool[],
  lentShare: number,
): WeightedPool[] {
  const size = (pools: readonly ErrorPool[]) => pools.reduce((a, p) => a + p.sorted.length, 0);
  const ownSize = size(own);
  const lentSize = size(lent);
  const share = ownSize === 0 ? 1 : lentShare;
  const ownWeight = ownSize === 0 ? 0 : (1 - share) / ownSize;
  const lentWeight = lentSize === 0 ? 0 : share / lentSize;
  return [
    ...own.map((p) => ({ ...p, weight: ownWeight })),
    ...lent.map((p) => ({ ...p, weight: lentWeight })),
  ].filter((p) => p.weight > 0 && p.sorted.length > 0);
}

/**
 * Quantile of normalised log errors at horizon `h`: errors of other horizons are stretched by (h/h')^γ and
 * count less the farther they are. Returns NaN when nothing is known.
 */
export function errorQuantile(pools: readonly WeightedPool[], h: number, p: number, growth: number): number {
  const scaled = pools.map((pool) => ({
    sorted: pool.sorted,
    stretch: (h / pool.horizon) ** growth,
    weight: pool.weight * Math.exp(-NEARNESS * Math.abs(Math.log(pool.horizon / h))),
  }));
  const total = scaled.reduce((a, s) => a + s.weight * s.sorted.length, 0);
  if (!(total > 0)) return Number.NaN;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const s of scaled) {
    low = Math.min(low, s.sorted[0]! * s.stretch);
    high = Math.max(high, s.sorted[s.sorted.length - 1]! * s.stretch);
  }
  // Bisection on the mixture's distribution function: cheaper than sorting all horizons together.
  for (let step = 0; step < 60 && high - low > 1e-12; step++) {
    const middle = (low + high) / 2;
    let mass = 0;
    for (const s of scaled) mass += s.weight * countAtMost(s.sorted, middle / s.stretch);
    if (mass >= p * total) high = middle;
    else low = middle;
  }
  return high;
}

function countAtMost(sorted: Float64Array, x: number): number {
  let a = 0;
  let b = sorted.length;
  while (a < b) {
    const middle = (a + b) >> 1;
    if (sorted[middle]! <= x) a = middle + 1;
    else b = middle;
  }
  return a;
}
