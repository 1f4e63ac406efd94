/** A figure over several enterprises, with what decides whether it may be shown to others. */
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
 * Withholds rows so that no figure of theirs can be recovered by subtracting the shown ones from the total: what is
 * hidden together must itself pass the rule, so further rows, the smallest first, are hidden until it does (secondary
 * suppression). `figures` gives the figures of a row, always the same ones in the same order; the first sorts.
 */
export function withholdRows<R>(
  rows: readonly R[],
  figures: (row: R) => readonly PublicCell[],
  limits: Limits,
): { shown: R[]; withheld: number } {
  const all = rows.map((row, at) => ({ row, at, cells: figures(row) }));
  const unsafe = (it: (typeof all)[number]) => it.cells.some((cell) => tells(cell, limits));
  const size = (it: (typeof all)[number]) => it.cells[0]?.need ?? 0;
  const hidden = all.filter(unsafe);
  const rest = all
    .filter((it) => !unsafe(it))
    .toSorted((a, b) => size(a) - size(b) || ((a.cells[0]?.key ?? '') < (b.cells[0]?.key ?? '') ? -1 : 1));
  const safe = () =>
    (hidden[0]?.cells ?? []).every((_, i) => {
      const column = hidden.flatMap((it) => it.cells[i] ?? []);
      return (i > 0 && column.every((cell) => cell.need === 0)) || blurred(column, limits);
    });
  while (rest.length > 0 && hidden.length > 0 && !safe()) hidden.push(rest.shift() as (typeof all)[number]);
  const gone = new Set(hidden.map(({ at }) => at));
  return { shown: rows.filter((_, at) => !gone.has(at)), withheld: hidden.length };
}

/** The same for rows of one figure. */
export const withhold = <C extends PublicCell>(
  cells: readonly C[],
  limits: Limits,
): { shown: C[]; withheld: number } => withholdRows(cells, (cell) => [cell], limits);

/** Whether the sum of the hidden cells tells nothing about one of them, nor about fewer enterprises than allowed. */
function blurred(hidden: readonly PublicCell[], { minEnterprises, dominance }: Limits): boolean {
  if (hidden.length < 2) return false;
  const total = hidden.reduce((sum, cell) => sum + cell.need, 0);
  const behind = hidden.reduce((sum, cell) => sum + cell.enterprises, 0);
  return (
    total > 0 &&
    hidden.every((cell) => cell.need <= dominance * total) &&
    (behind === 0 || behind >= minEnterprises)
  );
}
