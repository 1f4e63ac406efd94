import type { College, LicensedPair, OrderInstance, OrderSettings, Programme } from '../types.ts';
import { defaultSettings } from '../types.ts';
import { SparseBuilder } from './sparse.ts';

/** One licensed pair with everything the model asks about it. */
export interface PairContext {
  pair: LicensedPair;
  college: College;
  programme: Programme;
  zone: string;
  area: string;
  groupMin: number;
  groupMax: number;
  maxSeats: number;
  /** Academic years a cohort occupies places. */
  length: number;
  /** Columns of seats by intake index. */
  seats: number[];
  groups: number[];
}

export interface ModelContext {
  instance: OrderInstance;
  settings: OrderSettings;
  builder: SparseBuilder;
  /** Intake years. */
  years: number[];
  pairs: PairContext[];
  zoneOfDistrict: Map<string, string>;
  /** `occupation|zone|year` → need row and its free amount. */
  needRows: Map<string, { row: number; net: number }>;
  reachFrom: Map<string, { to: string; cost: number }[]>;
}

/** Smallest coefficient kept in the matrix; smaller effects are left out on purpose (numerical range). */
export const smallest = 1e-3;
export const million = 1e8;

export function openContext(instance: OrderInstance): ModelContext {
  const settings = { ...defaultSettings, ...instance.settings };
  const zoneOfDistrict = new Map(instance.districts.map((d) => [d.id, d.zone]));
  const areaOfZone = new Map(instance.zones.map((z) => [z.id, z.applicantArea ?? z.id]));
  const colleges = new Map(instance.colleges.map((c) => [c.id, c]));
  const programmes = new Map(instance.programmes.map((p) => [p.id, p]));
  const pairs = instance.pairs.map((pair): PairContext => {
    const college = colleges.get(pair.college)!;
    const programme = programmes.get(pair.programme)!;
    const zone = zoneOfDistrict.get(college.district)!;
    const groupMax = pair.groupMax ?? programme.groupMax;
    return {
      pair,
      college,
      programme,
      zone,
      area: areaOfZone.get(zone)!,
      groupMin: pair.groupMin ?? programme.groupMin,
      groupMax,
      maxSeats: pair.maxGroups * groupMax,
      length: Math.ceil(programme.months / 12),
      seats: [],
      groups: [],
    };
  });
  const reachFrom = new Map<string, { to: string; cost: number }[]>();
  for (const r of instance.reach) {
    const list = reachFrom.get(r.from) ?? [];
    list.push({ to: r.to, cost: r.cost });
    reachFrom.set(r.from, list);
  }
  const years = Array.from({ length: instance.intakes }, (_, i) => instance.decisionYear + i);
  const builder = new SparseBuilder();
  return { instance, settings, builder, years, pairs, zoneOfDistrict, needRows: new Map(), reachFrom };
}

/** Share of a cohort still studying `k` years after its September. */
export function survival(p: Programme, k: number): number {
  return (1 - p.dropoutPerYear) ** k;
}

/** Matched workers per seat, `delay` years after graduation: 0 at once, 1 back from the army. */
export function yieldPerSeat(p: Programme, delay: 0 | 1): number {
  const length = Math.ceil(p.months / 12);
  const graduates = survival(p, length) * p.graduation * p.inField;
  const value = delay === 0 ? graduates * (1 - p.armyShare) : graduates * p.armyShare * p.armyReturn;
  return value < smallest ? 0 : value;
}
