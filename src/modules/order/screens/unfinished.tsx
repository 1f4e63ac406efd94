import { engineParams } from '../../../web/engine-params.ts';
import { call, newCommandId } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { progressOf, useJob } from '../../../web/use-job.ts';
import { ProgressPanel } from '../../../web/widgets/progress-panel.tsx';
import css from './order.module.css';
import type { Variant } from './order-api.ts';

/** A variant under way, stopped, or one that has no plan: what to do next is said in each case. */
export function Unfinished({ variant }: { variant: Variant }) {
  const texts = useTexts();
  const { t, tId } = texts;
  const job = useJob(variant.state === 'queued' || variant.state === 'running' ? variant.jobId : null);
  if (variant.problem)
    return (
      <section className={`panel ${css.noPlan}`}>
        <h2>{t('engine-seats:infeasible.head')}</h2>
        <ul>
          {variant.problem.because.map((one) => (
            <li key={one.id + JSON.stringify(one.params)}>
              {tId(`engine-seats:${one.id}`, engineParams(one.params))}
            </li>
          ))}
        </ul>
        <h3>{t('order:screen.unfinished.advice')}</h3>
        <ul>
          {variant.problem.advice.map((one) => (
            <li key={one.id + JSON.stringify(one.params)}>
              {tId(`engine-seats:${one.id}`, engineParams(one.params))}
            </li>
          ))}
        </ul>
      </section>
    );
  if (job.data)
    return (
      <div className={css.narrow}>
        <ProgressPanel
          job={progressOf(job.data.data, texts)}
          onCancel={() =>
            void call(`/api/jobs/${job.data.data.id}/cancel`, {
              method: 'POST',
              body: {},
              commandId: newCommandId(),
            })
          }
        />
      </div>
    );
  return (
    <p className="dim">
      {t(
        `order:screen.unfinished.${variant.state === 'cancelled' ? 'cancelled' : variant.state === 'failed' ? 'failed' : 'waiting'}`,
      )}
    </p>
  );
}
