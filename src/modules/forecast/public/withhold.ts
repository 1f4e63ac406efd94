export interface PublicCell {
  key: string;
  need: number;
  /** Enterprises of open class behind it: restricted ones never count towards the three. */
  enterprises: number;
  /** Share of the largest enterprise in the cell. */
  largest: number;
  /** Only enterprises of restricted class stand behind it. */
  restricted: boolean;
}

export interface Limits {
  minEnterprises: number;
  dominance: number;
}

/** Whether a cell by itself would tell about one enterprise. A cell of the model alone has no enterprise. */
export const tells = (cell: PublicCell, { minEnterprises, dominance }: Limits): boolean =>
  cell.restricted ||
  (cell.enterprises > 0 && (cell.enterprises < minEnterprises || cell.largest > dominance));

/**
 * Withholds cells so that none can be recovered by subtracting the shown ones from the total: what is hidden
 * together must itself pass the rule, so further cells, the smallest first, are hidden until it does (secondary
 * suppression). Rows whose enterprises are restricted never count towards the three.
 */
export function withhold<C extends PublicCell>(
  cells: readonly C[],
  limits: Limits,
): { shown: C[]; withheld: number } {
  const hidden = cells.filter((cell) => tells(cell, limits));
  const rest = cells
    .filter((cell) => !tells(cell, limits))
    .toSorted((a, b) => a.need - b.need || (a.key < b.key ? -1 : 1));
  while (rest.length > 0 && hidden.length > 0 && !blurred(hidden, limits)) hidden.push(rest.shift() as C);
  const gone = new Set(hidden.map(({ key }) => key));
  return { shown: cells.filter(({ key }) => !gone.has(key)), withheld: hidden.length };
}

/** Whether the sum of the hidden cells tells nothing about one of them. */
function blurred(hidden: readonly PublicCell[], { dominance }: Limits): boolean {
  if (hidden.length < 2) return false;
  const total = hidden.reduce((sum, cell) => sum + cell.need, 0);
  return total > 0 && hidden.every((cell) => cell.need <= dominance * total);
}
