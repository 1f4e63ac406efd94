import { useMemo } from 'react';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { BandAxis, BandLegend, IntervalBand, niceMax } from '../../../web/widgets/interval-band.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { StateIcon } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable, useTableAddress } from '../../../web/widgets/table/index.ts';
import css from './forecast.module.css';
import { type BalanceRow, tens } from './forecast-api.ts';
import { TraceOrigin } from './trace-origin.tsx';

const GROUP = 25;
const HALF = 12;

interface Of {
  max: number;
  year: number | null;
  zone: string;
  trace: boolean;
}

const columnsOf = ({ t, num }: Texts, { max, year, zone, trace }: Of): Column<BalanceRow>[] => [
  {
    id: 'code',
    title: t('forecast:screen.table.code'),
    value: (row) => row.code,
    quiet: true,
    width: 84,
    card: 'none',
  },
  {
    id: 'name',
    title: t('forecast:screen.table.programme'),
    value: (row) => row.name,
    names: true,
    filter: 'text',
  },
  {
    id: 'group',
    title: t('forecast:screen.table.group'),
    value: (row) => row.fieldGroupName,
    filter: 'choice',
    optional: true,
  },
  {
    id: 'need',
    title: t('forecast:screen.table.need'),
    value: (row) => Math.round(row.need),
    cell: (row) =>
      trace ? (
        <TraceOrigin
          of={{ code: row.code, ...(year !== null && { year }), ...(zone && { zone }) }}
          label={row.name}
        >
          <span className="num">{num(Math.round(row.need))}</span>
        </TraceOrigin>
      ) : (
        <Num value={Math.round(row.need)} />
      ),
    align: 'end',
    total: 'sum',
    filter: 'number',
  },
  {
    id: 'band',
    title: t('forecast:screen.table.band'),
    value: (row) => `${Math.round(row.low)}–${Math.round(row.high)}`,
    head: <BandAxis max={max} />,
    cell: (row) => (
      <IntervalBand
        max={max}
        band={{ low: row.low, middle: row.need, high: row.high, plan: row.pipeline + row.otherSupply }}
      />
    ),
    width: 180,
    sort: false,
    card: 'wide',
  },
  {
    id: 'pipeline',
    title: t('forecast:screen.table.pipeline'),
    value: (row) => Math.round(row.pipeline),
    align: 'end',
    total: 'sum',
  },
  {
    id: 'other',
    title: t('forecast:screen.table.other'),
    value: (row) => Math.round(row.otherSupply),
    align: 'end',
    total: 'sum',
    optional: true,
  },
  {
    id: 'gap',
    title: t('forecast:screen.table.gap'),
    value: (row) => Math.round(row.gap),
    cell: (row) => {
      const gap = Math.round(row.gap);
      if (gap <= 0)
        return (
          <span className="dim nowrap">
            {gap === 0
              ? t('forecast:screen.table.enough')
              : t('forecast:screen.table.surplus', { count: -gap })}
          </span>
        );
      return (
        <span className="nowrap">
          {gap >= GROUP ? <StateIcon state="blocks" /> : gap >= HALF ? <StateIcon state="remind" /> : null}{' '}
          <Num value={gap} />
        </span>
      );
    },
    align: 'end',
    // what is lacking in all; a surplus elsewhere does not fill it
    total: (rows) => <Num value={rows.reduce((sum, row) => sum + Math.max(0, Math.round(row.gap)), 0)} />,
    filter: 'number',
  },
];

interface Props extends Pick<Of, 'year' | 'zone'> {
  rows: BalanceRow[];
  /** People needed whom no college teaches: said under the table, since its totals are without them. */
  untaught: number;
  loading: boolean;
  error?: { text: string; again: () => void } | undefined;
}

/** Programmes under their field groups; what lacks stands out by shape. */
export function BalanceTable({ rows, year, zone, untaught, loading, error }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { may } = useSession();
  const [state, setState] = useTableAddress();
  const max = niceMax(Math.max(1, ...rows.map((row) => row.high)));
  const trace = may('forecast.trace.read');
  const columns = useMemo(
    () => columnsOf(texts, { max, year, zone, trace }),
    [texts, max, year, zone, trace],
  );
  const { onExport, problem } = useExport<BalanceRow>(
    t('forecast:screen.balance.file', { year: String(year ?? '') }),
  );
  const byGap = state.sort[0]?.id === 'gap';
  return (
    <div className={css.block}>
      <DataTable
        id="balance"
        title={t('forecast:screen.balance.table', { year: String(year ?? '') })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        {...(!byGap && {
          group: (row: BalanceRow) => ({
            id: row.fieldGroup ?? '',
            code: row.fieldGroup ?? '',
            title: row.fieldGroupName ?? t('forecast:screen.table.noGroup'),
          }),
        })}
        loading={loading}
        {...(error && { error })}
        empty={t('forecast:screen.balance.empty')}
        onExport={onExport}
        tools={
          <Button
            size="s"
            aria-pressed={byGap}
            onClick={() => setState({ ...state, sort: byGap ? [] : [{ id: 'gap', desc: true }] })}
          >
            {t('forecast:screen.table.gapFirst')}
          </Button>
        }
      />
      {problem && <p role="alert">{problem}</p>}
      {rows.length > 0 && Math.round(untaught) > 0 && (
        <p className={`dim small ${css.aside}`}>
          {t('forecast:screen.balance.untaught', { count: tens(untaught) })}
        </p>
      )}
      {rows.length > 0 && <BandLegend plan={t('forecast:screen.table.legend')} />}
    </div>
  );
}
