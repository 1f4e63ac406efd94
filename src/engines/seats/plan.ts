import { labelKey } from './model/label.ts';
import type { SparseModel } from './model/sparse.ts';

/** A training order with the flows that justify it. People may be fractional (averages); seats of the decision year are whole. */
export interface Plan {
  format: 'rostok-plan/1';
  instance: string;
  seats: PlanSeats[];
  flows: {
    zone: string;
    programme: string;
    occupation: string;
    toZone: string;
    year: number;
    people: number;
  }[];
  retraining: { centre: string; occupation: string; year: number; groups: number; people: number }[];
  retrainingFlows: { centre: string; occupation: string; toZone: string; year: number; people: number }[];
  unmet: { zone: string; occupation: string; year: number; people: number }[];
  waste: { zone: string; programme: string; year: number; people: number }[];
  fairness: { id: string; level: number }[];
}

export interface PlanSeats {
  college: string;
  programme: string;
  year: number;
  groups: number;
  seats: number;
  /** 1 when the programme is opened with this intake. */
  opened?: number;
}

/** Solver dust below this is nothing. */
const dust = 1e-9;

/** Reads a plan out of the columns of a model. Entries that are all zero are left out. */
export function readPlan(instance: string, model: SparseModel, x: Float64Array): Plan {
  const plan: Plan = {
    format: 'rostok-plan/1',
    instance,
    seats: [],
    flows: [],
    retraining: [],
    retrainingFlows: [],
    unmet: [],
    waste: [],
    fairness: [],
  };
  const seats = new Map<string, PlanSeats>();
  const courses = new Map<string, Plan['retraining'][number]>();
  model.colLabels.forEach((l, j) => {
    const v = Math.abs(x[j]!) < dust ? 0 : x[j]!;
    const year = l.year!;
    switch (l.kind) {
      case 'groups':
      case 'seats':
      case 'opening': {
        const key = labelKey({ ...l, kind: 'seats' });
        const row = seats.get(key) ?? {
          college: l.college!,
          programme: l.programme!,
          year,
          groups: 0,
          seats: 0,
        };
        seats.set(key, row);
        if (l.kind === 'groups') row.groups = v;
        else if (l.kind === 'seats') row.seats = v;
        else if (v) row.opened = v;
        break;
      }
      case 'retrainGroups':
      case 'retrained': {
        const key = labelKey({ ...l, kind: 'retrained' });
        const row = courses.get(key) ?? {
          centre: l.id!,
          occupation: l.occupation!,
          year,
          groups: 0,
          people: 0,
        };
        courses.set(key, row);
        if (l.kind === 'retrainGroups') row.groups = v;
        else row.people = v;
        break;
      }
      case 'theta':
        plan.fairness.push({ id: l.id!, level: v });
        break;
      default:
        if (v !== 0) addFlow(plan, l, year, v);
    }
  });
  plan.seats = [...seats.values()].filter((s) => s.groups || s.seats || s.opened);
  plan.retraining = [...courses.values()].filter((c) => c.groups || c.people);
  return plan;
}

function addFlow(plan: Plan, l: SparseModel['colLabels'][number], year: number, people: number): void {
  const occupation = l.occupation!;
  if (l.kind === 'flow')
    plan.flows.push({ zone: l.zone!, programme: l.programme!, occupation, toZone: l.toZone!, year, people });
  else if (l.kind === 'retrainFlow')
    plan.retrainingFlows.push({ centre: l.id!, occupation, toZone: l.toZone!, year, people });
  else if (l.kind === 'unmet') plan.unmet.push({ zone: l.zone!, occupation, year, people });
  else if (l.kind === 'waste') plan.waste.push({ zone: l.zone!, programme: l.programme!, year, people });
}
