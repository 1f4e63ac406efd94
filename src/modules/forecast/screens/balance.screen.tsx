import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { buttonClass } from '../../../web/widgets/button.tsx';
import { BalanceChart } from '../../../web/widgets/charts/balance-chart.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num, Range } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { PrintButton } from '../../../web/widgets/print-button.tsx';
import { BalanceTable } from './balance-table.tsx';
import css from './forecast.module.css';
import { api, BALANCE, type BalanceRow, CELLS, tens } from './forecast-api.ts';
import { traceFacts } from './trace-origin.tsx';
import { YearChoice } from './year-choice.tsx';
import { ZoneMap } from './zone-map.tsx';

/** How many programmes the picture shows; the table has them all. */
const PICTURE = 12;

const NONE: never[] = [];

const sum = (rows: BalanceRow[], of: (row: BalanceRow) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

function Numbers({ rows, year, zone }: { rows: BalanceRow[]; year: number; zone: string }) {
  const texts = useTexts();
  const { t } = texts;
  const supply = sum(rows, (row) => row.pipeline);
  const other = sum(rows, (row) => row.otherSupply);
  const short = rows.filter((row) => Math.round(row.gap) > 0);
  const missing = sum(short, (row) => row.gap);
  const people = (count: number) => t('forecast:screen.noun.people', { count: tens(count) });
  return (
    <KeyNumbers
      numbers={[
        {
          label: t('forecast:screen.number.needYear', { year: String(year) }),
          value: <Num value={tens(sum(rows, (row) => row.need))} />,
          aside: <Range low={tens(sum(rows, (row) => row.low))} high={tens(sum(rows, (row) => row.high))} />,
          origin: {
            short: t('forecast:screen.origin.calculation'),
            facts: async () => traceFacts((await api.traceCell({ year, ...(zone && { zone }) })).data, texts),
          },
        },
        {
          label: t('forecast:screen.number.comes'),
          value: <Num value={tens(supply)} />,
          origin: {
            short: t('forecast:screen.origin.colleges'),
            facts: {
              nodes: [
                { count: tens(supply), noun: people(supply), source: t('forecast:screen.origin.pipeline') },
                { count: tens(other), noun: people(other), source: t('forecast:screen.origin.other') },
              ],
            },
          },
        },
        {
          label: t('forecast:screen.number.gap'),
          value: <Num value={tens(missing)} />,
          origin: {
            short: t('forecast:screen.count.programmes', { count: short.length }),
            facts: {
              nodes: [...short]
                .sort((a, b) => b.gap - a.gap)
                .slice(0, 5)
                .map((row) => ({
                  count: Math.round(row.gap),
                  noun: people(row.gap),
                  source: `${row.code} ${row.name}`,
                })),
            },
          },
        },
      ]}
    />
  );
}

/** Where most is lacking; the rows keep their identity, since the chart draws anew when they change. */
function Picture({ rows, year }: { rows: BalanceRow[]; year: number | null }) {
  const { t } = useTexts();
  const bars = useMemo(
    () =>
      [...rows]
        .sort((a, b) => b.gap - a.gap)
        .slice(0, PICTURE)
        .map((row) => ({
          name: row.name,
          need: { low: row.low, middle: row.need, high: row.high },
          supply: row.pipeline + row.otherSupply,
        })),
    [rows],
  );
  return (
    <BalanceChart
      title={t('forecast:screen.balance.picture', { year: String(year) })}
      note={t('forecast:screen.balance.pictureNote')}
      rows={bars}
      by="occupation"
    />
  );
}

/** Need against supply by programme code, in one year and zone of one's choice. */
export default function Balance() {
  const { t, date } = useTexts();
  const { rights } = useSession();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { year?: string; zone?: string };
  const byYear = useRead(CELLS, api.listCells, { by: 'year', limit: 50, offset: 0 }, { retry: false });
  const byZone = useRead(CELLS, api.listCells, { by: 'zone', limit: 100, offset: 0 }, { retry: false });
  const years = (byYear.data?.data.rows ?? []).flatMap((row) => (row.year === null ? [] : [row.year]));
  const asked = Number(search.year);
  const year = years.includes(asked) ? asked : (years.at(Math.min(4, years.length - 1)) ?? null);
  const anyZone = rights['forecast.balance.read'] === 'all';
  const zone = anyZone ? (search.zone ?? '') : '';
  const read = useRead(
    BALANCE,
    api.listBalance,
    { year: year ?? 0, ...(zone && { zone }) },
    { enabled: year !== null, placeholderData: (old) => old },
  );
  const put = (next: Record<string, string | undefined>) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({ ...before, ...next }),
      replace: true,
      resetScroll: false,
    } as never);
  if (byYear.isError || (byYear.isSuccess && years.length === 0))
    return (
      <EmptyState title={t('forecast:screen.balance.title')} text={t('forecast:screen.balance.none')}>
        {'forecast.run.start' in rights && (
          <Link to="/forecast" className={buttonClass({ kind: 'main' })}>
            {t('forecast:screen.start.open')}
          </Link>
        )}
      </EmptyState>
    );
  const rows = read.data?.data.rows ?? [];
  const run = read.data?.data.run;
  const zones = byZone.data?.data.rows ?? [];
  return (
    <>
      <PageHead
        title={t('forecast:screen.balance.title')}
        {...(run && {
          about: t('forecast:screen.balance.about', {
            version: run.version,
            at: date(run.createdAt, 'long'),
          }),
        })}
        actions={
          <>
            <YearChoice years={years} value={year} onChange={(value) => put({ year: String(value ?? '') })} />
            {anyZone && zones.length > 1 && (
              <label className={css.choice}>
                <span className="sr">{t('forecast:screen.balance.zone')}</span>
                <select value={zone} onChange={(event) => put({ zone: event.target.value || undefined })}>
                  <option value="">{t('forecast:screen.balance.allZones')}</option>
                  {zones.map((row) => (
                    <option key={row.zone} value={row.zone ?? ''}>
                      {row.name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <PrintButton />
          </>
        }
      />
      {year !== null && read.isSuccess && <Numbers rows={rows} year={year} zone={zone} />}
      <BalanceTable
        rows={rows}
        year={year}
        zone={zone}
        untaught={read.data?.data.untaught ?? 0}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
      />
      <div className={css.two}>
        {rows.length > 0 && <Picture rows={rows} year={year} />}
        {anyZone && year !== null && zone === '' && (
          <ZoneMap year={year} zones={read.data?.data.zones ?? NONE} />
        )}
      </div>
    </>
  );
}
