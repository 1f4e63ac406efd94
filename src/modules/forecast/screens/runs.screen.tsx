import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { Num, Range } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, RUNS, type RunRow, tens } from './forecast-api.ts';
import { StartRun } from './start-run.tsx';

const MARKS: Record<RunRow['state'], State> = {
  queued: 'waiting',
  running: 'waiting',
  done: 'done',
  failed: 'blocks',
  cancelled: 'idle',
};

const columnsOf = ({ t }: Texts): Column<RunRow>[] => [
  {
    id: 'version',
    title: t('forecast:screen.runs.version'),
    value: (row) => row.version,
    align: 'end',
    quiet: true,
    width: 84,
  },
  {
    id: 'title',
    title: t('forecast:screen.runs.name'),
    value: (row) => row.title,
    cell: (row) => <Link to={`/forecast/${row.id}`}>{row.title}</Link>,
    names: true,
    filter: 'text',
  },
  {
    id: 'state',
    title: t('forecast:screen.runs.state'),
    value: (row) => t(`forecast:screen.state.${row.state}`),
    cell: (row) => <StateMark state={MARKS[row.state]}>{t(`forecast:screen.state.${row.state}`)}</StateMark>,
    filter: 'choice',
  },
  {
    id: 'need',
    title: t('forecast:screen.runs.need'),
    value: (row) => (row.summary ? tens(row.summary.need) : null),
    align: 'end',
  },
  {
    id: 'range',
    title: t('forecast:screen.runs.range'),
    value: (row) => (row.summary ? `${tens(row.summary.low)}–${tens(row.summary.high)}` : null),
    cell: (row) =>
      row.summary ? (
        <Range low={tens(row.summary.low)} high={tens(row.summary.high)} />
      ) : (
        <Num value={null} />
      ),
    align: 'end',
    sort: false,
  },
  {
    id: 'enterprises',
    title: t('forecast:screen.runs.enterprises'),
    value: (row) => row.summary?.enterprises ?? null,
    align: 'end',
  },
  {
    id: 'by',
    title: t('forecast:screen.runs.by'),
    value: (row) => row.startedBy,
    quiet: true,
    optional: true,
  },
  {
    id: 'at',
    title: t('forecast:screen.runs.at'),
    value: (row) => row.finishedAt ?? row.createdAt,
    cell: (row) => <DateText value={row.finishedAt ?? row.createdAt} look="moment" />,
    quiet: true,
  },
];

/** Every calculation of the forecast, the newest first; a finished one never changes. */
export default function Runs() {
  const texts = useTexts();
  const { t } = texts;
  const { may } = useSession();
  const [starting, setStarting] = useState(false);
  const read = useRead(RUNS, api.listRuns, { limit: 100, offset: 0 });
  const columns = useMemo(() => columnsOf(texts), [texts]);
  const { onExport, problem } = useExport<RunRow>(t('forecast:screen.runs.title'));
  return (
    <>
      <PageHead
        title={t('forecast:screen.runs.title')}
        about={t('forecast:screen.runs.about')}
        actions={
          <>
            <Link to="/forecast/quality" className={buttonClass({})}>
              {t('forecast:screen.quality.open')}
            </Link>
            {may('forecast.run.start') && !starting && (
              <Button kind="main" icon="plus" onClick={() => setStarting(true)}>
                {t('forecast:screen.start.open')}
              </Button>
            )}
          </>
        }
      />
      {starting && <StartRun onClose={() => setStarting(false)} />}
      <DataTable
        id="runs"
        title={t('forecast:screen.runs.table')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        quiet={(row) => row.state === 'cancelled'}
        loading={read.isPending}
        {...(read.isError && { error: { text: read.error.message, again: () => void read.refetch() } })}
        empty={t('forecast:screen.runs.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
