import { Link } from '@tanstack/react-router';
import { useTexts } from '../../text.ts';
import { BandLegend, IntervalBand, niceMax } from '../../widgets/interval-band.tsx';
import { Num } from '../../widgets/num.tsx';
import css from './home.module.css';
import { type PublicNeed, tens } from './public-api.ts';

const ROWS = 8;
const BAND = 276;

/** Whom the region waits for most; the band says where the number falls in eight cases of ten. */
export function MostNeeded({ need }: { need: PublicNeed }) {
  const { t, num } = useTexts();
  const rows = [...need.occupations].sort((a, b) => b.need - a.need).slice(0, ROWS);
  const max = niceMax(Math.max(1, ...rows.map((row) => row.high)));
  if (rows.length === 0) return null;
  return (
    <section className={css.most} aria-labelledby="most">
      <div className={css.sectionHead}>
        <div>
          <h2 id="most">{t('web:home.most.title')}</h2>
          <p>{t('web:home.most.about', { years: `${need.years[0]}–${need.years.at(-1)}` })}</p>
        </div>
        <BandLegend need={t('web:home.most.forecast')} plan={t('web:home.most.trained')} />
      </div>
      <table className={css.table}>
        <caption className="sr">{t('web:home.most.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('web:home.most.occupation')}</th>
            <th scope="col">{t('web:home.most.need')}</th>
            <th scope="col" className={css.bandHead}>
              {t('web:home.most.axis', { max: num(max) })}
            </th>
            <th scope="col">{t('web:home.most.supply')}</th>
            <th scope="col">{t('web:home.most.gap')}</th>
            <th scope="col">{t('web:home.most.where')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name}</th>
              <td data-label={t('web:home.most.need')}>
                <Num value={tens(row.need)} />
              </td>
              <td className={css.band}>
                <IntervalBand
                  max={max}
                  width={BAND}
                  band={{
                    low: tens(row.low),
                    middle: tens(row.need),
                    high: tens(row.high),
                    plan: tens(row.supply),
                  }}
                />
              </td>
              <td data-label={t('web:home.most.supply')}>
                <Num value={tens(row.supply)} />
              </td>
              <td data-label={t('web:home.most.gap')}>
                {tens(row.gap) > 0 ? (
                  <b>
                    <Num value={tens(row.gap)} />
                  </b>
                ) : (
                  <span className="dim">{t('web:home.most.enough')}</span>
                )}
              </td>
              <td className={css.where}>
                <Link
                  to="/study"
                  search={{ q: (row.name.split(/[\s,(-]/)[0] ?? row.name).toLowerCase() } as never}
                >
                  {t('web:home.most.look')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dim small">
        {need.hidden.occupations > 0
          ? t('web:home.most.hidden', { count: need.hidden.occupations })
          : t('web:home.most.all')}{' '}
        <Link to="/open-data">{t('web:home.most.download')}</Link>
      </p>
    </section>
  );
}
