import { contract as needs } from '../../../modules/needs/contract.ts';
import { apiOf, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';

const api = apiOf(needs);

/** An enterprise's own need and what of it waits to be confirmed. */
export function NeedNumbers() {
  const { t, date } = useTexts();
  const read = useRead(['needs', 'mine'], api.getMyNeeds, {}, { retry: false });
  const data = read.data?.data;
  if (!data) return null;
  const lines = data.rows.length;
  const facts = (count: number, noun: string) => ({
    nodes: [
      { count, noun, source: data.organisation.name },
      {
        count: lines,
        noun: t('tasks:noun.rows', { count: lines }),
        source: data.campaign
          ? t('tasks:numbers.survey', { title: data.campaign.title, at: date(data.campaign.closesOn, 'day') })
          : t('tasks:numbers.noSurvey'),
        to: '/needs',
      },
    ],
  });
  const people = t('order:screen.noun.people', { count: data.people });
  return (
    <KeyNumbers
      numbers={[
        {
          label: t('tasks:numbers.ourNeed'),
          value: <Num value={data.people} />,
          aside: people,
          origin: { short: t('tasks:numbers.rows', { count: lines }), facts: facts(data.people, people) },
        },
        {
          label: t('tasks:numbers.toConfirm'),
          value: <Num value={data.toConfirm} />,
          origin: {
            short: data.campaign
              ? t('tasks:numbers.until', { at: date(data.campaign.closesOn, 'day') })
              : t('tasks:numbers.noSurvey'),
            facts: facts(data.toConfirm, t('tasks:noun.lines', { count: data.toConfirm })),
          },
        },
      ]}
    />
  );
}
