import type { DemoCollege } from './colleges.ts';
import { demoId } from './identifiers.ts';
import type { Prng } from './prng.ts';
import type { ProgrammeSet } from './programmes.ts';
import type { DemoProgramme, DemoSeatLine } from './types.ts';

/** Admission has grown: groups of a year against those of 2026. Intakes before 2022 feed only the outcomes. */
const GROWTH: Record<number, number> = {
  2018: 0.6,
  2019: 0.63,
  2020: 0.66,
  2021: 0.7,
  2022: 0.73,
  2023: 0.82,
  2024: 0.9,
  2025: 0.97,
  2026: 1,
};
const INTAKES = Object.keys(GROWTH).map(Number);
const FIRST_SHOWN = 2022;

/** Attraction of a field: applications per seat and the mean certificate mark in hundredths. */
const ATTRACTION: Record<string, [perSeat: number, mark: number]> = {
  '09': [2.6, 432],
  '10': [2.2, 428],
  '31': [2.8, 442],
  '33': [2.1, 431],
  '34': [2.3, 425],
  '38': [1.8, 405],
  '40': [3.1, 421],
  '42': [1.9, 412],
  '44': [1.7, 418],
  '54': [2.2, 421],
  '25': [1.9, 402],
  '15': [1.2, 362],
  '35': [1.0, 345],
  '08': [1.15, 352],
  '22': [1.0, 343],
  '29': [1.05, 357],
  '23': [1.5, 362],
  '13': [1.4, 371],
};

/** A new group: people on the main seat line, and a few paid beside them. */
export interface IntakeGroup {
  seatLineId: string;
  funding: 'quota' | 'paid';
  size: number;
  besideLineId: string;
  beside: number;
}

export interface Intake {
  programme: DemoProgramme;
  year: number;
  groups: IntakeGroup[];
}

/** Groups a year in 2026 by college: its share of the region's intake, one at least. */
export function splitGroups(colleges: DemoCollege[], total: number): Map<string, number> {
  const whole = colleges.reduce((sum, college) => sum + college.weight, 0);
  const rows = colleges.map((college) => ({
    id: college.organisation.id,
    exact: (total * college.weight) / whole,
  }));
  return new Map(rows.map(({ id, exact }) => [id, Math.max(1, Math.round(exact))]));
}

/**
 * Which programme opens how many groups in which year: every programme saves up credit by its weight, the richest opens.
 * So small colleges take a programme every second year, as in life.
 */
export function makeIntakes(
  prng: Prng,
  colleges: DemoCollege[],
  set: ProgrammeSet,
  groupsAYear: Map<string, number>,
) {
  const seatLines: DemoSeatLine[] = [];
  const intakes: Intake[] = [];
  for (const { organisation } of colleges) {
    const own = set.programmes.filter((row) => row.collegeId === organisation.id && !row.isNew);
    const whole = own.reduce((sum, row) => sum + set.weights.get(row.id)!, 0);
    const credit = own.map(() => prng.next() * 0.6);
    for (const year of INTAKES) {
      const groups = Math.max(1, prng.round(groupsAYear.get(organisation.id)! * GROWTH[year]!));
      const opened = own.map(() => 0);
      for (const [i, row] of own.entries()) credit[i]! += (groups * set.weights.get(row.id)!) / whole;
      for (let g = 0; g < groups; g++) {
        const free = own.map((row, i) => (opened[i]! * 25 < row.capacity ? credit[i]! : -Infinity));
        const best = free.indexOf(Math.max(...free));
        if (free[best] === -Infinity) break;
        opened[best]! += 1;
        credit[best]! -= 1;
      }
      for (const [i, programme] of own.entries()) {
        const intake = admit(
          prng,
          programme,
          year,
          opened[i]!,
          organisation.ownership === 'private',
          seatLines,
        );
        if (intake) intakes.push(intake);
      }
    }
  }
  return { seatLines, intakes };
}

/** Seat lines of a programme and year: quota seats of a state college, paid ones of a private; a few paid beside quota. */
function admit(
  prng: Prng,
  programme: DemoProgramme,
  year: number,
  groups: number,
  isPrivate: boolean,
  seatLines: DemoSeatLine[],
) {
  if (groups === 0) return null;
  const [perSeat, mark] = ATTRACTION[programme.spoCode.slice(0, 2)] ?? [1.3, 375];
  const demand = perSeat * (0.75 + 0.5 * prng.next()) * (1 + 0.03 * (year - 2022));
  const line = (funding: 'quota' | 'paid', seats: number, applied: number, enrolled: number) => {
    const id = demoId('seat-line', seatLines.length + 1);
    seatLines.push({
      id,
      programmeId: programme.id,
      year,
      funding,
      seats,
      applied,
      enrolled,
      averageMark: mark + prng.int(-25, 25),
    });
    return id;
  };
  const intake: Intake = { programme, year, groups: [] };
  const seats = 25 * groups;
  const applied = Math.round(seats * demand * (isPrivate ? 0.7 : 1));
  const enrolled = Math.min(seats, Math.round(applied * (isPrivate ? 0.95 : 0.98)));
  const extra = !isPrivate && demand > 1.6 ? prng.int(0, 4) * groups : 0;
  const shown = year >= FIRST_SHOWN;
  const funding = isPrivate ? 'paid' : 'quota';
  const seatLineId = shown ? line(funding, seats, applied, enrolled) : '';
  const besideLineId = shown && extra > 0 ? line('paid', extra, extra + prng.int(0, 5), extra) : '';
  for (let g = 0; g < groups; g++) {
    const share = (all: number) => Math.floor((all * (g + 1)) / groups) - Math.floor((all * g) / groups);
    intake.groups.push({ seatLineId, funding, size: share(enrolled), besideLineId, beside: share(extra) });
  }
  return intake;
}
