import { useTexts } from '../../../web/text.ts';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Money, Num, Range } from '../../../web/widgets/num.tsx';
import type { OriginFacts } from '../../../web/widgets/stem.tsx';
import type { Variant } from './order-api.ts';

/** Forecasts are not more exact than tens of people. */
export const tens = (value: number): number => Math.round(value / 10) * 10;

export function OrderNumbers({ variant }: { variant: Variant }) {
  const { t } = useTexts();
  const s = variant.summary;
  if (!s) return null;
  const people = (value: number, source: string) => ({
    count: Math.round(value),
    noun: t('order:screen.noun.people', { count: Math.round(value) }),
    source,
  });
  const forecast = t('order:screen.origin.forecast', { version: variant.forecastVersion });
  const lines = {
    count: s.needLines,
    noun: t('order:screen.noun.lines', { count: s.needLines }),
    source: t('order:screen.origin.lines'),
  };
  const seats: OriginFacts = {
    nodes: [
      {
        count: s.seats,
        noun: t('order:screen.noun.seats', { count: s.seats }),
        source: t('order:screen.origin.seats', { year: String(variant.decisionYear) }),
      },
      {
        count: s.groups,
        noun: t('order:screen.noun.groups', { count: s.groups }),
        source: t('order:screen.origin.groups', { count: s.programmes }),
      },
      {
        count: s.colleges,
        noun: t('order:screen.noun.colleges', { count: s.colleges }),
        source: t('order:screen.origin.lastYear', { count: s.lastYear }),
      },
      { ...lines, to: '/balance' },
    ],
  };
  const need: OriginFacts = {
    nodes: [
      {
        count: tens(s.need),
        noun: t('order:screen.noun.people', { count: tens(s.need) }),
        source: forecast,
      },
      ...(s.taught
        ? [
            people(s.taught.need, t('order:screen.origin.taught')),
            people(s.need - s.taught.need, t('order:screen.origin.untaught')),
          ]
        : []),
      { ...lines, to: '/forecast' },
    ],
  };
  const open = s.taught ?? { need: s.need, unmet: s.unmet, occupations: s.unmetOccupations };
  const unmet: OriginFacts = {
    nodes: [
      people(open.need, t('order:screen.origin.taught')),
      people(open.unmet, t('order:screen.origin.unmet', { year: String(s.needYear) })),
      {
        count: open.occupations,
        noun: t('order:screen.noun.occupations', { count: open.occupations }),
        source: forecast,
        to: '/balance',
      },
    ],
  };
  const cost: OriginFacts = {
    nodes: [
      {
        count: s.seats,
        noun: t('order:screen.noun.seats', { count: s.seats }),
        source: t('order:screen.origin.cost'),
        to: '/help/rules',
      },
    ],
  };
  return (
    <KeyNumbers
      numbers={[
        {
          label: t('order:screen.number.seats'),
          value: <Num value={s.seats} />,
          aside: <Num value={s.seats - s.lastYear} sign />,
          origin: { short: t('order:screen.count.colleges', { count: s.colleges }), facts: seats },
        },
        {
          label: t('order:screen.number.need', { year: String(s.needYear) }),
          value: <Num value={tens(s.need)} />,
          aside: <Range low={tens(s.low)} high={tens(s.high)} />,
          origin: { short: forecast, facts: need },
        },
        {
          label: t('order:screen.number.unmet'),
          value: <Num value={Math.round(open.unmet)} />,
          aside: open.need > 0 ? t('order:screen.number.of', { count: Math.round(open.need) }) : undefined,
          origin: { short: t('order:screen.count.occupations', { count: open.occupations }), facts: unmet },
        },
        {
          label: t('order:screen.number.cost'),
          value: <Money value={s.cost} compact />,
          origin: { short: t('order:screen.origin.norms'), facts: cost },
        },
      ]}
    />
  );
}
