import { NEED_YEARS } from './sizes.ts';
import type { DemoBudget, DemoCourse, DemoGroup, DemoProgramme, DemoStudent } from './types.ts';

/** Kopecks a student a year by group of programmes: dear are workshops, machines and clinics. */
const COST: Record<string, number> = {
  '15': 138,
  '22': 135,
  '23': 128,
  '24': 142,
  '25': 150,
  '26': 138,
  '13': 118,
  '31': 122,
  '34': 116,
  '35': 130,
  '18': 118,
  '19': 116,
  '43': 108,
  '08': 118,
};

export const costOf = (spoCode: string): number => (COST[spoCode.slice(0, 2)] ?? 96) * 100_000;

/** The region's money for quota seats, enough for today's contingent and some three per cent; and for short courses. */
export function makeBudgets(
  students: DemoStudent[],
  groups: Map<string, DemoGroup>,
  programmes: Map<string, DemoProgramme>,
  courses: DemoCourse[],
): DemoBudget[] {
  const paidByRegion = students.filter(
    (row) => row.funding !== 'paid' && (row.status === 'studying' || row.status === 'leave'),
  );
  const today = paidByRegion.reduce((sum, row) => sum + cost(row), 0);
  const retraining = courses.reduce((sum, row) => sum + row.price * row.groupMax * row.groupsMax, 0) * 0.35;
  return NEED_YEARS.flatMap((year, k) => {
    const committed = paidByRegion.reduce(
      (sum, row) => sum + (groups.get(row.groupId)!.graduationYear > year ? cost(row) * 0.92 ** (k + 1) : 0),
      0,
    );
    const kopecks = (value: number) => Math.round(value / 100) * 100;
    return [
      {
        source: 'region-spo',
        name: 'Областной бюджет: СПО',
        year,
        limit: kopecks(today * 1.03 ** (k + 1)),
        committed: kopecks(committed),
      },
      {
        source: 'region-retraining',
        name: 'Программа «Кадры»: переподготовка',
        year,
        limit: kopecks(retraining),
        committed: 0,
      },
    ];
  });

  function cost(row: DemoStudent): number {
    return costOf(programmes.get(groups.get(row.groupId)!.programmeId)!.spoCode);
  }
}
