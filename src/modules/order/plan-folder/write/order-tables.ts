import type { PlanSeats } from '../../../../engines/seats/index.ts';
import type { WriteTable } from '../../../../platform/sheets/index.ts';
import type { Change, ComputedPlan } from '../compute/compute-plan.ts';
import { comparisonOf } from './comparison.ts';
import { answerOf } from './explanations.ts';
import type { Names } from './names.ts';
import { type Out, rounded, tableOf } from './tables.ts';
import type { Texts } from './texts.ts';

/** The order itself, the indicative intakes, retraining, what stays open, and the simple orders beside it. */
export function orderTables(plan: ComputedPlan, names: Names, texts: Texts): WriteTable[] {
  const { t, seats: say } = texts;
  const { instance, order } = plan;
  const programmes = new Map(instance.programmes.map((it) => [it.id, it]));
  const variant = <R extends { college: string; programme: string }>(): Out<R>[] => [
    { title: 'college', of: (it) => it.college },
    { title: 'collegeName', of: (it) => names.college(it.college) },
    { title: 'place', of: (it) => names.place(it.college) },
    { title: 'variant', of: (it) => it.programme },
    { title: 'code', of: (it) => programmes.get(it.programme)?.code ?? '' },
    { title: 'programme', of: (it) => programmes.get(it.programme)?.name ?? '' },
    { title: 'base', kind: 'general', of: (it) => programmes.get(it.programme)?.base ?? null },
    { title: 'form', of: (it) => t(`form.${programmes.get(it.programme)?.form}`) },
    { title: 'months', kind: 'integer', of: (it) => programmes.get(it.programme)?.months ?? null },
  ];
  const now: Out<Change>[] = [
    ...variant<Change>(),
    { title: 'lastYear', kind: 'integer', of: (it) => it.before },
    { title: 'groups', kind: 'integer', of: (it) => it.why.groups },
    { title: 'seats', kind: 'integer', of: (it) => it.now },
    { title: 'difference', kind: 'integer', of: (it) => it.now - it.before },
    {
      title: 'cost',
      kind: 'money',
      of: (it) => it.now * (programmes.get(it.programme)?.costPerStudentYear ?? 0),
    },
    {
      title: 'why',
      width: 90,
      of: (it) =>
        it.now + it.before === 0
          ? ''
          : [answerOf(it.why, texts), ...it.why.binding.slice(0, 2).map(say)].join(' '),
    },
  ];
  const later: Out<PlanSeats>[] = [
    ...variant<PlanSeats>(),
    { title: 'intake', kind: 'general', of: (it) => it.year },
    { title: 'groups', kind: 'decimal', of: (it) => rounded(it.groups) },
    { title: 'seats', kind: 'decimal', of: (it) => rounded(it.seats) },
  ];
  const centres = new Map((instance.centres ?? []).map((it) => [it.id, it.name]));
  const retraining: Out<(typeof order.plan.retraining)[number]>[] = [
    { title: 'centre', of: (it) => centres.get(it.centre) ?? it.centre },
    { title: 'occupation', of: (it) => it.occupation },
    { title: 'occupationName', of: (it) => names.occupation(it.occupation) },
    { title: 'year', kind: 'general', of: (it) => it.year },
    { title: 'groups', kind: 'decimal', of: (it) => rounded(it.groups) },
    { title: 'people', kind: 'decimal', of: (it) => rounded(it.people) },
  ];
  const unmet: Out<(typeof order.plan.unmet)[number]>[] = [
    { title: 'occupation', of: (it) => it.occupation },
    { title: 'occupationName', of: (it) => names.occupation(it.occupation) },
    { title: 'zone', of: (it) => it.zone },
    { title: 'zoneName', of: (it) => names.zone(it.zone) },
    { title: 'year', kind: 'general', of: (it) => it.year },
    { title: 'people', kind: 'decimal', of: (it) => rounded(it.people) },
  ];
  const comparison: Out<ReturnType<typeof comparisonOf>[number]>[] = [
    { title: 'plan', of: (it) => t(`plans.${it.id}`) },
    { title: 'weighted', kind: 'decimal', of: (it) => rounded(it.goal) },
    { title: 'worse', kind: 'percent', of: (it) => rounded(it.worse, 4) },
    { title: 'broken', kind: 'integer', of: (it) => it.broken },
  ];
  const { decisionYear } = instance;
  return [
    tableOf(t, 'order', now, plan.changes),
    tableOf(
      t,
      'later',
      later,
      order.plan.seats.filter((it) => it.year > decisionYear),
    ),
    tableOf(t, 'retraining', retraining, order.plan.retraining),
    tableOf(t, 'unmet', unmet, order.plan.unmet),
    tableOf(t, 'comparison', comparison, comparisonOf(plan)),
  ];
}
