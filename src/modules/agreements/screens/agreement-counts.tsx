import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { AGREEMENTS, api } from './agreements-api.ts';

/** In force, ending, idle, waiting: each with its «откуда?». */
export function AgreementCounts() {
  const { t, num } = useTexts();
  const { data } = useRead([...AGREEMENTS, 'count'], api.countAgreements, {});
  if (!data) return null;
  const counts = data.data;
  const number = (label: string, value: number, short: string) => ({
    label,
    value: num(value),
    origin: {
      short,
      facts: {
        nodes: [
          {
            count: value,
            noun: t('agreements:list.noun', { count: value }),
            source: t('agreements:list.stepNote'),
          },
        ],
      },
    },
  });
  return (
    <KeyNumbers
      numbers={[
        number(t('agreements:list.inForce'), counts.inForce, t('agreements:list.originInForce')),
        number(
          t('agreements:list.soon'),
          counts.expiring,
          t('agreements:list.originSoon', { days: counts.expiringDays }),
        ),
        number(
          t('agreements:list.idle'),
          counts.inactive,
          t('agreements:list.originIdle', { days: counts.inactiveDays }),
        ),
        number(t('agreements:list.waiting'), counts.waiting, t('agreements:list.originWaiting')),
      ]}
    />
  );
}
