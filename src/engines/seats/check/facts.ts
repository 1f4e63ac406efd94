import type { LicensedPair, OrderInstance, Programme } from '../types.ts';
import { defaultSettings } from '../types.ts';

/**
 * Lookups of the checker. Written apart from the model on purpose: the checker works row by row from the
 * domain data and shares no code with what it checks.
 */
export interface Facts {
  o: OrderInstance;
  set: typeof defaultSettings;
  years: number[];
  zoneOf(college: string): string;
  programme(id: string): Programme;
  pairsBy(test: 'college' | 'workshop' | 'area' | 'cohort', id: string): LicensedPair[];
  size(p: LicensedPair): { min: number; max: number; top: number };
  /** Free amount of a need, zero when the cell has none. */
  free(occupation: string, zone: string, year: number): number;
  reachTo(zone: string): { from: string; cost: number }[];
  edgesTo(occupation: string): { programme: string; share: number }[];
  /** Seats-to-workers terms of a cohort: zone, programme, year of arrival. */
  arrivals(zone: string, programme: string, year: number): [string, number][];
}

const join = (...parts: (string | number)[]) => parts.join('|');

export function gatherFacts(o: OrderInstance): Facts {
  const set = { ...defaultSettings, ...o.settings };
  const years: number[] = [];
  for (let y = o.decisionYear; y < o.decisionYear + o.intakes; y++) years.push(y);
  const districtZone: Record<string, string> = Object.fromEntries(o.districts.map((d) => [d.id, d.zone]));
  const collegeZone = new Map(o.colleges.map((c) => [c.id, districtZone[c.district]!]));
  const area = new Map(o.zones.map((z) => [z.id, z.applicantArea ?? z.id]));
  const programmes = new Map(o.programmes.map((p) => [p.id, p]));
  const zoneOf = (c: string) => collegeZone.get(c)!;
  const programme = (id: string) => programmes.get(id)!;
  const lists = new Map<string, LicensedPair[]>();
  const remember = (key: string, p: LicensedPair) => {
    if (!lists.has(key)) lists.set(key, []);
    lists.get(key)!.push(p);
  };
  for (const p of o.pairs) {
    remember(join('college', p.college), p);
    if (p.workshop) remember(join('workshop', p.workshop), p);
    remember(join('area', area.get(zoneOf(p.college))!, programme(p.programme).base), p);
    remember(join('cohort', zoneOf(p.college), p.programme), p);
  }
  const amounts = new Map<string, number>();
  for (const n of o.needs) amounts.set(join(n.occupation, n.zone, n.year), n.amount - (n.other ?? 0));
  for (const s of o.pipeline ?? []) {
    const key = join(s.occupation, s.zone, s.year);
    amounts.set(key, (amounts.get(key) ?? 0) - s.people);
  }
  const into = group(o.reach, (r) => r.to);
  const edges = group(o.crosswalk, (e) => e.occupation);
  const size = (p: LicensedPair) => {
    const max = p.groupMax ?? programme(p.programme).groupMax;
    return { min: p.groupMin ?? programme(p.programme).groupMin, max, top: max * p.maxGroups };
  };
  const pairsBy = (kind: string, id: string) => lists.get(join(kind, id)) ?? [];
  return {
    o,
    set,
    years,
    zoneOf,
    programme,
    size,
    pairsBy,
    free: (occ, zone, year) => Math.max(0, amounts.get(join(occ, zone, year)) ?? 0),
    reachTo: (zone) => into.get(zone) ?? [],
    edgesTo: (occ) => edges.get(occ) ?? [],
    arrivals: (zone, id, year) => {
      const p = programme(id);
      const span = Math.ceil(p.months / 12);
      const perSeat = (1 - p.dropoutPerYear) ** span * p.graduation * p.inField;
      const found: [string, number][] = [];
      for (const [wait, part] of [
        [0, 1 - p.armyShare],
        [1, p.armyShare * p.armyReturn],
      ] as const) {
        const intake = year - span - wait;
        // Effects below a thousandth of a worker per seat are left out of the model (docs/methods/seats.md).
        if (!years.includes(intake) || perSeat * part < 1e-3) continue;
        for (const pair of pairsBy('cohort', join(zone, id)))
          found.push([join('seats', pair.college, id, intake), perSeat * part]);
      }
      return found;
    },
  };
}

function group<T>(items: T[], by: (item: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>();
  for (const item of items) {
    const list = out.get(by(item));
    if (list) list.push(item);
    else out.set(by(item), [item]);
  }
  return out;
}
