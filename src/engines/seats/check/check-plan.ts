import type { Plan } from '../plan.ts';
import type { OrderInstance } from '../types.ts';
import { type DomainColumn, domainColumns } from './columns.ts';
import { type DomainRow, domainRows } from './rows.ts';
import { ExactSum } from './sum.ts';

export interface Violation {
  key: string;
  by: number;
}

export interface PlanCheck {
  goals: [number, number, number, number];
  rows: number;
  columns: number;
  /** Largest violation of a row, of a limit of one quantity, of wholeness. */
  worstRow: number;
  worstLimit: number;
  worstWhole: number;
  /** All violations above the tolerance, largest first. */
  violations: Violation[];
  /** Entries of the plan that the instance does not know. */
  unknown: string[];
}

export interface DomainSystem {
  columns: Map<string, DomainColumn>;
  rows: DomainRow[];
}

/** Spells out all constraints of an instance once, for several checks. */
export function domainSystem(o: OrderInstance): DomainSystem {
  return { columns: domainColumns(o), rows: [...domainRows(o)] };
}

/**
 * Recomputes a plan from domain data: all four goals, every constraint, every limit, wholeness.
 * @param tolerance a row counts as violated when it is off by more than this × (1 + |its side|).
 */
export function checkPlan(
  o: OrderInstance,
  plan: Plan,
  tolerance = 1e-6,
  system = domainSystem(o),
): PlanCheck {
  const value = planValues(o, plan);
  const check: PlanCheck = {
    goals: [0, 0, 0, 0],
    rows: system.rows.length,
    columns: system.columns.size,
    worstRow: 0,
    worstLimit: 0,
    worstWhole: 0,
    violations: [],
    unknown: [...value.keys()].filter((k) => !system.columns.has(k)),
  };
  const report = (key: string, by: number, side: number) => {
    if (by > tolerance * (1 + Math.abs(side))) check.violations.push({ key, by });
  };
  const goals = [new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()];
  for (const [key, c] of system.columns) {
    const v = value.get(key) ?? 0;
    c.cost.forEach((price, k) => {
      if (price !== 0) goals[k]!.add(price * v);
    });
    const off = Math.max(c.lo - v, v - c.hi, 0);
    const broken = c.whole ? Math.abs(v - Math.round(v)) : 0;
    check.worstLimit = Math.max(check.worstLimit, off);
    check.worstWhole = Math.max(check.worstWhole, broken);
    report(key, Math.max(off, broken), v > c.hi ? c.hi : c.lo);
  }
  check.goals = [goals[0]!.value, goals[1]!.value, goals[2]!.value, goals[3]!.value];
  for (const row of system.rows) {
    const sum = new ExactSum();
    for (const [key, a] of row.terms) sum.add(a * (value.get(key) ?? 0));
    const off = Math.max(row.lo - sum.value, sum.value - row.hi, 0);
    check.worstRow = Math.max(check.worstRow, off);
    report(row.key, off, sum.value > row.hi ? row.hi : row.lo);
  }
  check.violations.sort((a, b) => b.by - a.by || (a.key < b.key ? -1 : 1));
  return check;
}

/** Quantities of a plan by column key; rises and cuts follow from the seats. */
export function planValues(o: OrderInstance, plan: Plan): Map<string, number> {
  const v = new Map<string, number>();
  const put = (n: number, ...parts: (string | number)[]) => {
    if (n !== 0) v.set(parts.join('|'), n);
  };
  for (const s of plan.seats) {
    put(s.groups, 'groups', s.college, s.programme, s.year);
    put(s.seats, 'seats', s.college, s.programme, s.year);
    put(s.opened ?? 0, 'opening', s.college, s.programme, s.year);
  }
  for (const p of o.pairs) {
    let before = p.lastYear;
    for (let y = o.decisionYear; y < o.decisionYear + o.intakes; y++) {
      const now = v.get(['seats', p.college, p.programme, y].join('|')) ?? 0;
      put(Math.max(0, now - before), 'rise', p.college, p.programme, y);
      put(Math.max(0, before - now), 'cut', p.college, p.programme, y);
      before = now;
    }
  }
  for (const g of plan.flows) put(g.people, 'flow', g.zone, g.programme, g.occupation, g.toZone, g.year);
  for (const r of plan.retraining) {
    put(r.groups, 'retrainGroups', r.centre, r.occupation, r.year);
    put(r.people, 'retrained', r.centre, r.occupation, r.year);
  }
  for (const g of plan.retrainingFlows)
    put(g.people, 'retrainFlow', g.centre, g.occupation, g.toZone, g.year);
  for (const u of plan.unmet) put(u.people, 'unmet', u.zone, u.occupation, u.year);
  for (const w of plan.waste) put(w.people, 'waste', w.zone, w.programme, w.year);
  for (const t of plan.fairness) put(t.level, 'theta', t.id);
  return v;
}
