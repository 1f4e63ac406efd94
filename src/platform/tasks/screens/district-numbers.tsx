import { contract as order } from '../../../modules/order/contract.ts';
import { apiOf, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';

const api = apiOf(order);

/** A municipality's district: what is needed here and what can be learned near by. */
export function DistrictNumbers() {
  const { t } = useTexts();
  const read = useRead(['order', 'district'], api.districtSheet, {}, { retry: false });
  const data = read.data?.data;
  if (!data) return null;
  const { need, seatsWithin50, municipality } = data;
  const sheet = (count: number | null, noun: string) => ({
    nodes: [{ count: count ?? 0, noun, source: municipality.name, to: '/district' }],
  });
  return (
    <KeyNumbers
      numbers={[
        {
          label: t('order:screen.district.need'),
          value: <Num value={need.stated} />,
          origin: {
            short:
              need.enterprises === null
                ? t('needs:withheld.mark')
                : t('order:screen.count.enterprises', { count: need.enterprises }),
            facts: sheet(need.stated, t('order:screen.noun.people', { count: need.stated ?? 0 })),
          },
        },
        {
          label: t('order:screen.district.seats'),
          value: <Num value={seatsWithin50} />,
          origin: {
            short: t('order:screen.district.free'),
            facts: sheet(seatsWithin50, t('order:screen.noun.seats', { count: seatsWithin50 })),
          },
        },
      ]}
    />
  );
}
