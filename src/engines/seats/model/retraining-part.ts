import type { RetrainingCentre, RetrainingCourse } from '../types.ts';
import type { ModelContext } from './context.ts';
import { million } from './context.ts';

/** Retraining: groups r, people q, flows v into needs of the same year; budget rows must exist before. */
export function addRetraining(ctx: ModelContext): void {
  const { instance, builder: b, years } = ctx;
  const budgets = new Map<string, number>();
  b.rowLabels.forEach((l, i) => {
    if (l.kind === 'budget') budgets.set(`${l.id}|${l.year}`, i);
  });
  const first = instance.budgets?.[0]?.id;
  for (const centre of instance.centres ?? []) {
    const own = (instance.courses ?? []).filter((c) => c.centre === centre.id);
    years.forEach((year, t) => {
      const reached = own.map((c) => ({ course: c, to: reachable(ctx, centre, c, year) }));
      const possible = reached.filter((r) => r.to.length > 0);
      if (possible.length === 0) return;
      const limit = b.row({ kind: 'centre', id: centre.id, year }, -Infinity, centre.groupsPerYear);
      for (const { course, to } of possible)
        addCourse(ctx, course, t, to, limit, budgets.get(`${course.budget ?? first}|${year}`));
    });
  }
}

function reachable(ctx: ModelContext, centre: RetrainingCentre, c: RetrainingCourse, year: number) {
  return (ctx.reachFrom.get(centre.zone) ?? []).flatMap((r) => {
    const need = ctx.needRows.get(`${c.occupation}|${r.to}|${year}`);
    return need ? [{ ...r, need }] : [];
  });
}

function addCourse(
  ctx: ModelContext,
  c: RetrainingCourse,
  t: number,
  to: ReturnType<typeof reachable>,
  limit: number,
  budget: number | undefined,
): void {
  const { builder: b, years, settings } = ctx;
  const label = { id: c.centre, occupation: c.occupation, year: years[t]! };
  const whole = t < settings.integerIntakes;
  const r = b.column({ kind: 'retrainGroups', ...label }, 0, c.maxGroups, whole);
  const q = b.column({ kind: 'retrained', ...label }, 0, c.maxGroups * c.groupMax, whole);
  const price = c.costPerStudent / million;
  b.put(limit, r, 1);
  b.cost(3, q, price);
  if (budget !== undefined) b.put(budget, q, price);
  let row = b.row({ kind: 'courseMin', ...label }, 0, Infinity);
  b.put(row, q, 1);
  b.put(row, r, -c.groupMin);
  row = b.row({ kind: 'courseMax', ...label }, -Infinity, 0);
  b.put(row, q, 1);
  b.put(row, r, -c.groupMax);
  row = b.row({ kind: 'courseSupply', ...label }, -Infinity, 0);
  b.put(row, q, -c.success);
  for (const e of to) {
    const v = b.column({ kind: 'retrainFlow', ...label, toZone: e.to }, 0, e.need.net);
    b.put(row, v, 1);
    b.put(e.need.row, v, 1);
    b.cost(3, v, e.cost);
  }
}
