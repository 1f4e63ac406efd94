import type { LicensedPair, OrderInstance } from '../types.ts';
import { type Facts, gatherFacts } from './facts.ts';

export interface DomainRow {
  key: string;
  lo: number;
  hi: number;
  terms: [column: string, factor: number][];
}

const K = (...parts: (string | number)[]) => parts.join('|');
const seats = (p: LicensedPair, y: number) => K('seats', p.college, p.programme, y);

/** Every constraint of the training order, spelled out from the domain data, one row at a time. */
export function* domainRows(o: OrderInstance): Generator<DomainRow> {
  const f = gatherFacts(o);
  yield* pairRows(f);
  yield* roomRows(f);
  yield* ruleRows(f);
  yield* workerRows(f);
  yield* courseRows(f);
}

function* pairRows({ o, years, size, set, pairsBy }: Facts): Generator<DomainRow> {
  for (const p of o.pairs)
    for (const y of years) {
      const id = K(p.college, p.programme, y);
      const { min, max } = size(p);
      const x = K('groups', id);
      const s = K('seats', id);
      yield {
        key: K('groupMin', id),
        lo: 0,
        hi: Infinity,
        terms: [
          [s, 1],
          [x, -min],
        ],
      };
      yield {
        key: K('groupMax', id),
        lo: -Infinity,
        hi: 0,
        terms: [
          [s, 1],
          [x, -max],
        ],
      };
      const change: [string, number][] = [
        [s, 1],
        [K('rise', id), -1],
        [K('cut', id), 1],
      ];
      if (y > o.decisionYear) change.push([seats(p, y - 1), -1]);
      const before = y === o.decisionYear ? p.lastYear : 0;
      yield { key: K('stability', id), lo: before, hi: before, terms: change };
      if (p.demand !== undefined)
        yield { key: K('demand', id), lo: -Infinity, hi: p.demand, terms: [[s, 1]] };
      if (p.minSeats && y === o.decisionYear)
        yield { key: K('minSeats', id), lo: p.minSeats, hi: Infinity, terms: [[s, 1]] };
      if (!p.isNew) continue;
      const opened = years.filter((t) => t <= y);
      const terms = opened.map((t): [string, number] => [
        K('opening', p.college, p.programme, t),
        -p.maxGroups,
      ]);
      yield { key: K('mayTeach', id), lo: -Infinity, hi: 0, terms: [[x, 1], ...terms] };
    }
  for (const c of o.colleges) {
    const fresh = pairsBy('college', c.id).filter((p) => p.isNew);
    for (const y of fresh.length ? years : [])
      yield {
        key: K('newLimit', c.id, y),
        lo: -Infinity,
        hi: set.newPerCollegeYear,
        terms: fresh.map((p) => [K('opening', p.college, p.programme, y), 1]),
      };
  }
}

/** Students of all modelled intakes present in year `y`, each seat times `weight`. */
function presence(f: Facts, list: LicensedPair[], y: number, weight: (p: LicensedPair) => number) {
  return list.flatMap((p) => {
    const { dropoutPerYear, months } = f.programme(p.programme);
    return f.years
      .filter((t) => t <= y && y - t < Math.ceil(months / 12))
      .map((t): [string, number] => [seats(p, t), (1 - dropoutPerYear) ** (y - t) * weight(p)]);
  });
}

function* roomRows(f: Facts): Generator<DomainRow> {
  const { o, years, pairsBy } = f;
  for (const c of o.colleges) {
    const own = pairsBy('college', c.id);
    for (const y of own.length ? years : []) {
      let hi = c.places;
      for (const l of c.legacy ?? []) if (l.year === y) hi -= l.students;
      yield { key: K('places', c.id, y), lo: -Infinity, hi, terms: presence(f, own, y, () => 1) };
    }
  }
  for (const w of o.workshops ?? []) {
    const own = pairsBy('workshop', w.id);
    for (const y of own.length ? years : [])
      yield {
        key: K('workshop', w.id, y),
        lo: -Infinity,
        hi: w.capacity,
        terms: presence(f, own, y, () => 1),
      };
  }
}

