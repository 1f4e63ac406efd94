import { useTexts } from '../../../web/text.ts';
import { Bar } from '../../../web/widgets/bar.tsx';
import { Origin } from '../../../web/widgets/origin.tsx';
import { practiceShare } from '../rules/practice-share.ts';
import css from './programmes.module.css';
import type { Programme } from './programmes-api.ts';

/** How the share came to be: practice of all hours, by the plan in force. */
export function useShareFacts() {
  const { t } = useTexts();
  return (row: Programme) => ({
    nodes: [
      {
        count: row.academicHours,
        noun: t('programmes:screen.programme.hoursNoun', { count: row.academicHours ?? 0 }),
        source: t('programmes:screen.programme.planOf', { title: row.versionTitle ?? '' }),
      },
      {
        count: row.practiceHours,
        noun: t('programmes:screen.programme.practiceNoun'),
        source: t('programmes:screen.programme.planOf', { title: row.versionTitle ?? '' }),
        to: `/programmes/${row.id}`,
      },
    ],
  });
}

/** The share of practice as a bar and a number that opens to its hours. */
export function PracticeShare({ row }: { row: Programme }) {
  const { t, percent } = useTexts();
  const factsOf = useShareFacts();
  const { ofPlan } = practiceShare(row);
  if (ofPlan === null) return <span className="dim">{t('programmes:screen.programme.noPlan')}</span>;
  const words = percent(ofPlan);
  return (
    <span className={css.share}>
      <Bar share={ofPlan} label={`${t('programmes:screen.programme.share')}: ${words}`} />
      <Origin facts={factsOf(row)} label={words}>
        <span className="num">{words}</span>
      </Origin>
    </span>
  );
}
