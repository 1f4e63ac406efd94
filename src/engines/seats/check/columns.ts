import type { OrderInstance } from '../types.ts';
import { gatherFacts } from './facts.ts';
import { courseGoals } from './rows.ts';

export interface DomainColumn {
  lo: number;
  hi: number;
  whole: boolean;
  /** Price in F1…F4. */
  cost: [number, number, number, number];
}

const K = (...parts: (string | number)[]) => parts.join('|');

/** Every quantity a plan may choose, with its limits and its price in each of the four goals. */
export function domainColumns(o: OrderInstance): Map<string, DomainColumn> {
  const f = gatherFacts(o);
  const out = new Map<string, DomainColumn>();
  const add = (key: string, hi: number, whole: boolean, ...c: number[]) =>
    out.set(key, { lo: 0, hi, whole, cost: [c[0] ?? 0, c[1] ?? 0, c[2] ?? 0, c[3] ?? 0] });
  for (const p of o.pairs) {
    const pr = f.programme(p.programme);
    const { top } = f.size(p);
    let price = 0;
    for (let k = 0; k < Math.ceil(pr.months / 12); k++)
      price += (pr.costPerStudentYear / 1e8) * (1 - pr.dropoutPerYear) ** k;
    const change = Math.max(top, p.lastYear);
    f.years.forEach((y, t) => {
      const id = K(p.college, p.programme, y);
      const whole = t < f.set.integerIntakes;
      const open = !(p.openFrom !== undefined && y < p.openFrom);
      add(K('groups', id), open ? p.maxGroups : 0, whole);
      add(K('seats', id), top, whole, 0, 0, price);
      add(K('rise', id), Math.min(change, p.maxRise ?? change), false, 0, 0, 0, 1);
      add(K('cut', id), Math.min(change, p.maxCut ?? change), false, 0, 0, 0, 1);
      if (p.isNew) add(K('opening', id), open ? 1 : 0, whole, 0, 0, 0, f.set.openingWeight);
    });
  }
  const rank = new Map(o.occupations.map((x) => [x.id, x.priority]));
  for (const n of o.needs) {
    const net = f.free(n.occupation, n.zone, n.year);
    if (net <= 0) continue;
    const w = (n.priority ?? rank.get(n.occupation)!) * (1 - f.set.discount) ** (n.year - o.decisionYear);
    add(K('unmet', n.zone, n.occupation, n.year), net, false, w);
    for (const r of f.reachTo(n.zone))
      for (const e of f.edgesTo(n.occupation))
        if (f.arrivals(r.from, e.programme, n.year).length)
          add(K('flow', r.from, e.programme, n.occupation, n.zone, n.year), net, false, 0, 0, r.cost);
  }
  for (const g of o.fairness ?? []) add(K('theta', g.id), 1, false, 0, 1);
  for (const p of o.pairs) {
    const zone = f.zoneOf(p.college);
    for (let y = o.decisionYear; y <= o.horizonYear; y++) {
      const key = K('waste', zone, p.programme, y);
      if (out.has(key)) continue;
      const come = f.arrivals(zone, p.programme, y);
      if (come.length === 0) continue;
      let most = 0;
      for (const [s, kappa] of come) most += kappa * out.get(s)!.hi;
      add(key, Math.ceil(Math.round(most * 1e6) / 1e6), false, 0, 0, f.set.wasteWeight);
    }
  }
  for (const c of o.courses ?? [])
    f.years.forEach((y, t) => {
      const goals = courseGoals(f, c.centre, c.occupation, y);
      if (goals.length === 0) return;
      const id = K(c.centre, c.occupation, y);
      const whole = t < f.set.integerIntakes;
      add(K('retrainGroups', id), c.maxGroups, whole);
      add(K('retrained', id), c.maxGroups * c.groupMax, whole, 0, 0, c.costPerStudent / 1e8);
      for (const g of goals)
        add(
          K('retrainFlow', c.centre, c.occupation, g.to, y),
          f.free(c.occupation, g.to, y),
          false,
          0,
          0,
          g.cost,
        );
    });
  return out;
}
