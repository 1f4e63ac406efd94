import { useJobs } from '../jobs.ts';
import { useSession } from '../session.tsx';
import { useTexts } from '../text.ts';
import { ProgressPanel } from '../widgets/progress-panel.tsx';
import css from './desk.module.css';

/** Survives leaving a page: it lives in the layout, and the server keeps the work itself. */
export function LongWork() {
  const { t } = useTexts();
  const { signedIn } = useSession();
  const { jobs, cancel, dismiss } = useJobs(signedIn);
  if (jobs.length === 0) return null;
  return (
    <section className={css.jobs} aria-label={t('web:job.label')} aria-live="polite">
      {jobs.slice(-3).map((job) => (
        <ProgressPanel
          key={job.id}
          job={job}
          onCancel={() => void cancel(job.id)}
          onDismiss={() => dismiss(job.id)}
        />
      ))}
    </section>
  );
}
