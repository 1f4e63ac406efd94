import type { ModelContext, PairContext } from './context.ts';
import { yieldPerSeat } from './context.ts';

/** Rows (2) and (4): graduates of a zone and programme in a year go to reachable needs or are wasted. */
export function addFlows(ctx: ModelContext): void {
  const { instance } = ctx;
  const edges = new Map<string, { occupation: string; share: number }[]>();
  for (const e of instance.crosswalk) {
    const list = edges.get(e.programme) ?? [];
    list.push(e);
    edges.set(e.programme, list);
  }
  const cohorts = new Map<string, PairContext[]>();
  for (const pc of ctx.pairs) {
    const key = `${pc.zone}|${pc.programme.id}`;
    const list = cohorts.get(key) ?? [];
    list.push(pc);
    cohorts.set(key, list);
  }
  for (const list of cohorts.values()) {
    const { zone, programme, length } = list[0]!;
    for (let year = ctx.years[0]! + length; year <= instance.horizonYear; year++)
      addCohort(ctx, list, zone, year, edges.get(programme.id) ?? []);
  }
}

function addCohort(
  ctx: ModelContext,
  list: PairContext[],
  zone: string,
  year: number,
  edges: { occupation: string; share: number }[],
): void {
  const { builder: b, years, settings } = ctx;
  const { programme, length } = list[0]!;
  const sources: [number, number][] = [];
  let most = 0;
  for (const delay of [0, 1] as const) {
    const t = year - length - delay - years[0]!;
    const kappa = t >= 0 && t < years.length ? yieldPerSeat(programme, delay) : 0;
    if (kappa === 0) continue;
    for (const pc of list) {
      sources.push([pc.seats[t]!, kappa]);
      most += kappa * pc.maxSeats;
    }
  }
  if (sources.length === 0) return;
  const id = { zone, programme: programme.id };
  const row = b.row({ kind: 'supply', ...id, year }, 0, 0);
  for (const [s, kappa] of sources) b.put(row, s, -kappa);
  const waste = b.column({ kind: 'waste', ...id, year }, 0, Math.ceil(Math.round(most * 1e6) / 1e6));
  b.put(row, waste, 1);
  b.cost(3, waste, settings.wasteWeight);
  for (const e of edges) {
    const columns: number[] = [];
    for (const r of ctx.reachFrom.get(zone) ?? []) {
      const need = ctx.needRows.get(`${e.occupation}|${r.to}|${year}`);
      if (!need) continue;
      const label = { kind: 'flow', ...id, occupation: e.occupation, toZone: r.to, year } as const;
      const g = b.column(label, 0, need.net);
      b.put(row, g, 1);
      b.put(need.row, g, 1);
      b.cost(3, g, r.cost);
      columns.push(g);
    }
    if (e.share >= 1 || columns.length === 0) continue;
    const limit = b.row({ kind: 'share', ...id, occupation: e.occupation, year }, -Infinity, 0);
    // Divided by the share: small shares would leave the numerical range.
    for (const g of columns) b.put(limit, g, 1 / e.share);
    for (const [s, kappa] of sources) b.put(limit, s, -kappa);
  }
}
