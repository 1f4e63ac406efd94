import type { ModelContext } from './context.ts';
import { labelKey } from './label.ts';

/** Rows (3) and (11): every free need is filled or unmet; unmet shares are bounded by a fairness level. */
export function addNeeds(ctx: ModelContext): void {
  const { instance, builder: b, settings } = ctx;
  const ready = new Map<string, number>();
  for (const s of instance.pipeline ?? []) {
    const key = `${s.occupation}|${s.zone}|${s.year}`;
    ready.set(key, (ready.get(key) ?? 0) + s.people);
  }
  const priority = new Map(instance.occupations.map((o) => [o.id, o.priority]));
  const fair = openFairness(ctx);
  for (const need of instance.needs) {
    const { occupation, zone, year } = need;
    for (const f of fair(occupation, zone, year)) f.total += need.amount;
    const net = need.amount - (ready.get(`${occupation}|${zone}|${year}`) ?? 0) - (need.other ?? 0);
    if (net <= 0) continue;
    const row = b.row({ kind: 'need', zone, occupation, year }, net, net);
    ctx.needRows.set(`${occupation}|${zone}|${year}`, { row, net });
    const u = b.column({ kind: 'unmet', zone, occupation, year }, 0, net);
    b.put(row, u, 1);
    const weight = need.priority ?? priority.get(occupation)!;
    b.cost(1, u, weight * (1 - settings.discount) ** (year - instance.decisionYear));
    for (const f of fair(occupation, zone, year)) f.unmet.push(u);
  }
  closeFairness(ctx);
}

interface FairCell {
  theta: number;
  zone: string;
  id: string;
  total: number;
  unmet: number[];
}

const cellsOf = new WeakMap<ModelContext, Map<string, FairCell>>();

function openFairness(ctx: ModelContext): (occupation: string, zone: string, year: number) => FairCell[] {
  const { instance, builder: b } = ctx;
  const cells = new Map<string, FairCell>();
  cellsOf.set(ctx, cells);
  const groups = (instance.fairness ?? []).map((g) => {
    const theta = b.column({ kind: 'theta', id: g.id }, 0, 1);
    b.cost(2, theta, 1);
    for (const z of instance.zones)
      cells.set(labelKey({ kind: 'fairness', zone: z.id, id: g.id }), {
        theta,
        zone: z.id,
        id: g.id,
        total: 0,
        unmet: [],
      });
    return { ...g, only: g.occupations && new Set(g.occupations) };
  });
  return (occupation, zone, year) =>
    groups
      .filter((g) => year >= g.fromYear && year <= g.toYear && (!g.only || g.only.has(occupation)))
      .map((g) => cells.get(labelKey({ kind: 'fairness', zone, id: g.id }))!);
}

function closeFairness(ctx: ModelContext): void {
  for (const f of cellsOf.get(ctx)!.values()) {
    if (f.unmet.length === 0) continue;
    const row = ctx.builder.row({ kind: 'fairness', zone: f.zone, id: f.id }, -Infinity, 0);
    // Large zones are scaled down by a power of ten to stay within the numerical range.
    const scale = f.total > 1e4 ? 10 ** -Math.ceil(Math.log10(f.total / 1e4)) : 1;
    for (const u of f.unmet) ctx.builder.put(row, u, scale);
    ctx.builder.put(row, f.theta, -f.total * scale);
  }
}
