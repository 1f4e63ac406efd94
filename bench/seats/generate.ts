import type {
  College,
  CrosswalkEdge,
  LicensedPair,
  Need,
  OrderInstance,
  Programme,
  ReachEdge,
  RetrainingCourse,
  Workshop,
} from '../../src/engines/seats/types.ts';

export interface RegionSize {
  seed: number;
  intakes?: number;
  zones?: number;
  colleges?: number;
  programmes?: number;
  occupations?: number;
  centres?: number;
  coursesPerCentre?: number;
  needsPerZone?: number;
  /** A conflict to be found: signed contracts above what the college can hold. */
  conflict?: boolean;
}

type Random = () => number;

function mulberry(seed: number): Random {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const startYear = 2027;

/** An invented region of a given size; same seed, same region. All numbers are made up. */
export function generateRegion(size: RegionSize): OrderInstance {
  const R = mulberry(size.seed);
  const whole = (a: number, b: number) => a + Math.floor(R() * (b - a + 1));
  const intakes = size.intakes ?? 7;
  const Z = size.zones ?? 20;
  const C = size.colleges ?? 45;
  const P = size.programmes ?? 250;
  const O = size.occupations ?? 400;
  const horizonYear = startYear + intakes + 3;
  const areas = Math.min(Z, 5);
  const zones = Array.from({ length: Z }, (_, i) => ({
    id: `z${i}`,
    name: `Зона ${i}`,
    applicantArea: `a${i % areas}`,
  }));
  const districts = zones.map((z, i) => ({ id: `d${i}`, name: `Район ${i}`, zone: z.id }));
  const place = zones.map(() => [R(), R()] as const);
  const reach: ReachEdge[] = zones.flatMap((z, i) =>
    place
      .map((p, j) => ({ j, dist: Math.hypot(p[0] - place[i]![0], p[1] - place[i]![1]) }))
      .sort((a, b) => a.dist - b.dist)
      .slice(0, 5)
      .map(({ j, dist }) => ({ from: z.id, to: `z${j}`, cost: 0.002 + Math.round(dist * 20) / 1000 })),
  );
  const occupations = Array.from({ length: O }, (_, i) => {
    const r = R();
    return { id: `o${i}`, name: `Профессия ${i}`, priority: r < 0.15 ? 30 : r < 0.5 ? 20 : 10 };
  });
  const { programmes, crosswalk } = makeProgrammes(R, whole, P, O);
  const needs = makeNeeds(R, whole, Z, O, size.needsPerZone ?? 75, horizonYear);
  const { colleges, pairs, workshops } = makeColleges(R, whole, C, Z, programmes, intakes);
  const last = pairs.reduce((s, p) => s + p.lastYear, 0);
  const centres = Array.from({ length: size.centres ?? 12 }, (_, k) => ({
    id: `k${k}`,
    name: `Учебный центр ${k}`,
    zone: `z${k % Z}`,
    groupsPerYear: whole(15, 45),
  }));
  const courses: RetrainingCourse[] = centres.flatMap((c) => {
    const set = new Set<number>();
    const count = Math.min(O, size.coursesPerCentre ?? 60);
    while (set.size < count) set.add(whole(0, O - 1));
    return [...set].map((o) => ({
      centre: c.id,
      occupation: `o${o}`,
      groupMin: 10,
      groupMax: 20,
      maxGroups: 4,
      costPerStudent: 4_500_000,
      success: 0.8,
    }));
  });
  if (size.conflict) {
    const college = colleges[0]!;
    const own = pairs.filter((p) => p.college === college.id);
    own[0]!.minSeats = own[0]!.maxGroups * 25;
    college.places = (college.legacy?.[0]?.students ?? 0) + own[0]!.minSeats - 7;
  }
  return {
    format: 'rostok-order/1',
    id: `region-${size.seed}`,
    decisionYear: startYear,
    intakes,
    horizonYear,
    zones,
    districts,
    occupations,
    colleges,
    programmes,
    workshops,
    pairs,
    crosswalk,
    reach,
    needs,
    applicants: Array.from({ length: intakes }, (_, t) => t).flatMap((t) =>
      Array.from({ length: areas }, (_, a) => ({
        area: `a${a}`,
        year: startYear + t,
        base: 9 as const,
        count: Math.round((9000 / areas) * (C / 45)),
      })),
    ),
    budgets: Array.from({ length: intakes }, (_, t) => ({
      id: 'region',
      name: 'Областной бюджет',
      year: startYear + t,
      amount: Math.round(last * 11_500_000 * Math.min(3.1, 0.9 + 0.75 * (t + 1))),
    })),
    centres,
    courses,
    policies: Array.from({ length: intakes }, (_, t) => ({
      id: `priority-${t}`,
      name: 'Приоритетные группы',
      kind: 'minShare' as const,
      years: [startYear + t],
      filter: {
        groups: ['g1', 'g4', 'g8', 'g9', 'g15', 'g16', 'g20', 'g22', 'g26', 'g30', 'g31', 'g35', 'g37'],
      },
      share: 0.25,
    })),
    fairness: [0, 1, 2].map((k) => ({
      id: `q${k}`,
      name: `Период ${k + 1}`,
      fromYear: startYear + 4 * k,
      toYear: k === 2 ? horizonYear : startYear + 4 * k + 3,
    })),
  };
}

function makeProgrammes(R: Random, whole: (a: number, b: number) => number, P: number, O: number) {
  const programmes: Programme[] = [];
  const crosswalk: CrosswalkEdge[] = [];
  for (let p = 0; p < P; p++) {
    const u = R();
    const length = u < 0.45 ? 4 : u < 0.8 ? 3 : u < 0.95 ? 2 : 1;
    programmes.push({
      id: `p${p}`,
      code: `${String(p % 40).padStart(2, '0')}.01.${String(Math.floor(p / 40)).padStart(2, '0')}`,
      name: `Программа ${p}`,
      group: `g${p % 40}`,
      base: R() < 0.85 ? 9 : 11,
      form: 'full-time',
      months: length * 12 - 2,
      groupMin: p % 7 === 0 ? 12 : 15,
      groupMax: 25,
      costPerStudentYear: Math.round((70 + R() * 110) * 100_000),
      dropoutPerYear: 0.06,
      graduation: 0.95,
      armyShare: p % 3 === 0 ? 0.3 : 0.1,
      armyReturn: 0.7,
      inField: 0.6 + R() * 0.3,
    });
    const set = new Set([p % O]);
    for (let n = whole(1, 5); n > set.size; ) set.add((p * 7 + whole(0, 24)) % O);
    for (const o of set)
      crosswalk.push({ programme: `p${p}`, occupation: `o${o}`, share: R() < 0.3 ? 0.6 : 1 });
  }
  return { programmes, crosswalk };
}

function makeNeeds(
  R: Random,
  whole: (a: number, b: number) => number,
  Z: number,
  O: number,
  perZone: number,
  horizonYear: number,
): Need[] {
  const needs: Need[] = [];
  for (let z = 0; z < Z; z++) {
    const chosen = new Set<number>();
    const count = Math.min(O, z === 0 ? perZone * 3 - 5 : perZone);
    while (chosen.size < count) chosen.add(whole(0, O - 1));
    for (const o of chosen) {
      const level = Math.max(1, Math.round((z === 0 ? 3 : 1) * Math.exp(R() * 2.2)));
      for (let year = startYear; year <= horizonYear; year++) {
        const amount = Math.max(0, Math.round(level * (0.7 + 0.6 * R())));
        if (amount > 0) needs.push({ occupation: `o${o}`, zone: `z${z}`, year, amount });
      }
    }
  }
  return needs;
}

function makeColleges(
  R: Random,
  whole: (a: number, b: number) => number,
  C: number,
  Z: number,
  programmes: Programme[],
  intakes: number,
) {
  const colleges: College[] = [];
  const pairs: LicensedPair[] = [];
  const workshops: Workshop[] = [];
  const P = programmes.length;
  for (let c = 0; c < C; c++) {
    const zone = R() < 0.35 ? 0 : whole(0, Z - 1);
    const places = whole(350, 1100);
    const profile = whole(0, 39);
    const count = Math.min(whole(8, 20), P);
    const set = new Set<number>();
    for (let tries = 0; set.size < count && tries < 2000; tries++) {
      const p = ((profile + whole(0, 9)) % 40) + 40 * whole(0, Math.floor((P - 1) / 40));
      if (p < P) set.add(p);
    }
    const sofar = pairs.length;
    colleges.push({
      id: `c${c}`,
      name: `Колледж ${c}`,
      district: `d${zone}`,
      places,
      legacy: Array.from({ length: intakes }, (_, y) => ({
        year: startYear + y,
        students: Math.max(0, Math.round(places * 0.72 * (1 - y / 3.5))),
      })),
    });
    const shops = new Set<string>();
    for (const p of set) {
      const isNew = R() < 0.3;
      const lastYear = isNew ? 0 : 25 * whole(0, 2);
      const shop = `w${c}-${programmes[p]!.group}`;
      if (!shops.has(shop)) {
        shops.add(shop);
        workshops.push({
          id: shop,
          name: `Мастерская ${programmes[p]!.group}`,
          college: `c${c}`,
          capacity: whole(60, 160),
        });
      }
      pairs.push({
        college: `c${c}`,
        programme: `p${p}`,
        lastYear,
        maxGroups: 3,
        workshop: shop,
        ...(isNew ? { isNew } : {}),
        maxRise: 50,
        maxCut: Math.max(25, Math.round(lastYear * 0.6)),
      });
    }
    makeRoom(colleges[c]!, pairs.slice(sofar));
  }
  return { colleges, pairs, workshops };
}

/** A college can hold at least the seats it may not cut at once, so that a region without a seeded conflict has a plan. */
function makeRoom(college: College, pairs: LicensedPair[]): void {
  const least = pairs.reduce((s, p) => s + Math.max(0, p.lastYear - p.maxCut!), 0);
  const first = college.legacy![0]!;
  const free = college.places - first.students;
  if (free < least * 1.25) college.places += Math.ceil(least * 1.25 - free);
}