function* ruleRows(f: Facts): Generator<DomainRow> {
  const { o, years, pairsBy } = f;
  for (const a of o.applicants ?? [])
    if (years.includes(a.year))
      yield {
        key: K('applicants', `${a.area}:${a.base}`, a.year),
        lo: -Infinity,
        hi: a.count,
        terms: pairsBy('area', K(a.area, a.base)).map((p) => [seats(p, a.year), 1]),
      };
  for (const rule of o.policies ?? [])
    for (const y of rule.years ?? [o.decisionYear]) {
      if (!years.includes(y)) continue;
      const inside = (p: LicensedPair) => {
        const { programmes, groups, colleges, districts, base } = rule.filter ?? {};
        const district = o.colleges.find((c) => c.id === p.college)!.district;
        const pr = f.programme(p.programme);
        if (programmes && !programmes.includes(pr.id)) return false;
        if (groups && !groups.includes(pr.group)) return false;
        if (colleges && !colleges.includes(p.college)) return false;
        if (districts && !districts.includes(district)) return false;
        return !base || base === pr.base;
      };
      const key = K('policy', rule.id, y);
      if (rule.kind === 'minShare') {
        const terms = o.pairs.map((p): [string, number] => [seats(p, y), (inside(p) ? 1 : 0) - rule.share!]);
        yield { key, lo: 0, hi: Infinity, terms };
      } else {
        const terms = o.pairs.filter(inside).map((p): [string, number] => [seats(p, y), 1]);
        const least = rule.kind === 'minSeats';
        yield { key, lo: least ? rule.seats! : -Infinity, hi: least ? Infinity : rule.seats!, terms };
      }
    }
  for (const d of o.decisions ?? []) {
    const id = K(d.college, d.programme, d.year);
    yield { key: K('decision', id), lo: d.seats, hi: d.seats, terms: [[K('seats', id), 1]] };
  }
  const main = o.budgets?.[0]?.id;
  for (const b of o.budgets ?? []) {
    const paid = o.pairs.filter((p) => (p.budget ?? main) === b.id);
    const terms = presence(f, paid, b.year, (p) => f.programme(p.programme).costPerStudentYear / 1e8);
    for (const c of o.courses ?? [])
      if (
        (c.budget ?? main) === b.id &&
        years.includes(b.year) &&
        courseGoals(f, c.centre, c.occupation, b.year).length
      )
        terms.push([K('retrained', c.centre, c.occupation, b.year), c.costPerStudent / 1e8]);
    yield { key: K('budget', b.id, b.year), lo: -Infinity, hi: (b.amount - (b.committed ?? 0)) / 1e8, terms };
  }
}

/** Zones where people of a course can find a free need of that year. */
export function courseGoals(f: Facts, centre: string, occupation: string, year: number) {
  const from = f.o.centres!.find((c) => c.id === centre)!.zone;
  return f.o.reach.filter((r) => r.from === from && f.free(occupation, r.to, year) > 0);
}

