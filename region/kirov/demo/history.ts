import type { Prng } from './prng.ts';
import { sectorOf } from './staff.ts';
import type { DemoHeadcount, DemoOrganisation, DemoStaff, DemoStaffing, SizeClass } from './types.ts';

const YEARS = Array.from({ length: 12 }, (_, i) => 2015 + i);
const SHOCKS: Record<number, number> = { 2015: -0.012, 2020: -0.018, 2021: 0.008, 2022: -0.01, 2023: 0.012 };
const NON_RESPONSE: Record<SizeClass, number> = { '1-15': 2.6, '16-100': 1.9, '101-250': 1.35, '251+': 1.08 };

/**
 * Twelve years of headcount by section and size class, ending with today's staff of the demo (the respondents), and of
 * occupations inside sections. The past is walked back from today by each sector's growth, the common shocks and noise.
 */
export function makeHistory(prng: Prng, enterprises: DemoOrganisation[], staff: DemoStaff[]) {
  const cells = new Map<string, { section: string; sizeClass: SizeClass; now: number; growth: number }>();
  for (const row of enterprises) {
    const key = `${row.section} ${row.sizeClass}`;
    const cell = cells.get(key) ?? { section: row.section, sizeClass: row.sizeClass, now: 0, growth: 0 };
    cell.now += row.headcount;
    cell.growth += row.headcount * sectorOf(row).growth;
    cells.set(key, cell);
  }
  const headcounts: DemoHeadcount[] = [];
  for (const key of [...cells.keys()].sort()) {
    const cell = cells.get(key)!;
    let level = cell.now * NON_RESPONSE[cell.sizeClass];
    for (const year of YEARS.toReversed()) {
      const respondents = year === YEARS.at(-1) ? cell.now : null;
      headcounts.push({
        section: cell.section,
        sizeClass: cell.sizeClass,
        year,
        population: Math.round(level),
        respondents,
      });
      level /= 1 + cell.growth / cell.now + (SHOCKS[year] ?? 0) + (prng.next() - 0.5) * 0.012;
    }
  }
  return { headcounts: headcounts.reverse(), staffing: staffingHistory(prng, enterprises, staff) };
}

function staffingHistory(prng: Prng, enterprises: DemoOrganisation[], staff: DemoStaff[]): DemoStaffing[] {
  const sectionOf = new Map(enterprises.map((row) => [row.id, row.section]));
  const now = new Map<string, number>();
  for (const row of staff) {
    const key = `${sectionOf.get(row.organisationId)} ${row.occupation}`;
    now.set(key, (now.get(key) ?? 0) + row.headcount);
  }
  const rows: DemoStaffing[] = [];
  for (const key of [...now.keys()].sort()) {
    const [section, occupation] = key.split(' ') as [string, string];
    const drift = (prng.fork(key).next() - 0.5) * 0.03;
    for (const year of YEARS) {
      const back = 2026 - year;
      const noise = back === 0 ? 1 : 1 + (prng.next() - 0.5) * 0.03;
      rows.push({
        section,
        occupation,
        year,
        headcount: Math.max(1, Math.round(now.get(key)! * (1 - drift) ** back * noise)),
      });
    }
  }
  return rows;
}
