import { type SeatShare, seatShares, wholeShare } from '../../../../engines/seats/index.ts';
import type { WriteTable } from '../../../../platform/sheets/index.ts';
import type { ComputedPlan } from '../compute/compute-plan.ts';
import { projectLineId } from '../compute/forecast-input.ts';
import type { Names } from './names.ts';
import { type Out, tableOf } from './tables.ts';
import type { Texts } from './texts.ts';

interface SeatRow extends SeatShare {
  college: string;
  programme: string;
  seats: number;
}

/** Every seat of the order opened to the need lines it serves; the shares of a college's programme add to one. */
export function seatTable(plan: ComputedPlan, names: Names, { t }: Texts): WriteTable {
  const { instance, order, folder } = plan;
  const rows = plan.changes
    .filter((it) => it.now > 0)
    .flatMap(({ college, programme, now }): SeatRow[] =>
      seatShares(instance, order.plan, college, programme, instance.decisionYear).map((share) => ({
        ...share,
        college,
        programme,
        seats: now,
      })),
    );
  const owner = new Map([
    ...folder.tables.needs.map((it): [string, string] => [it.id, it.enterprise]),
    ...folder.tables.projects.map((it): [string, string] => [projectLineId(it), it.enterprise ?? '']),
  ]);
  const columns: Out<SeatRow>[] = [
    { title: 'college', of: (it) => it.college },
    { title: 'collegeName', of: (it) => names.college(it.college) },
    { title: 'variant', of: (it) => it.programme },
    { title: 'seats', kind: 'integer', of: (it) => it.seats },
    { title: 'kind', of: (it) => t(`kind.${it.kind}`) },
    { title: 'line', of: (it) => it.line ?? '' },
    { title: 'enterprise', of: (it) => owner.get(it.line ?? '') ?? '' },
    { title: 'occupation', of: (it) => it.occupation ?? '' },
    { title: 'occupationName', of: (it) => (it.occupation ? names.occupation(it.occupation) : '') },
    { title: 'zone', of: (it) => it.zone ?? '' },
    { title: 'year', kind: 'general', of: (it) => it.year ?? null },
    // Millionths, so that the decimals written are exact and add to one.
    { title: 'share', kind: 'decimal', of: (it) => it.share / wholeShare },
    { title: 'seatsBacked', kind: 'decimal', of: (it) => (it.share * it.seats) / wholeShare },
  ];
  return tableOf(t, 'shares', columns, rows);
}
