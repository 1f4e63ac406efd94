import { Link } from '@tanstack/react-router';
import { contract as order } from '../../../modules/order/contract.ts';
import { apiOf, useRead } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { buttonClass } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num, Range } from '../../../web/widgets/num.tsx';

const api = apiOf(order);
const tens = (value: number) => Math.round(value / 10) * 10;

/** The newest order in three numbers. */
export function OrderNumbers() {
  const { t } = useTexts();
  const { may } = useSession();
  const read = useRead(['order', 'variant'], api.getVariant, { id: 'latest' }, { retry: false });
  if (read.isPending) return null;
  const variant = read.data?.data;
  const s = variant?.summary;
  if (!variant || !s)
    return (
      <div className="panel">
        <EmptyState text={t('tasks:numbers.noOrder')}>
          <Link to={may('forecast.run.read') ? '/forecast' : '/order'} className={buttonClass({})}>
            {t('forecast:screen.runs.title')}
          </Link>
        </EmptyState>
      </div>
    );
  const people = (count: number) => t('order:screen.noun.people', { count });
  const open = s.taught ?? { need: s.need, unmet: s.unmet, occupations: s.unmetOccupations };
  const forecast = t('order:screen.origin.forecast', { version: variant.forecastVersion });
  return (
    <KeyNumbers
      numbers={[
        {
          label: t('tasks:numbers.seats', { year: String(variant.decisionYear) }),
          value: <Num value={s.seats} />,
          origin: {
            short: t('order:screen.count.colleges', { count: s.colleges }),
            facts: {
              nodes: [
                {
                  count: s.groups,
                  noun: t('order:screen.noun.groups', { count: s.groups }),
                  source: t('order:screen.origin.lastYear', { count: s.lastYear }),
                  to: `/order/${variant.id}`,
                },
              ],
            },
          },
        },
        {
          label: t('order:screen.number.need', { year: String(s.needYear) }),
          value: <Num value={tens(s.need)} />,
          aside: <Range low={tens(s.low)} high={tens(s.high)} />,
          origin: {
            short: forecast,
            facts: {
              nodes: [{ count: tens(s.need), noun: people(tens(s.need)), source: forecast, to: '/balance' }],
            },
          },
        },
        {
          label: t('order:screen.number.unmet'),
          value: <Num value={Math.round(open.unmet)} />,
          aside: t('order:screen.number.of', { count: Math.round(open.need) }),
          origin: {
            short: t('order:screen.count.occupations', { count: open.occupations }),
            facts: {
              nodes: [
                {
                  count: Math.round(open.unmet),
                  noun: people(Math.round(open.unmet)),
                  source: t('order:screen.origin.unmet', { year: String(s.needYear) }),
                  to: '/balance',
                },
              ],
            },
          },
        },
      ]}
    />
  );
}
