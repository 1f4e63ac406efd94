import { Link } from '@tanstack/react-router';
import { call, newCommandId } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { progressOf, useJob } from '../../../web/use-job.ts';
import { buttonClass } from '../../../web/widgets/button.tsx';
import { ProgressPanel } from '../../../web/widgets/progress-panel.tsx';
import css from './order.module.css';
import type { Variant } from './order-api.ts';
import { said } from './said.ts';

/** Where to go from a variant without a plan: to the one it departs from, or to a new one. */
function Onward({ variant }: { variant: Variant }) {
  const { t } = useTexts();
  return (
    <p className={css.onward}>
      {variant.base && (
        <Link to={`/order/${variant.base.id}`} className={buttonClass({})}>
          {t('order:screen.unfinished.base', { version: variant.base.version })}
        </Link>
      )}
      <Link to="/order/variants" className={buttonClass({})}>
        {t('order:screen.unfinished.other')}
      </Link>
    </p>
  );
}

function NoPlan({ variant, problem }: { variant: Variant; problem: NonNullable<Variant['problem']> }) {
  const texts = useTexts();
  const { t } = texts;
  const list = (sentences: typeof problem.because) => (
    <ul>
      {sentences.map((one) => (
        <li key={one.id + JSON.stringify(one.params)}>{said(one, texts)}</li>
      ))}
    </ul>
  );
  return (
    <>
      <section className={`panel ${css.noPlan}`}>
        <h2>{t('engine-seats:infeasible.head')}</h2>
        {list(problem.because)}
        <h3>{t('order:screen.unfinished.advice')}</h3>
        {list(problem.advice)}
      </section>
      <Onward variant={variant} />
    </>
  );
}

/** A variant under way, stopped, or one that has no plan: what to do next is said in each case. */
export function Unfinished({ variant }: { variant: Variant }) {
  const texts = useTexts();
  const { t } = texts;
  const open = variant.state === 'queued' || variant.state === 'running';
  const job = useJob(open ? variant.jobId : null);
  if (variant.problem) return <NoPlan variant={variant} problem={variant.problem} />;
  if (open && job.data)
    return (
      <div className={css.narrow}>
        <p className="dim">{t('order:screen.unfinished.running')}</p>
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
  if (open) return <p className="dim">{t('order:screen.unfinished.waiting')}</p>;
  return (
    <>
      <p className="dim">
        {t(`order:screen.unfinished.${variant.state === 'cancelled' ? 'cancelled' : 'failed'}`)}
      </p>
      <Onward variant={variant} />
    </>
  );
}
