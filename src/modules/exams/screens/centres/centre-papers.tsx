import type { ReactNode } from 'react';
import { useTexts } from '../../../../web/text.ts';
import { SectionHead } from '../../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../../web/widgets/state-mark.tsx';
import css from '../exams.module.css';
import { type CentreRow, todayHere } from '../rooms-api.ts';

/** Everything that lets this centre hold an exam: by kit, with dates, and what was short. */
export function CentrePapers({ centre, acts }: { centre: CentreRow; acts: ReactNode }) {
  const { t, date } = useTexts();
  const today = todayHere();
  return (
    <section className={`panel ${css.box}`} aria-labelledby="papers">
      <SectionHead id="papers" title={t('exams:rooms.centres.papers', { name: centre.name })}>
        {acts}
      </SectionHead>
      {centre.checks.length === 0 && <p className="dim">{t('exams:rooms.centres.noPapers')}</p>}
      <ul className={css.list}>
        {centre.checks.map((one) => {
          const over = one.to !== null && one.to < today;
          return (
            <li key={one.id} className={over ? 'dim' : undefined}>
              <span className={css.stack}>
                <span>
                  {t('exams:rooms.centres.paperOf', {
                    kit: one.kitCode,
                    kind: t(`exams:rooms.centres.kind.${one.kind}`),
                    number: one.number,
                  })}
                </span>
                {one.short.length > 0 && (
                  <StateMark state="remind">
                    {t('exams:rooms.centres.lacks', {
                      items: one.short
                        .map(({ title, need, have }) =>
                          t('exams:rooms.centres.lackOf', { title, need, have }),
                        )
                        .join('; '),
                    })}
                  </StateMark>
                )}
              </span>
              <span className="dim">
                {t('exams:rooms.centres.until', {
                  from: date(one.from),
                  to: one.to ? date(one.to) : t('exams:rooms.centres.noEnd'),
                  places: one.workplaces,
                })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
