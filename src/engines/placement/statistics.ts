import type { Market } from './market/market.ts';
import type { Solved } from './solve/solve.ts';
import type { PlacementStatistics } from './types.ts';

/** Counts that may be published: no names, no cells by single places. */
export function statisticsOf(market: Market, solved: Solved): PlacementStatistics {
  const { snapshot, level, pinnedAt } = market;
  const byRank: number[] = [];
  let placed = 0;
  let rankSum = 0;
  const groups = { byCollege: {}, bySex: {}, byRural: {} } as Required<
    Pick<PlacementStatistics, 'byCollege' | 'bySex' | 'byRural'>
  >;
  const add = (kind: keyof typeof groups, key: string | undefined, got: boolean) => {
    if (key === undefined) return;
    groups[kind][key] ??= { students: 0, placed: 0 };
    const cell = groups[kind][key]!;
    cell.students++;
    if (got) cell.placed++;
  };
  snapshot.students.forEach((student, s) => {
    const e = solved.choice[s]!;
    const got = e >= 0 || pinnedAt[s]! >= 0;
    if (got) placed++;
    if (e >= 0) {
      const tier = level[e]!;
      while (byRank.length <= tier) byRank.push(0);
      byRank[tier]!++;
      rankSum += tier + 1;
    }
    add('byCollege', student.college, got);
    add('bySex', student.sex, got);
    add('byRural', student.rural === undefined ? undefined : String(student.rural), got);
  });
  const out: PlacementStatistics = {
    students: snapshot.students.length,
    placed,
    seats: snapshot.places.reduce((sum, p) => sum + p.capacity, 0),
    byRank,
    rankSum,
  };
  for (const kind of ['byCollege', 'bySex', 'byRural'] as const)
    if (Object.keys(groups[kind]).length > 0) out[kind] = groups[kind];
  return out;
}
