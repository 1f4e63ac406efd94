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
        <div>
          <p>{t('hiring:screen.fit.has')}</p>
          <ul>
            {has.map((it) => (
              <li key={it.skill}>
                {it.skill}{' '}
                <span className="num dim">{t('hiring:screen.fit.percent', { value: it.share })}</span>
                {it.step !== 'same' && <small>{t(`hiring:step.${it.step}`, { through: it.through })}</small>}
              </li>
            ))}
          </ul>
        </div>
        {lacks.length > 0 && (
          <div>
            <p>{t('hiring:screen.fit.lacks')}</p>
            <ul>
              {lacks.map((it) => (
                <li key={it.skill}>
                  {it.skill}{' '}
                  <span className="num dim">{t('hiring:screen.fit.percent', { value: it.share })}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {modules.length > 0 && (
          <div>
            <p>{t('hiring:screen.fit.closes', { hours })}</p>
            <ul>
              {modules.map((it) => (
                <li key={it.name}>
                  {it.name}
                  <small>{t('hiring:screen.fit.hours', { hours: it.hours })}</small>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}
