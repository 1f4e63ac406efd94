import type { SparseModel } from '../model/sparse.ts';
import type { OrderInstance } from '../types.ts';
import { defaultSettings } from '../types.ts';

/** Seats by model column index of `seats`. */
export type SeatChoice = Map<number, number>;

interface Candidate {
  seats: number;
  groups: number;
  pair: OrderInstance['pairs'][number];
  year: number;
  score: number;
}

/**
 * The greedy rule: begin with the least seats each pair must keep, then add one full group at a time where
 * it fills most priority-weighted need per rouble, while places, workshops, money, applicants and rules allow.
 */
export function greedySeats(o: OrderInstance, m: SparseModel): SeatChoice {
  const settings = { ...defaultSettings, ...o.settings };
  const choice: SeatChoice = new Map();
  const at = seatColumns(m);
  const use = new Float64Array(m.rows);
  const limit = (i: number) => m.rowLabels[i]!.kind;
  const caps = new Set(['places', 'workshop', 'budget', 'applicants', 'demand', 'policy', 'decision']);
  const fits = (col: number, n: number) => {
    for (let k = m.starts[col]!; k < m.starts[col + 1]!; k++) {
      const i = m.indices[k]!;
      if (!caps.has(limit(i))) continue;
      const change = m.values[k]! * n;
      const next = use[i]! + change;
      if (next > m.rowUpper[i]! + 1e-9 || (change < 0 && next < m.rowLower[i]! - 1e-9)) return false;
    }
    return true;
  };
  const take = (col: number, n: number) => {
    choice.set(col, (choice.get(col) ?? 0) + n);
    for (let k = m.starts[col]!; k < m.starts[col + 1]!; k++) use[m.indices[k]!]! += m.values[k]! * n;
  };
  const value = needValue(o, settings.discount);
  const opened = new Set<string>();
  const openings = new Map<string, number>();
  const last = new Map(o.pairs.map((p) => [p, p.lastYear]));
  for (let t = 0; t < o.intakes; t++) {
    const year = o.decisionYear + t;
    const candidates: Candidate[] = [];
    for (const pair of o.pairs) {
      const col = at.get(`${pair.college}|${pair.programme}|${year}`)!;
      const decided = o.decisions?.find(
        (d) => d.college === pair.college && d.programme === pair.programme && d.year === year,
      );
      const least = Math.max(
        0,
        last.get(pair)! - (pair.maxCut ?? Infinity),
        t === 0 ? (pair.minSeats ?? 0) : 0,
      );
      const p = value.programme(pair.programme);
      const min = pair.groupMin ?? p.groupMin;
      const start = decided ? decided.seats : least > 0 ? Math.max(least, min) : 0;
      if (start > 0) {
        take(col, start);
        value.fill(pair, year, start);
      }
      const groups = Math.ceil(start / (pair.groupMax ?? p.groupMax));
      if (!decided) candidates.push({ seats: start, groups, pair, year, score: Infinity });
    }
    const live = candidates.filter((c) => c.pair.openFrom === undefined || year >= c.pair.openFrom);
    while (live.length > 0) {
      let best = 0;
      for (let k = 1; k < live.length; k++) if (live[k]!.score > live[best]!.score) best = k;
      const c = live[best]!;
      const { pair } = c;
      const size = pair.groupMax ?? value.programme(pair.programme).groupMax;
      const col = at.get(`${pair.college}|${pair.programme}|${year}`)!;
      const key = `${pair.college}|${pair.programme}`;
      const newKey = `${pair.college}|${year}`;
      const mayOpen =
        !pair.isNew || opened.has(key) || (openings.get(newKey) ?? 0) < settings.newPerCollegeYear;
      const grows = c.seats + size - last.get(pair)! <= (pair.maxRise ?? Infinity);
      if (c.groups >= pair.maxGroups || !mayOpen || !grows || !fits(col, size)) {
        live.splice(best, 1);
        continue;
      }
      // Gains only fall as needs fill, so a score that is still the highest when recomputed is the best.
      const score =
        value.gain(pair, year, size) / (size * value.programme(pair.programme).costPerStudentYear);
      if (score <= 1e-15) live.splice(best, 1);
      else if (score < c.score - 1e-15) c.score = score;
      else {
        take(col, size);
        value.fill(pair, year, size);
        c.seats += size;
        c.groups++;
        if (pair.isNew && !opened.has(key)) {
          opened.add(key);
          openings.set(newKey, (openings.get(newKey) ?? 0) + 1);
        }
      }
    }
    for (const pair of o.pairs)
      last.set(pair, choice.get(at.get(`${pair.college}|${pair.programme}|${year}`)!) ?? 0);
  }
  return choice;
}

