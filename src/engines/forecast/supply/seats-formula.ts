import type { ProgrammeRef } from '../input.ts';
import type { BalanceCell, SeatsHint } from '../result.ts';

export interface SeatsFacts {
  /** People needed in the year the intake reaches work. */
  need: number;
  pipeline: number;
  otherSupply: number;
  /** Share of an intake that graduates; share available for work; share of these at work in the field. */
  retention: number;
  availability: number;
  inField: number;
}

/**
 * Closed formula of seats (domain guide §4.2):
 * ceil(max(0, need − pipeline − otherSupply) / (retention · availability · inField)).
 * @returns whole seats; 0 when nothing is missing; Infinity when nobody of an intake would reach work.
 */
export function seatsFor(f: SeatsFacts): number {
  const missing = Math.max(0, f.need - f.pipeline - f.otherSupply);
  if (missing === 0) return 0;
  const yielded = f.retention * f.availability * f.inField;
  // Dust of floating point must not add a seat: 42 / (0.8·0.7·0.75) is 100, not 100.0000001.
  return yielded > 0 ? Math.ceil(missing / yielded - 1e-9) : Number.POSITIVE_INFINITY;
}

/** Years from a September intake to the summer of graduation: 46 months → 4. */
export const leadYears = (lengthMonths: number): number => Math.ceil(lengthMonths / 12);

/** Hints for every intake that reaches work within the forecast years; programmes with no yield are left out. */
export function hintSeats(
  programmes: readonly ProgrammeRef[],
  balance: readonly BalanceCell[],
  years: readonly number[],
): SeatsHint[] {
  const totals = new Map<string, { need: number; pipeline: number; otherSupply: number }>();
  for (const cell of balance) {
    const key = `${cell.programme}\u0000${cell.year}`;
    const sum = totals.get(key) ?? { need: 0, pipeline: 0, otherSupply: 0 };
    totals.set(key, sum);
    sum.need += cell.need;
    sum.pipeline += cell.pipeline;
    sum.otherSupply += cell.otherSupply;
  }
  return programmes.flatMap((p) =>
    years.flatMap((intakeYear): SeatsHint[] => {
      const needYear = intakeYear + leadYears(p.lengthMonths);
      const total = totals.get(`${p.id}\u0000${needYear}`);
      const availability = Math.max(0, 1 - p.army - p.furtherStudy - p.parental);
      const share = p.retention * availability * p.inField;
      if (!total || !years.includes(needYear) || share <= 0) return [];
      const seats = seatsFor({ ...total, retention: p.retention, availability, inField: p.inField });
      return [{ programme: p.id, intakeYear, needYear, ...total, yield: share, seats }];
    }),
  );
}
