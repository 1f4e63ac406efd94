import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { BandAxis, BandLegend, IntervalBand, niceMax } from '../../../web/widgets/interval-band.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './forecast.module.css';
import { api, CELLS, type Cell, tens } from './forecast-api.ts';
import { TraceOrigin } from './trace-origin.tsx';
import { YearChoice } from './year-choice.tsx';

interface Of {
  run: string;
  year: number | null;
  max: number;
  trace: boolean;
}

const columnsOf = ({ t, num }: Texts, { run, year, max, trace }: Of): Column<Cell>[] => [
  {
    id: 'code',
    title: t('forecast:screen.table.code'),
    value: (row) => row.occupation,
    quiet: true,
    width: 92,
    card: 'none',
  },
  {
    id: 'name',
    title: t('forecast:screen.table.occupation'),
    value: (row) => row.name,
    names: true,
    filter: 'text',
  },
  {
    id: 'need',
    title: t('forecast:screen.table.need'),
    value: (row) => Math.round(row.need),
    cell: (row) =>
      trace ? (
        <TraceOrigin
          of={{ run, occupation: row.occupation, ...(year !== null && { year }) }}
          label={row.name}
        >
          <span className="num">{num(tens(row.need))}</span>
        </TraceOrigin>
      ) : (
        <Num value={tens(row.need)} />
      ),
    align: 'end',
    total: 'sum',
    filter: 'number',
  },
  {
    id: 'band',
    title: t('forecast:screen.table.band'),
    value: (row) => `${tens(row.low)}–${tens(row.high)}`,
    head: <BandAxis max={max} />,
    cell: (row) => (
      <IntervalBand max={max} band={{ low: row.low, middle: row.need, high: row.high, plan: row.supply }} />
    ),
    width: 180,
    sort: false,
    card: 'wide',
  },
  {
    id: 'replacement',
    title: t('forecast:screen.table.replacement'),
    value: (row) => Math.round(row.replacement),
    align: 'end',
    total: 'sum',
  },
  {
    id: 'growth',
    title: t('forecast:screen.table.growth'),
    value: (row) => Math.round(row.expansion + row.project),
    align: 'end',
    total: 'sum',
  },
  {
    id: 'backlog',
    title: t('forecast:screen.table.backlog'),
    value: (row) => Math.round(row.backlog),
    align: 'end',
    total: 'sum',
    optional: true,
  },
  {
    id: 'supply',
    title: t('forecast:screen.table.supply'),
    value: (row) => Math.round(row.supply),
    align: 'end',
    total: 'sum',
  },
  {
    id: 'gap',
    title: t('forecast:screen.table.gap'),
    value: (row) => Math.round(row.gap),
    align: 'end',
    total: 'sum',
    quiet: true,
  },
];

/** Need by occupation; the year stands in the address like every filter. */
export function OccupationTable({ run, version, years }: { run: string; version: number; years: number[] }) {
  const texts = useTexts();
  const { t } = texts;
  const { may } = useSession();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { year?: string };
  const year = search.year && years.includes(Number(search.year)) ? Number(search.year) : null;
  const read = useRead(CELLS, api.listCells, {
    run,
    by: 'occupation',
    limit: 500,
    offset: 0,
    ...(year !== null && { year }),
  });
  const rows = read.data?.data.rows ?? [];
  const max = niceMax(Math.max(1, ...rows.map((row) => row.high)));
  const trace = may('forecast.trace.read');
  const columns = useMemo(() => columnsOf(texts, { run, year, max, trace }), [texts, run, year, max, trace]);
  const { onExport, problem } = useExport<Cell>(t('forecast:screen.table.file', { version }));
  return (
    <div className={css.block}>
      <DataTable
        id="occupations"
        title={t('forecast:screen.table.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.occupation}
        loading={read.isPending}
        {...(read.isError && { error: { text: read.error.message, again: () => void read.refetch() } })}
        empty={t('forecast:screen.table.empty')}
        onExport={onExport}
        tools={
          <YearChoice
            years={years}
            value={year}
            onChange={(value) =>
              void navigate({
                to: '.',
                search: (before: Record<string, unknown>) => ({ ...before, year: value ?? undefined }),
                replace: true,
                resetScroll: false,
              } as never)
            }
            all={t('forecast:screen.table.allYears')}
          />
        }
      />
      {problem && <p role="alert">{problem}</p>}
      {rows.length > 0 && <BandLegend plan={t('forecast:screen.table.legend')} />}
    </div>
  );
}
