import type { PipelineCell } from '../result.ts';
import type { CohortWork } from './flow-cohorts.ts';

/** Supply of those already studying: graduates at work in the field, and conscripts one year later. */
export function buildPipeline(works: readonly CohortWork[], years: readonly number[]): PipelineCell[] {
  const cells = new Map<string, PipelineCell>();
  const add = (work: CohortWork, year: number, byZone: ReadonlyMap<string, number>, afterArmy: boolean) => {
    if (!years.includes(year)) return;
    for (const [zone, people] of byZone) {
      if (people === 0) continue;
      const { programme, id } = work.cohort;
      const key = `${year}\u0000${programme}\u0000${zone}`;
      const cell = cells.get(key) ?? { programme, zone, year, people: 0, trace: [] };
      cells.set(key, cell);
      cell.people += people;
      cell.trace.push({ cohort: id, people, afterArmy });
    }
  };
  for (const work of works) {
    add(work, work.cohort.graduationYear, work.atOnce, false);
    add(work, work.cohort.graduationYear + 1, work.afterArmy, true);
  }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}
