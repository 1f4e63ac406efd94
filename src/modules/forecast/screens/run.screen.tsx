import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { call, newCommandId } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { progressOf, useJob } from '../../../web/use-job.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { BalanceChart } from '../../../web/widgets/charts/balance-chart.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { PrintButton } from '../../../web/widgets/print-button.tsx';
import { ProgressPanel } from '../../../web/widgets/progress-panel.tsx';
import { Assumptions } from './assumptions.tsx';
import css from './forecast.module.css';
import { api, CELLS, RUN, type Run, tens } from './forecast-api.ts';
import { OccupationTable } from './occupation-table.tsx';
import { RunNumbers } from './run-numbers.tsx';

function UnderWay({ run }: { run: Run }) {
  const texts = useTexts();
  const { t } = texts;
  const job = useJob(run.jobId);
  const view = job.data?.data;
  const words = (
    <p className="dim">{t(`forecast:screen.under.${run.state === 'done' ? 'queued' : run.state}`)}</p>
  );
  if (!view) return words;
  if (run.state === 'cancelled' || run.state === 'failed')
    return (
      <div className={css.narrow}>
        {words}
        {run.state === 'failed' && <ProgressPanel job={progressOf(view, texts)} />}
        <Link to="/forecast" className={buttonClass({})}>
          {t('forecast:screen.under.all')}
        </Link>
      </div>
    );
  return (
    <div className={css.narrow}>
      {words}
      <ProgressPanel
        job={progressOf(view, texts)}
        onCancel={() =>
          void call(`/api/jobs/${view.id}/cancel`, { method: 'POST', body: {}, commandId: newCommandId() })
        }
      />
    </div>
  );
}

function Done({ run }: { run: Run }) {
  const { t } = useTexts();
  const years = useRead(CELLS, api.listCells, { run: run.id, by: 'year', limit: 50, offset: 0 });
  const data = years.data?.data.rows;
  const rows = useMemo(
    () =>
      (data ?? []).flatMap((row) =>
        row.year === null
          ? []
          : [
              {
                name: String(row.year),
                need: { low: tens(row.low), middle: tens(row.need), high: tens(row.high) },
                supply: tens(row.supply),
              },
            ],
      ),
    [data],
  );
  return (
    <>
      <RunNumbers run={run} />
      {rows.length > 0 && (
        <div className={css.block}>
          <BalanceChart
            title={t('forecast:screen.run.years')}
            note={t('forecast:screen.run.yearsNote')}
            rows={rows}
            by="year"
          />
        </div>
      )}
      <OccupationTable run={run.id} version={run.version} years={run.summary?.years ?? []} />
      <Assumptions run={run} />
    </>
  );
}

const OPEN = ['queued', 'running'];
const PACE = 2000;

/** One calculation: what it says, how sure it is, what it rests on. */
export default function RunPage() {
  const { t, date } = useTexts();
  const { id = 'latest' } = useParams({ strict: false }) as { id?: string };
  const read = useRead(
    RUN,
    api.getRun,
    { id },
    {
      retry: false,
      // what stopped or ended is told through the outbox, a moment after the job itself
      refetchInterval: ({ state }) => (OPEN.includes(state.data?.data.state ?? '') ? PACE : false),
    },
  );
  if (read.isPending) return null;
  if (read.isError)
    return (
      <EmptyState
        title={t('forecast:screen.run.title')}
        text={read.error.message || t('forecast:screen.runs.empty')}
      >
        <Button onClick={() => void read.refetch()}>{t('web:error.again')}</Button>
      </EmptyState>
    );
  const run = read.data.data;
  return (
    <>
      <PageHead
        title={run.title}
        tag={t('forecast:screen.run.tag', { version: run.version })}
        crumbs={[{ title: t('forecast:screen.runs.title'), to: '/forecast' }, { title: run.title }]}
        {...(run.finishedAt &&
          run.state === 'done' && {
            about: t('forecast:screen.run.about', {
              at: date(run.finishedAt, 'moment'),
              name: run.startedBy ?? '',
            }),
          })}
        actions={
          run.state === 'done' && (
            <>
              <PrintButton />
              <Link to="/balance" className={buttonClass({})}>
                {t('forecast:screen.balance.title')}
              </Link>
            </>
          )
        }
      />
      {run.state === 'done' ? <Done run={run} /> : <UnderWay run={run} />}
    </>
  );
}
