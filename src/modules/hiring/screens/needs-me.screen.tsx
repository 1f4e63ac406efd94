import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import css from './hiring.module.css';
import { api, FRESH } from './hiring-api.ts';
import { Reasons } from './reasons.tsx';

/** «Кому я нужен»: need lines and vacancies by the competences of the own programme, phone first. */
export default function NeedsMe() {
  const { t, money, date } = useTexts();
  const read = useRead(['hiring', 'matches'], api.myMatches, {}, FRESH);
  if (read.isError) return <EmptyState title={t('hiring:screen.needsMe.title')} text={read.error.message} />;
  const rows = read.data?.data.rows ?? [];
  const at = read.data?.data.computedAt;
  return (
    <>
      <PageHead
        title={t('hiring:screen.needsMe.title')}
        about={
          at
            ? t('hiring:screen.needsMe.about', {
                count: read.data?.data.competences ?? 0,
                at: date(at, 'moment'),
              })
            : t('hiring:screen.fitting.notYet')
        }
      />
      {read.data && rows.length === 0 && <EmptyState level={2} text={t('hiring:screen.needsMe.empty')} />}
      <div className={css.cards}>
        {rows.map((row) => (
          <section key={row.opening} className={`panel ${css.card}`}>
            <h2>{row.title}</h2>
            <p>
              {row.organisation}
              {row.place && `, ${row.place}`}
            </p>
            <p className="dim">
              {[
                row.year
                  ? t('hiring:screen.needsMe.need', { year: row.year, people: row.people })
                  : t('hiring:screen.needsMe.vacancy', { people: row.people }),
                row.pay ? t('hiring:screen.needsMe.pay', { pay: money(row.pay) }) : null,
              ]
                .filter(Boolean)
                .join('. ')}
            </p>
            <p className={css.percent}>{t('hiring:screen.fit.share', { percent: row.percent })}</p>
            <Reasons reasons={row.reasons} percent={row.percent} />
          </section>
        ))}
      </div>
    </>
  );
}