function* workerRows(f: Facts): Generator<DomainRow> {
  const { o, years } = f;
  const shares = new Map<string, { occupation: string; share: number }[]>();
  for (const e of o.crosswalk) shares.set(e.programme, [...(shares.get(e.programme) ?? []), e]);
  const retraining = new Map<string, string[]>();
  for (const c of o.courses ?? [])
    retraining.set(c.occupation, [...(retraining.get(c.occupation) ?? []), c.centre]);
  const centreZone = new Map((o.centres ?? []).map((c) => [c.id, c.zone]));
  const fair = new Map<string, DomainRow & { total: number }>();
  for (const n of o.needs) {
    const { occupation, zone, year } = n;
    const net = f.free(occupation, zone, year);
    const cell = K(zone, occupation, year);
    for (const g of o.fairness ?? []) {
      if (year < g.fromYear || year > g.toYear || (g.occupations && !g.occupations.includes(occupation)))
        continue;
      const key = K('fairness', zone, g.id);
      const row = fair.get(key) ?? { key, lo: -Infinity, hi: 0, terms: [], total: 0 };
      fair.set(key, row);
      row.total += n.amount;
      if (net > 0) row.terms.push([K('unmet', cell), 1]);
    }
    if (net <= 0) continue;
    const terms: [string, number][] = [[K('unmet', cell), 1]];
    for (const r of f.reachTo(zone)) {
      for (const e of f.edgesTo(occupation))
        if (f.arrivals(r.from, e.programme, year).length)
          terms.push([K('flow', r.from, e.programme, occupation, zone, year), 1]);
      if (!years.includes(year)) continue;
      for (const c of retraining.get(occupation) ?? [])
        if (centreZone.get(c) === r.from) terms.push([K('retrainFlow', c, occupation, zone, year), 1]);
    }
    yield { key: K('need', cell), lo: net, hi: net, terms };
  }
  for (const row of fair.values()) {
    if (row.terms.length === 0) continue;
    const shrink = row.total > 1e4 ? 10 ** -Math.ceil(Math.log10(row.total / 1e4)) : 1;
    const group = row.key.split('|')[2]!;
    const terms = row.terms.map(([c, a]): [string, number] => [c, a * shrink]);
    yield { ...row, terms: [...terms, [K('theta', group), -row.total * shrink]] };
  }
  yield* cohortRows(f, shares);
}

function* cohortRows(
  f: Facts,
  shares: Map<string, { occupation: string; share: number }[]>,
): Generator<DomainRow> {
  const { o } = f;
  const done = new Set<string>();
  for (const p of o.pairs) {
    const zone = f.zoneOf(p.college);
    if (done.has(K(zone, p.programme))) continue;
    done.add(K(zone, p.programme));
    for (let year = o.decisionYear; year <= o.horizonYear; year++) {
      const come = f.arrivals(zone, p.programme, year);
      if (come.length === 0) continue;
      const out: [string, number][] = [[K('waste', zone, p.programme, year), 1]];
      for (const e of shares.get(p.programme) ?? []) {
        const flows = o.reach
          .filter((r) => r.from === zone && f.free(e.occupation, r.to, year) > 0)
          .map((r) => K('flow', zone, p.programme, e.occupation, r.to, year));
        for (const g of flows) out.push([g, 1]);
        if (e.share < 1 && flows.length)
          yield {
            key: K('share', zone, p.programme, e.occupation, year),
            lo: -Infinity,
            hi: 0,
            terms: [...flows.map((g): [string, number] => [g, 1 / e.share]), ...come.map(negative)],
          };
      }
      yield {
        key: K('supply', zone, p.programme, year),
        lo: 0,
        hi: 0,
        terms: [...out, ...come.map(negative)],
      };
    }
  }
}

const negative = ([c, a]: [string, number]): [string, number] => [c, -a];

function* courseRows(f: Facts): Generator<DomainRow> {
  const { o, years } = f;
  for (const centre of o.centres ?? [])
    for (const y of years) {
      const groups: [string, number][] = [];
      for (const c of o.courses ?? []) {
        if (c.centre !== centre.id) continue;
        const goals = courseGoals(f, c.centre, c.occupation, y);
        if (goals.length === 0) continue;
        const id = K(c.centre, c.occupation, y);
        const people = K('retrained', id);
        const r = K('retrainGroups', id);
        groups.push([r, 1]);
        yield {
          key: K('courseMin', id),
          lo: 0,
          hi: Infinity,
          terms: [
            [people, 1],
            [r, -c.groupMin],
          ],
        };
        yield {
          key: K('courseMax', id),
          lo: -Infinity,
          hi: 0,
          terms: [
            [people, 1],
            [r, -c.groupMax],
          ],
        };
        const flows = goals.map((g): [string, number] => [
          K('retrainFlow', c.centre, c.occupation, g.to, y),
          1,
        ]);
        yield { key: K('courseSupply', id), lo: -Infinity, hi: 0, terms: [...flows, [people, -c.success]] };
      }
      if (groups.length)
        yield { key: K('centre', centre.id, y), lo: -Infinity, hi: centre.groupsPerYear, terms: groups };
    }
}
