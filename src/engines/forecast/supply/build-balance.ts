import type { OtherSupply } from '../input.ts';
import type { BalanceCell, NeedCell, PipelineCell, ProgrammeNeed } from '../result.ts';

/** gap = need − pipeline − other supply, by programme, zone and year; every cell that has any of the three. */
export function buildBalance(
  needs: readonly ProgrammeNeed[],
  pipeline: readonly PipelineCell[],
  other: readonly OtherSupply[],
  years: readonly number[],
  horizonEnd: number,
): BalanceCell[] {
  const cells = new Map<string, BalanceCell>();
  const at = (c: { programme: string; zone: string; year: number }): BalanceCell => {
    const { programme, zone, year } = c;
    const key = `${year}\u0000${programme}\u0000${zone}`;
    const empty = { need: 0, pipeline: 0, otherSupply: 0, gap: 0 };
    const cell = cells.get(key) ?? { programme, zone, year, extrapolation: year > horizonEnd, ...empty };
    cells.set(key, cell);
    return cell;
  };
  for (const n of needs) at(n).need += n.whole;
  for (const p of pipeline) at(p).pipeline += p.people;
  for (const o of other) if (years.includes(o.year)) at(o).otherSupply += o.people;
  for (const cell of cells.values()) cell.gap = cell.need - cell.pipeline - cell.otherSupply;
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

/**
 * Gives each occupation its part of the programmes' supply, in proportion to the need it handed them, and
 * sets its gap = trainNeed − supply. Supply of a programme nobody needs in that zone and year is nobody's.
 */
export function shareSupply(
  cells: readonly NeedCell[],
  needs: readonly ProgrammeNeed[],
  balance: readonly BalanceCell[],
): void {
  const supplies = new Map(
    balance.map((b) => [`${b.year}\u0000${b.programme}\u0000${b.zone}`, b.pipeline + b.otherSupply]),
  );
  const byCell = new Map(cells.map((c) => [`${c.year}\u0000${c.occupation}\u0000${c.zone}`, c]));
  for (const c of cells) c.supply = 0;
  for (const n of needs) {
    const supply = supplies.get(`${n.year}\u0000${n.programme}\u0000${n.zone}`) ?? 0;
    if (supply === 0 || n.amount <= 0) continue;
    for (const f of n.from)
      byCell.get(`${n.year}\u0000${f.occupation}\u0000${n.zone}`)!.supply += (supply * f.amount) / n.amount;
  }
  for (const c of cells) c.gap = c.trainNeed - c.supply;
}
