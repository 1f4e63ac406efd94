import { useTexts } from '../../../web/text.ts';
import css from './hiring.module.css';
import type { Match } from './hiring-api.ts';

/** Why it fits, what is missing, and what would close it: every line in words of the programme. */
export function Reasons({ reasons, percent }: Pick<Match, 'reasons' | 'percent'>) {
  const { t } = useTexts();
  const { has, lacks, modules, hours } = reasons;
  return (
    <>
      <div className={css.bar} aria-hidden="true">
        <i style={{ width: `${percent}%` }} />
      </div>
      <div className={css.columns}>
        <section>
          <h4>{t('hiring:screen.fit.has')}</h4>
          <ul>
            {has.map((it) => (
              <li key={it.skill}>
                {it.skill}{' '}
                <span className="num dim">{t('hiring:screen.fit.percent', { value: it.share })}</span>
                {it.step !== 'same' && <small>{t(`hiring:step.${it.step}`, { through: it.through })}</small>}
              </li>
            ))}
          </ul>
        </section>
        {lacks.length > 0 && (
          <section>
            <h4>{t('hiring:screen.fit.lacks')}</h4>
            <ul>
              {lacks.map((it) => (
                <li key={it.skill}>
                  {it.skill}{' '}
                  <span className="num dim">{t('hiring:screen.fit.percent', { value: it.share })}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {modules.length > 0 && (
          <section>
            <h4>{t('hiring:screen.fit.closes', { hours })}</h4>
            <ul>
              {modules.map((it) => (
                <li key={it.name}>
                  {it.name}
                  <small>{t('hiring:screen.fit.hours', { hours: it.hours })}</small>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
