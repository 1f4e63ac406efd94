import type { ForecastInput } from './input.ts';
import type { EngineIssue } from './issue.ts';

/** People that rounding of published statistics may add to a sum of zones. */
const ROUNDING = 0.001;

interface Cell {
  zone: string;
  headcount: number;
}

/**
 * Statistics that contradict themselves: the zones of a stratum, an industry or an occupation hold more people
 * than the region as a whole does. Fewer is no fault: not every zone must be known.
 */
export function findMarginFaults(input: ForecastInput): EngineIssue[] {
  return [
    ...above('population', input.population, (p) => `${p.okved}/${p.sizeClass}`),
    ...above('industrySeries', input.industrySeries, (p) => `${p.okved}/${p.year}`),
    ...above('occupationSeries', input.occupationSeries, (p) => `${p.occupation}/${p.year}`),
  ];
}

function above<C extends Cell>(list: string, cells: readonly C[], keyOf: (cell: C) => string): EngineIssue[] {
  const totals = new Map<string, number>();
  const zones = new Map<string, number>();
  for (const cell of cells) {
    const sums = cell.zone === '' ? totals : zones;
    sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + cell.headcount);
  }
  return [...totals]
    .map(([id, total]) => ({ list, id, total, zones: Math.round((zones.get(id) ?? 0) * 100) / 100 }))
    .filter((one) => one.zones > one.total * (1 + ROUNDING) + 1)
    .map((params) => ({ code: 'margins.zonesAbove', params }));
}
