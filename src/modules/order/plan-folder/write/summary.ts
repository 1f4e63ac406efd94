import type { ComputedPlan } from '../compute/compute-plan.ts';
import { type Compared, comparisonOf } from './comparison.ts';
import type { Names } from './names.ts';
import { rounded } from './tables.ts';

/** The figures of `report.json` and `report.md`: everything counted, nothing said. */
export interface Summary {
  format: 'rostok-plan-report/1';
  title: string;
  region: string;
  demo: boolean;
  trial: boolean;
  unmapped: {
    share: number;
    people: number;
    of: number;
    byOccupation: { occupation: string; name: string; people: number }[];
    vacanciesShare: number | null;
  };
  assumptions: { id: string; params: Record<string, string | number>; count: number | null; text: string }[];
  /** Files the folder was put together from. */
  sources: ComputedPlan['folder']['region']['sources'];
  files: ComputedPlan['folder']['files'];
  vacancies: ComputedPlan['evidence'];
  refused: { file: string; row: number | null; column: string | null; why: string }[];
  forecast: {
    inputHash: string;
    years: [number, number];
    cells: number;
    openings: number;
    forGraduates: number;
    supply: number;
    notes: string[];
  };
  order: {
    decisionYear: number;
    seats: number;
    groups: number;
    lastYear: number;
    unmetPeople: number;
    proved: number;
    reported: number;
    fingerprint: string;
    comparison: Compared[];
  };
}

const total = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((sum, row) => sum + of(row), 0);

export function summaryOf(
  plan: ComputedPlan,
  names: Names,
  title: string,
  told: Pick<Summary, 'assumptions' | 'refused'> & { notes: string[] },
): Summary {
  const { folder, forecast, order, evidence, changes, instance } = plan;
  const cells = forecast.needs.filter((it) => !it.extrapolation);
  const within = new Set(cells.map((it) => it.year));
  const unmapped = forecast.unmapped.filter((it) => within.has(it.year));
  const people = total(unmapped, (it) => it.whole);
  const of = total(cells, (it) => it.trainNeedWhole);
  const byOccupation = new Map<string, number>();
  for (const { occupation, whole } of unmapped)
    byOccupation.set(occupation, (byOccupation.get(occupation) ?? 0) + whole);
  const judged = evidence.counted + evidence.young + evidence.noPlace + evidence.noOccupation;
  const { final, fingerprint } = order.certificate;
  return {
    format: 'rostok-plan-report/1',
    title,
    region: folder.region.name,
    demo: folder.region.demo,
    trial: folder.region.trial,
    unmapped: {
      share: of > 0 ? people / of : 0,
      people,
      of,
      byOccupation: [...byOccupation]
        .filter(([, count]) => count > 0)
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .map(([occupation, count]) => ({ occupation, name: names.occupation(occupation), people: count })),
      vacanciesShare: judged > 0 ? evidence.noOccupation / judged : null,
    },
    assumptions: told.assumptions,
    sources: folder.region.sources,
    files: folder.files,
    vacancies: evidence,
    refused: told.refused,
    forecast: {
      inputHash: forecast.inputHash,
      years: [Math.min(...within), Math.max(...within)],
      cells: cells.length,
      openings: rounded(
        total(cells, (it) => it.openings),
        1,
      ),
      forGraduates: of,
      supply: rounded(
        total(cells, (it) => it.supply),
        1,
      ),
      notes: told.notes,
    },
    order: {
      decisionYear: instance.decisionYear,
      seats: total(changes, (it) => it.now),
      groups: total(changes, (it) => it.why.groups),
      lastYear: total(changes, (it) => it.before),
      unmetPeople: rounded(
        total(order.plan.unmet, (it) => it.people),
        1,
      ),
      proved: final.proved,
      reported: final.reported,
      fingerprint,
      comparison: comparisonOf(plan),
    },
  };
}
