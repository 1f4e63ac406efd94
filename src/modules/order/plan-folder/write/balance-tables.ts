import type { BalanceCell } from '../../../../engines/forecast/index.ts';
import type { WriteTable } from '../../../../platform/sheets/index.ts';
import type { Change, ComputedPlan } from '../compute/compute-plan.ts';
import type { Names } from './names.ts';
import { type Out, rounded, tableOf } from './tables.ts';
import type { Texts } from './texts.ts';

/** The closed formula beside the order, for one code over the region. */
export interface FormulaRow {
  code: string;
  needYear: number | null;
  need: number;
  pipeline: number;
  other: number;
  yield: number | null;
  /** Null where the graduation lies beyond the forecast. */
  hint: number | null;
  before: number;
  seats: number;
  why: string;
}

export function formulaRows(plan: ComputedPlan, texts: Texts): FormulaRow[] {
  const { forecast, instance, changes } = plan;
  const hints = new Map(
    forecast.hints.filter((it) => it.intakeYear === instance.decisionYear).map((it) => [it.programme, it]),
  );
  const codeOf = new Map(instance.programmes.map((it) => [it.id, it.code]));
  const codes = [...new Set(instance.programmes.map((it) => it.code))].sort();
  return codes.map((code) => {
    const own = changes.filter((it) => codeOf.get(it.programme) === code);
    const hint = hints.get(code);
    const seats = own.reduce((sum, it) => sum + it.now, 0);
    return {
      code,
      needYear: hint?.needYear ?? null,
      need: hint?.need ?? 0,
      pipeline: hint?.pipeline ?? 0,
      other: hint?.otherSupply ?? 0,
      yield: hint ? rounded(hint.yield, 4) : null,
      hint: hint?.seats ?? null,
      before: own.reduce((sum, it) => sum + it.before, 0),
      seats,
      why: difference(plan, code, hint?.seats ?? null, own, texts),
    };
  });
}

const FEWER = [
  'places',
  'workshop',
  'budget',
  'applicants',
  'rise',
  'groups',
  'policy',
  'newLimit',
  'demand',
];
const MORE = ['cut', 'minSeats', 'policy'];

/** Why the order's number is not the formula's, from what the order ran up against in the colleges of the code. */
function difference(
  plan: ComputedPlan,
  code: string,
  hint: number | null,
  own: Change[],
  { t, seats: say }: Texts,
): string {
  const seats = own.reduce((sum, it) => sum + it.now, 0);
  if (hint === null) return t('difference.beyond');
  if (hint === seats) return t('difference.same');
  const fewer = seats < hint;
  const ids = fewer ? FEWER : MORE;
  const met = own
    .flatMap((it) => it.why.binding)
    .filter((it) => ids.some((id) => it.id === `why.limit.${id}`));
  const sentences = [...new Set(met.map(say))].slice(0, 2);
  if (sentences.length === 0 && !fewer) sentences.push(t('difference.otherYears'));
  else if (sentences.length === 0 && leftOpen(plan, code) < 0.5) sentences.push(t('difference.shared'));
  else if (sentences.length === 0) {
    sentences.push(t('difference.outweighed'));
    const against = own
      .flatMap((it) => it.why.forces)
      .find((it) => it.weight > 0 && it.id !== 'why.force.workers');
    if (against) sentences.push(say(against));
  }
  const sizes = new Map(plan.instance.programmes.map((it) => [it.id, it.groupMax]));
  const oneGroup = own.reduce((most, it) => Math.max(most, sizes.get(it.programme) ?? 0), 0);
  if (seats > 0 && Math.abs(seats - hint) < oneGroup) sentences.push(t('difference.wholeGroups'));
  return t(fewer ? 'difference.less' : 'difference.more', { why: sentences.join(' ') });
}

/** People still missing in the occupations a code leads to, over all years. */
function leftOpen({ instance, order }: ComputedPlan, code: string): number {
  const variants = new Set(instance.programmes.flatMap((it) => (it.code === code ? [it.id] : [])));
  const led = new Set(
    instance.crosswalk.flatMap((it) => (variants.has(it.programme) ? [it.occupation] : [])),
  );
  return order.plan.unmet.reduce((sum, it) => (led.has(it.occupation) ? sum + it.people : sum), 0);
}

/** Balance by code, zone and year; formula against order; need no programme leads to. */
export function balanceTables(plan: ComputedPlan, names: Names, texts: Texts): WriteTable[] {
  const { t } = texts;
  const balance: Out<BalanceCell>[] = [
    { title: 'code', of: (it) => it.programme },
    { title: 'programme', of: (it) => names.programmeCode(it.programme) },
    { title: 'zone', of: (it) => it.zone },
    { title: 'zoneName', of: (it) => names.zone(it.zone) },
    { title: 'year', kind: 'general', of: (it) => it.year },
    { title: 'need', kind: 'integer', of: (it) => it.need },
    { title: 'pipeline', kind: 'integer', of: (it) => it.pipeline },
    { title: 'other', kind: 'integer', of: (it) => it.otherSupply },
    { title: 'gap', kind: 'integer', of: (it) => it.gap },
    { title: 'extrapolation', kind: 'boolean', of: (it) => it.extrapolation },
  ];
  const formula: Out<FormulaRow>[] = [
    { title: 'code', of: (it) => it.code },
    { title: 'programme', of: (it) => names.programmeCode(it.code) },
    { title: 'intake', kind: 'general', of: () => plan.instance.decisionYear },
    { title: 'needYear', kind: 'general', of: (it) => it.needYear },
    { title: 'need', kind: 'integer', of: (it) => it.need },
    { title: 'pipeline', kind: 'integer', of: (it) => it.pipeline },
    { title: 'other', kind: 'integer', of: (it) => it.other },
    { title: 'yield', kind: 'percent', of: (it) => it.yield },
    { title: 'hint', kind: 'integer', of: (it) => it.hint },
    { title: 'lastYear', kind: 'integer', of: (it) => it.before },
    { title: 'seats', kind: 'integer', of: (it) => it.seats },
    { title: 'difference', kind: 'integer', of: (it) => (it.hint === null ? null : it.seats - it.hint) },
    { title: 'why', width: 90, of: (it) => it.why },
  ];
  const unmapped: Out<{ occupation: string; year: number; whole: number }>[] = [
    { title: 'occupation', of: (it) => it.occupation },
    { title: 'occupationName', of: (it) => names.occupation(it.occupation) },
    { title: 'year', kind: 'general', of: (it) => it.year },
    { title: 'people', kind: 'integer', of: (it) => it.whole },
  ];
  return [
    tableOf(t, 'balance', balance, plan.forecast.balance),
    tableOf(t, 'hints', formula, formulaRows(plan, texts)),
    tableOf(t, 'unmapped', unmapped, unmappedByYear(plan)),
  ];
}

function unmappedByYear({ forecast }: ComputedPlan): { occupation: string; year: number; whole: number }[] {
  const sums = new Map<string, { occupation: string; year: number; whole: number }>();
  for (const { occupation, year, whole } of forecast.unmapped) {
    const at = sums.get(`${occupation} ${year}`);
    if (at) at.whole += whole;
    else sums.set(`${occupation} ${year}`, { occupation, year, whole });
  }
  return [...sums.values()].filter((it) => it.whole > 0);
}
