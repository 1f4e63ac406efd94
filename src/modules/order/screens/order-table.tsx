import { useMemo } from 'react';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { BandAxis, BandLegend, IntervalBand, niceMax } from '../../../web/widgets/interval-band.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { StateIcon } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable, useTableAddress } from '../../../web/widgets/table/index.ts';
import { WhyButton } from '../../../web/widgets/why-drawer.tsx';
import css from './order.module.css';
import type { OrderRow, Variant } from './order-api.ts';
import { studyYear } from './order-head.tsx';

/** A whole group is missing; half a group is missing. */
const GROUP = 25;
const HALF = 12;

function Shortage({ value }: { value: number }) {
  const { t } = useTexts();
  const people = Math.round(value);
  if (people <= 0) return <span className="dim">{t('order:screen.table.enough')}</span>;
  return (
    <span className="nowrap">
      {people >= GROUP ? <StateIcon state="blocks" /> : people >= HALF ? <StateIcon state="remind" /> : null}{' '}
      <Num value={people} />
    </span>
  );
}

function columnsOf(
  { t, num }: Texts,
  max: number,
  chosen: string | null,
  onWhy: (row: OrderRow) => void,
  lastYear: string,
): Column<OrderRow>[] {
  return [
    {
      id: 'code',
      title: t('order:screen.table.code'),
      value: (row) => row.code,
      quiet: true,
      width: 84,
      card: 'none',
    },
    {
      id: 'name',
      title: t('order:screen.table.name'),
      value: (row) => row.name,
      cell: (row) => (
        <>
          {row.name}
          {row.decided && <small className={css.mark}>{t('order:screen.decision.mark')}</small>}
        </>
      ),
      names: true,
      filter: 'text',
    },
    {
      id: 'group',
      title: t('order:screen.table.group'),
      value: (row) => row.fieldGroupName,
      filter: 'choice',
      optional: true,
    },
    {
      id: 'needYear',
      title: t('order:screen.table.needYear'),
      value: (row) => row.needYear,
      cell: (row) => <span className="num">{row.needYear}</span>,
      align: 'end',
      optional: true,
    },
    {
      id: 'need',
      title: t('order:screen.table.need'),
      value: (row) => Math.round(row.need),
      align: 'end',
      total: 'sum',
      filter: 'number',
    },
    {
      id: 'band',
      title: t('order:screen.table.band'),
      value: (row) => `${Math.round(row.low)}–${Math.round(row.high)}`,
      head: <BandAxis max={max} />,
      cell: (row) => (
        <IntervalBand
          max={max}
          band={{ low: row.low, middle: row.need, high: row.high, plan: row.pipeline + row.planned }}
        />
      ),
      width: 180,
      sort: false,
      card: 'wide',
    },
    {
      id: 'pipeline',
      title: t('order:screen.table.pipeline'),
      value: (row) => Math.round(row.pipeline),
      align: 'end',
      total: 'sum',
      optional: true,
    },
    {
      id: 'shortage',
      title: t('order:screen.table.shortage'),
      value: (row) => Math.round(row.shortage),
      cell: (row) => <Shortage value={row.shortage} />,
      align: 'end',
      total: 'sum',
      filter: 'number',
    },
    {
      id: 'seats',
      title: t('order:screen.table.seats'),
      value: (row) => row.seats,
      cell: (row) => (
        <WhyButton opened={row.code === chosen} onClick={() => onWhy(row)}>
          <b className="num">{num(row.seats)}</b>
          <span className="sr">, {t('web:why.word')}</span>
        </WhyButton>
      ),
      align: 'end',
      total: 'sum',
    },
    {
      id: 'change',
      title: t('order:screen.table.change', { year: lastYear }),
      value: (row) => row.seats - row.lastYear,
      cell: (row) => <Num value={row.seats - row.lastYear} sign />,
      align: 'end',
      quiet: true,
      total: 'sum',
    },
    {
      id: 'hint',
      title: t('order:screen.table.hint'),
      value: (row) => row.hint,
      align: 'end',
      total: 'sum',
      optional: true,
    },
    {
      id: 'colleges',
      title: t('order:screen.table.colleges'),
      value: (row) => row.colleges,
      align: 'end',
      optional: true,
    },
  ];
}

interface Props {
  variant: Variant;
  rows: OrderRow[];
  loading: boolean;
  error?: { text: string; again: () => void } | undefined;
  chosen: string | null;
  onWhy: (row: OrderRow) => void;
}

/** Need and seats by code; every number of seats opens its reason. */
export function OrderTable({ variant, rows, loading, error, chosen, onWhy }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const [state, setState] = useTableAddress();
  const title = t('order:screen.table.title');
  const { onExport, problem } = useExport<OrderRow>(
    t('order:screen.table.file', { year: String(variant.decisionYear), version: variant.version }),
  );
  const max = niceMax(Math.max(1, ...rows.map((row) => row.high)));
  const last = String(variant.decisionYear - 1);
  const columns = useMemo(
    () => columnsOf(texts, max, chosen, onWhy, last),
    [texts, max, chosen, onWhy, last],
  );
  const byShortage = state.sort[0]?.id === 'shortage';
  return (
    <div className={css.orderTable} id={`order-${studyYear(variant.decisionYear).replace('/', '-')}`}>
      <DataTable
        id="order"
        title={title}
        note={t('order:screen.table.note')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        {...(!byShortage && {
          group: (row: OrderRow) => ({
            id: row.fieldGroup ?? '',
            code: row.fieldGroup ?? '',
            title: row.fieldGroupName ?? t('order:screen.table.noGroup'),
          }),
        })}
        chosen={chosen}
        loading={loading}
        {...(error && { error })}
        empty={t('order:screen.table.empty')}
        onExport={onExport}
        tools={
          <Button
            size="s"
            aria-pressed={byShortage}
            onClick={() => setState({ ...state, sort: byShortage ? [] : [{ id: 'shortage', desc: true }] })}
          >
            {t('order:screen.table.shortageFirst')}
          </Button>
        }
      />
      {problem && <p role="alert">{problem}</p>}
      {rows.length > 0 && <BandLegend plan={t('order:screen.table.legend')} />}
      {rows.length > 0 && <p className="dim small">{t('order:screen.table.marks')}</p>}
    </div>
  );
}
