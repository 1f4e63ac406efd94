import crosswalk from '../../reference/crosswalk.json';
import spo from '../../reference/spo.json';
import ugs from '../../reference/ugs.json';
import type { DemoCollege } from './colleges.ts';
import { demoId } from './identifiers.ts';
import { planOf } from './plans.ts';
import type { Prng } from './prng.ts';
import type { DemoNeedLine, DemoProgramme, DemoWorkshop } from './types.ts';

const LIVE = spo.rows.filter((row) => row.list === '336');
const UGS_NAMES = new Map(ugs.rows.map((row) => [row.code, row.name]));

/** How much the region's openings ask for each programme: the need of its occupations times the crosswalk weights. */
export function pullOf(needLines: DemoNeedLine[]): Map<string, number> {
  const need = new Map<string, number>();
  for (const line of needLines) need.set(line.occupation, (need.get(line.occupation) ?? 0) + line.count);
  const pull = new Map<string, number>();
  for (const edge of crosswalk.rows) {
    pull.set(edge.spo, (pull.get(edge.spo) ?? 0) + edge.weight * Math.sqrt(need.get(edge.occupation) ?? 0));
  }
  return pull;
}

export interface ProgrammeSet {
  programmes: DemoProgramme[];
  workshops: DemoWorkshop[];
  /** Programme id → share in its college's admission. */
  weights: Map<string, number>;
}

/**
 * Programmes of every college: as many as its yearly groups allow, long ones most often, and now and then one that is
 * licensed but was never opened. The pull of needs only tilts the choice: last year's order is never the right one.
 */
export function makeProgrammes(
  prng: Prng,
  colleges: DemoCollege[],
  pull: Map<string, number>,
  groupsAYear: Map<string, number>,
): ProgrammeSet {
  const set: ProgrammeSet = { programmes: [], workshops: [], weights: new Map() };
  for (const college of colleges) {
    const groups = groupsAYear.get(college.organisation.id)!;
    const candidates = LIVE.filter((row) => college.ugs.includes(row.code.slice(0, 2)));
    const likes = candidates.map(
      (row) =>
        (2 + (pull.get(row.code) ?? 0)) *
        (0.5 + prng.next()) *
        ((row.months9 ?? row.months11)! >= 40 ? 1.7 : 1),
    );
    const ranked = candidates
      .map((row, i) => ({ row, like: likes[i]! }))
      .sort((a, b) => b.like - a.like || (a.row.code < b.row.code ? -1 : 1));
    const taught = ranked.slice(0, Math.max(3, Math.round(groups * 1.1)));
    const fresh = ranked.slice(taught.length, taught.length + (prng.chance(0.6) ? 2 : 1));
    for (const { row, like } of [...taught, ...fresh]) {
      const base = row.months9 && !(row.months11 && prng.chance(0.07)) ? 9 : 11;
      const months = (base === 9 ? row.months9 : row.months11)!;
      const isNew = !taught.some((item) => item.row === row);
      const id = demoId('programme', set.programmes.length + 1);
      const expected = isNew
        ? 1
        : Math.max(1, Math.round((groups * like) / taught.reduce((sum, item) => sum + item.like, 0)));
      set.programmes.push({
        id,
        collegeId: college.organisation.id,
        variant: `${row.code}-${base}-full-time`,
        spoCode: row.code,
        name: row.name,
        base,
        form: 'full-time',
        months,
        workshopId: null,
        capacity: 25 * (expected + (prng.chance(0.55) ? 1 : 0) + (isNew ? 0 : 1)),
        isNew,
        versions: planOf(set.programmes.length + 1, row.code, base, months),
      });
      if (!isNew) set.weights.set(id, like);
    }
    addWorkshops(prng, college, set);
  }
  return set;
}

/** One workshop per group of programmes, shared by them; a bit too small, as they are. */
function addWorkshops(prng: Prng, college: DemoCollege, set: ProgrammeSet): void {
  const own = set.programmes.filter((row) => row.collegeId === college.organisation.id);
  for (const code of new Set(own.map((row) => row.spoCode.slice(0, 2)))) {
    const users = own.filter((row) => row.spoCode.startsWith(code));
    const places = users.reduce((sum, row) => sum + row.capacity * (row.months / 12) * 0.45, 0);
    const id = demoId('workshop', set.workshops.length + 1);
    set.workshops.push({
      id,
      collegeId: college.organisation.id,
      ugs: `${code}.00.00`,
      places: Math.ceil((places * (0.85 + 0.4 * prng.next())) / 5) * 5,
      name: `Мастерская: ${UGS_NAMES.get(`${code}.00.00`)}`,
    });
    for (const row of users) row.workshopId = id;
  }
}
