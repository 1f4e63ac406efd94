import type { NeedCell } from '../../../../engines/forecast/index.ts';
import type { WriteTable } from '../../../../platform/sheets/index.ts';
import type { ComputedPlan } from '../compute/compute-plan.ts';
import type { Names } from './names.ts';
import { type Out, rounded, tableOf } from './tables.ts';
import type { Texts } from './texts.ts';

/** Need by occupation, zone and year with its parts, variants, band and supply. */
export function forecastTable(plan: ComputedPlan, names: Names, { t }: Texts): WriteTable {
  const amount = (title: string, of: (cell: NeedCell) => number): Out<NeedCell> => ({
    title,
    kind: 'decimal',
    of: (cell) => rounded(of(cell)),
  });
  const columns: Out<NeedCell>[] = [
    { title: 'occupation', of: (it) => it.occupation },
    { title: 'occupationName', of: (it) => names.occupation(it.occupation) },
    { title: 'zone', of: (it) => it.zone },
    { title: 'zoneName', of: (it) => names.zone(it.zone) },
    { title: 'year', kind: 'general', of: (it) => it.year },
    amount('expansion', (it) => it.expansion),
    amount('replacement', (it) => it.replacement),
    amount('project', (it) => it.project),
    amount('backlog', (it) => it.backlog),
    amount('openings', (it) => it.openings),
    { title: 'train', kind: 'integer', of: (it) => it.trainNeedWhole },
    amount('low', (it) => it.low),
    amount('high', (it) => it.high),
    amount('p10', (it) => it.p10),
    amount('p50', (it) => it.p50),
    amount('p90', (it) => it.p90),
    amount('supply', (it) => it.supply),
    amount('gap', (it) => it.gap),
    amount('sample', (it) => it.effectiveSample),
    { title: 'band', of: (it) => t(`band.${it.bandFrom}`) },
    { title: 'extrapolation', kind: 'boolean', of: (it) => it.extrapolation },
  ];
  return tableOf(t, 'forecast', columns, plan.forecast.needs);
}
