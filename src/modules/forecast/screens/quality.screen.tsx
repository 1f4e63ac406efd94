import { useTexts } from '../../../web/text.ts';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import css from './forecast.module.css';
import { MEASURED } from './quality.data.ts';

/** How far the method erred on the past, next to the simplest methods; and where it fails. */
export default function Quality() {
  const { t, num } = useTexts();
  const share = (value: number, digits: number) => num(value, { digits });
  return (
    <>
      <PageHead
        title={t('forecast:screen.quality.title')}
        crumbs={[
          { title: t('forecast:screen.runs.title'), to: '/forecast' },
          { title: t('forecast:screen.quality.title') },
        ]}
        about={t('forecast:screen.quality.about')}
      />
      <div className={`panel ${css.scroll}`}>
        <table className={css.measured}>
          <caption className="sr">{t('forecast:screen.quality.title')}</caption>
          <thead>
            <tr>
              {(['level', 'years', 'naive', 'damped', 'ours', 'inBand', 'pairs'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`forecast:screen.quality.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MEASURED.map((row) => (
              <tr key={`${row.level} ${row.h}`}>
                <th scope="row">{t(`forecast:screen.quality.of.${row.level}`)}</th>
                <td>{row.h}</td>
                <td>{share(row.naive, 2)}</td>
                <td>{share(row.damped, 2)}</td>
                <td>
                  <b>{share(row.ours, 2)}</b>
                </td>
                <td>{share(row.inBand, 1)}</td>
                <td>{num(row.pairs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={css.words}>
        {(['read', 'where', 'fails', 'total'] as const).map((id) => (
          <p key={id}>{t(`forecast:screen.quality.words.${id}`)}</p>
        ))}
      </div>
    </>
  );
}
