/**
 * Whole numbers that add up to `total` and stay within one of their quotas (largest remainder; ties go to
 * the earlier index, so callers sort by id first).
 * @param shares non-negative numbers, not all zero; they need not add up to one.
 */
export function apportion(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  if (!(sum > 0)) return shares.map(() => 0);
  return apportionQuotas(
    total,
    shares.map((s) => (total * s) / sum),
  );
}

/**
 * The same for ready quotas that add up to `total` (some may be a little below zero when a carried rounding
 * is inside). Results are never negative and add up to `total` exactly.
 */
export function apportionQuotas(total: number, quotas: readonly number[]): number[] {
  // A quota that is whole but for the noise of floating point must not lose its unit to another.
  const clean = quotas.map((q) => (Math.abs(q - Math.round(q)) < 1e-9 ? Math.round(q) : q));
  const whole = clean.map((q) => Math.max(0, Math.floor(q)));
  const order = clean
    .map((_, k) => k)
    .sort((a, b) => clean[b]! - whole[b]! - (clean[a]! - whole[a]!) || a - b);
  let left = total - whole.reduce((a, b) => a + b, 0);
  for (let k = 0; left > 0 && order.length > 0; k = (k + 1) % order.length) {
    whole[order[k]!]!++;
    left--;
  }
  for (let k = order.length - 1; left < 0; k = (k - 1 + order.length) % order.length) {
    if (whole[order[k]!]! === 0) continue;
    whole[order[k]!]!--;
    left++;
  }
  return whole;
}
