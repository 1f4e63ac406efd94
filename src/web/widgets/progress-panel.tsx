import { Link } from '@tanstack/react-router';
import type { JobProgress } from '../jobs.ts';
import { useTexts } from '../text.ts';
import { Bar } from './bar.tsx';
import css from './progress-panel.module.css';

interface Props {
  job: JobProgress;
  onCancel?: () => void;
  onDismiss?: () => void;
}

/** Rest of the time as people say it: 40 с, 3 мин, около часа. */
export function useTimeLeft() {
  const { t } = useTexts();
  return (seconds: number): string => {
    if (seconds < 60) return t('web:left.seconds', { count: Math.max(5, Math.ceil(seconds / 5) * 5) });
    if (seconds < 45 * 60) return t('web:left.minutes', { count: Math.round(seconds / 60) });
    if (seconds < 90 * 60) return t('web:left.hour');
    return t('web:left.hours', { count: Math.round(seconds / 3600) });
  };
}

/** Long work at the foot of the menu: its name, bar, rest of the time, a way to stop it. */
export function ProgressPanel({ job, onCancel, onDismiss }: Props) {
  const { t, percent } = useTexts();
  const left = useTimeLeft();
  const open = job.state === 'waiting' || job.state === 'running';
  const words =
    job.state === 'running'
      ? [percent(job.share, 0), job.secondsLeft ? t('web:left.more', { time: left(job.secondsLeft) }) : '']
          .filter(Boolean)
          .join(', ')
      : job.message || t(`web:job.${job.state}`);
  return (
    <article className={`panel ${css.job}`} aria-label={job.title}>
      <b>{job.title}</b>
      {open && <Bar share={job.share} label={job.title} />}
      <div className={css.foot}>
        <span className={job.state === 'failed' ? css.failed : undefined}>{words}</span>
        {open && onCancel && (
          <button type="button" className={css.act} onClick={onCancel}>
            {t('web:job.cancel')}
          </button>
        )}
        {!open && job.link && <Link to={job.link}>{t('web:job.open')}</Link>}
        {!open && onDismiss && (
          <button type="button" className={css.act} onClick={onDismiss}>
            {t('web:job.dismiss')}
          </button>
        )}
      </div>
    </article>
  );
}
