export interface Share {
  toCode: string;
  /** Part of the whole, 0…1; all shares of one code add up to one at most. */
  weight: number;
}

export interface Split {
  parts: { toCode: string; amount: number }[];
  /** What no edge takes further: shown, never dropped. */
  unmapped: number;
}

/**
 * Divides a whole amount of people over the edges of one code by largest remainder; the unmapped part takes its
 * turn like an edge of its own. Ties go by code, the unmapped part last. The parts and the remainder add up to
 * `amount` exactly. Throws RangeError on weights that are negative or add up to more than one.
 */
export function splitByCrosswalk(amount: number, edges: readonly Share[]): Split {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError('amount must be a whole number');
  const sum = edges.reduce((total, { weight }) => total + weight, 0);
  if (edges.some(({ weight }) => !(weight >= 0)) || sum > 1 + 1e-9)
    throw new RangeError('weights must not be negative nor add up to more than one');
  const shares = [...edges]
    .sort((a, b) => (a.toCode < b.toCode ? -1 : a.toCode > b.toCode ? 1 : 0))
    .map(({ toCode, weight }) => ({ toCode, exact: amount * weight }));
  const all = [...shares, { toCode: null, exact: Math.max(0, amount * (1 - sum)) }].map((share, order) => {
    // a product such as 0.7 × 10 may lie a hair under its whole number
    const whole = Math.floor(share.exact + 1e-9);
    return { ...share, order, whole, rest: share.exact - whole };
  });
  let left = amount - all.reduce((total, { whole }) => total + whole, 0);
  const turn = [...all].sort((a, b) =>
    Math.abs(b.rest - a.rest) > 1e-9 ? b.rest - a.rest : a.order - b.order,
  );
  for (const share of turn) {
    if (left <= 0) break;
    share.whole += 1;
    left -= 1;
  }
  return {
    parts: all.flatMap(({ toCode, whole }) => (toCode === null ? [] : [{ toCode, amount: whole }])),
    unmapped: all.find(({ toCode }) => toCode === null)?.whole ?? 0,
  };
}
