import type { Plan } from './plan.ts';
import type { Need, OrderInstance, Programme } from './types.ts';

/** Shares are counted in millionths, so that they add to one exactly. */
export const wholeShare = 1_000_000;

/** Splits `total` in whole parts by weight: largest remainder, ties by id. Zero weights get nothing. */
export function splitByWeight(parts: { id: string; weight: number }[], total: number): number[] {
  const sum = parts.reduce((s, p) => s + p.weight, 0);
  if (sum <= 0) return parts.map(() => 0);
  const exact = parts.map((p) => (p.weight / sum) * total);
  const out = exact.map(Math.floor);
  const order = parts
    .map((p, i) => ({ i, id: p.id, rest: exact[i]! - out[i]!, weight: p.weight }))
    .filter((p) => p.weight > 0)
    .sort((a, b) => b.rest - a.rest || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  let left = total - out.reduce((s, v) => s + v, 0);
  for (let k = 0; left > 0; k = (k + 1) % order.length, left--) out[order[k]!.i]!++;
  return out;
}

export interface CellShare {
  /** Need line; absent for the part of the need that no line backs («модельная часть»). */
  line?: string;
  share: number;
}

/** Shares of a need cell by its lines: amount × confidence; what they do not back is the model's part. */
export function cellShares(need: Need): CellShare[] {
  const lines = (need.lines ?? []).map((l) => ({ id: l.id, weight: l.amount * l.confidence }));
  const backed = lines.reduce((s, l) => s + l.weight, 0);
  const parts = [...lines, { id: '', weight: Math.max(0, need.amount - backed) }];
  if (backed <= 0 && need.amount <= 0) return [{ share: wholeShare }];
  const shares = splitByWeight(parts, wholeShare);
  return parts.flatMap((p, i) =>
    shares[i] ? [p.id ? { line: p.id, share: shares[i]! } : { share: shares[i]! }] : [],
  );
}

export interface SeatShare {
  /** line: a need line; model: need without a line; noJob: no matching job; losses: dropped out, army not returned, other paths. */
  kind: 'line' | 'model' | 'noJob' | 'losses';
  line?: string;
  occupation?: string;
  zone?: string;
  year?: number;
  /** Millionths of one seat; the shares of a seat add to `wholeShare`. */
  share: number;
}

/**
 * Where one seat of an intake goes: its matched workers are spread like the flows of its cohort (zone,
 * programme, year of arrival), each flow over the lines of its cell.
 */
export function seatShares(
  o: OrderInstance,
  plan: Plan,
  college: string,
  programme: string,
  year: number,
): SeatShare[] {
  const p = o.programmes.find((x) => x.id === programme)!;
  const district = o.colleges.find((c) => c.id === college)!.district;
  const zone = o.districts.find((d) => d.id === district)!.zone;
  const needs = new Map(o.needs.map((n) => [`${n.occupation}|${n.zone}|${n.year}`, n]));
  const parts: (SeatShare & { id: string; weight: number })[] = [];
  let matched = 0;
  for (const { arrival, kappa } of arrivals(p, year)) {
    const flows = plan.flows.filter(
      (f) => f.zone === zone && f.programme === programme && f.year === arrival,
    );
    const idle =
      plan.waste.find((w) => w.zone === zone && w.programme === programme && w.year === arrival)?.people ?? 0;
    const total = flows.reduce((s, f) => s + f.people, idle);
    if (total <= 0) continue;
    matched += kappa;
    parts.push({
      id: `~noJob|${arrival}`,
      kind: 'noJob',
      year: arrival,
      weight: (kappa * idle) / total,
      share: 0,
    });
    for (const f of flows) {
      const cell = { occupation: f.occupation, zone: f.toZone, year: f.year };
      const need = needs.get(`${f.occupation}|${f.toZone}|${f.year}`)!;
      for (const s of cellShares(need)) {
        const weight = (kappa * f.people * s.share) / wholeShare / total;
        const id = `${s.line ?? ''}|${cell.occupation}|${cell.zone}|${cell.year}`;
        parts.push({
          id,
          kind: s.line ? 'line' : 'model',
          ...(s.line ? { line: s.line } : {}),
          ...cell,
          weight,
          share: 0,
        });
      }
    }
  }
  parts.push({ id: '~losses', kind: 'losses', weight: Math.max(0, 1 - matched), share: 0 });
  const shares = splitByWeight(parts, wholeShare);
  return parts.flatMap(({ id: _id, weight: _weight, ...rest }, i) =>
    shares[i] ? [{ ...rest, share: shares[i]! }] : [],
  );
}

function arrivals(p: Programme, year: number): { arrival: number; kappa: number }[] {
  const length = Math.ceil(p.months / 12);
  const graduates = (1 - p.dropoutPerYear) ** length * p.graduation * p.inField;
  return [
    { arrival: year + length, kappa: graduates * (1 - p.armyShare) },
    { arrival: year + length + 1, kappa: graduates * p.armyShare * p.armyReturn },
  ].filter((a) => a.kappa >= 1e-3);
}