/** Model columns of seats by `college|programme|year`. */
export function seatColumns(m: SparseModel): Map<string, number> {
  const out = new Map<string, number>();
  m.colLabels.forEach((l, j) => {
    if (l.kind === 'seats') out.set(`${l.college}|${l.programme}|${l.year}`, j);
  });
  return out;
}

/** What is still needed, and what a group of a pair would fill of it. */
function needValue(o: OrderInstance, discount: number) {
  const priority = new Map(o.occupations.map((x) => [x.id, x.priority]));
  const left = new Map<string, { left: number; weight: number }>();
  for (const n of o.needs) {
    const weight = (n.priority ?? priority.get(n.occupation)!) * (1 - discount) ** (n.year - o.decisionYear);
    left.set(`${n.occupation}|${n.zone}|${n.year}`, { left: n.amount - (n.other ?? 0), weight });
  }
  for (const s of o.pipeline ?? []) {
    const cell = left.get(`${s.occupation}|${s.zone}|${s.year}`);
    if (cell) cell.left -= s.people;
  }
  const programmes = new Map(o.programmes.map((p) => [p.id, p]));
  const district = new Map(o.districts.map((d) => [d.id, d.zone]));
  const zone = new Map(o.colleges.map((c) => [c.id, district.get(c.district)!]));
  const cells = (pair: OrderInstance['pairs'][number], year: number) =>
    o.crosswalk
      .filter((e) => e.programme === pair.programme)
      .flatMap((e) =>
        o.reach
          .filter((r) => r.from === zone.get(pair.college))
          .flatMap((r) => {
            const cell = left.get(`${e.occupation}|${r.to}|${year}`);
            return cell ? [cell] : [];
          }),
      )
      .sort((a, b) => b.weight - a.weight);
  const cache = new Map<string, ReturnType<typeof cells>>();
  const cellsOf = (pair: OrderInstance['pairs'][number], year: number) => {
    const key = `${zone.get(pair.college)}|${pair.programme}|${year}`;
    let list = cache.get(key);
    if (!list) {
      list = cells(pair, year);
      cache.set(key, list);
    }
    return list;
  };
  const run = (pair: OrderInstance['pairs'][number], year: number, n: number, keep: boolean): number => {
    const p = programmes.get(pair.programme)!;
    const length = Math.ceil(p.months / 12);
    const graduates = n * (1 - p.dropoutPerYear) ** length * p.graduation * p.inField;
    let gain = 0;
    for (const [wait, people] of [
      [0, graduates * (1 - p.armyShare)],
      [1, graduates * p.armyShare * p.armyReturn],
    ] as const) {
      let rest = people;
      for (const c of cellsOf(pair, year + length + wait)) {
        const got = Math.min(rest, Math.max(0, c.left));
        if (got <= 0) continue;
        gain += got * c.weight;
        rest -= got;
        if (keep) c.left -= got;
      }
    }
    return gain;
  };
  return {
    programme: (id: string) => programmes.get(id)!,
    gain: (pair: OrderInstance['pairs'][number], year: number, n: number) => run(pair, year, n, false),
    fill: (pair: OrderInstance['pairs'][number], year: number, n: number) => run(pair, year, n, true),
  };
}
