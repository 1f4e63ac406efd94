import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { statedGap } from '../../../web/widgets/certificate-strip.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, VARIANTS, type VariantRow } from './order-api.ts';
import { StartVariant } from './start-variant.tsx';

const MARKS: Record<VariantRow['state'], State> = {
  queued: 'waiting',
  running: 'waiting',
  calculated: 'idle',
  failed: 'blocks',
  cancelled: 'idle',
  proposed: 'remind',
  approved: 'done',
  superseded: 'idle',
};

const columnsOf = ({ t, percent }: Texts): Column<VariantRow>[] => [
  {
    id: 'year',
    title: t('order:screen.variants.year'),
    value: (row) => row.decisionYear,
    cell: (row) => <span className="num">{row.decisionYear}</span>,
    filter: 'choice',
    quiet: true,
  },
  {
    id: 'version',
    title: t('order:screen.variants.version'),
    value: (row) => row.version,
    align: 'end',
    quiet: true,
  },
  {
    id: 'title',
    title: t('order:screen.variants.name'),
    value: (row) => row.title,
    cell: (row) => <Link to={`/order/${row.id}`}>{row.title}</Link>,
    names: true,
    filter: 'text',
  },
  {
    id: 'state',
    title: t('order:screen.variants.state'),
    value: (row) => t(`order:screen.state.${row.state}`),
    cell: (row) => <StateMark state={MARKS[row.state]}>{t(`order:screen.state.${row.state}`)}</StateMark>,
    filter: 'choice',
  },
  {
    id: 'seats',
    title: t('order:screen.variants.seats'),
    value: (row) => row.summary?.seats ?? null,
    align: 'end',
  },
  {
    id: 'unmet',
    title: t('order:screen.variants.unmet'),
    value: (row) => (row.summary ? Math.round(row.summary.taught?.unmet ?? row.summary.unmet) : null),
    align: 'end',
  },
  {
    id: 'cost',
    title: t('order:screen.variants.cost'),
    value: (row) => (row.summary ? Math.round(row.summary.cost / 1e8) : null),
    align: 'end',
  },
  {
    id: 'proved',
    title: t('order:screen.variants.proved'),
    value: (row) => row.certificate?.proved ?? null,
    cell: (row) => {
      if (!row.certificate) return <Num value={null} />;
      const { gap, digits } = statedGap(row.certificate.proved);
      return <span className="num">{percent(gap, digits)}</span>;
    },
    align: 'end',
  },
  {
    id: 'by',
    title: t('order:screen.variants.by'),
    value: (row) => row.preparedBy,
    quiet: true,
    optional: true,
  },
  {
    id: 'at',
    title: t('order:screen.variants.at'),
    value: (row) => row.calculatedAt ?? row.createdAt,
    cell: (row) => <DateText value={row.calculatedAt ?? row.createdAt} look="moment" />,
    quiet: true,
  },
];

/** Every variant of the order, what it gives and how far it is proved; a new one is started here. */
export default function Variants() {
  const texts = useTexts();
  const { t } = texts;
  const { may } = useSession();
  const [starting, setStarting] = useState(false);
  const read = useRead(VARIANTS, api.listVariants, { limit: 200, offset: 0 });
  const rows = read.data?.data.rows ?? [];
  const columns = useMemo(() => columnsOf(texts), [texts]);
  const { onExport, problem } = useExport<VariantRow>(t('order:screen.variants.title'));
  const [first, second] = rows.filter((row) => row.summary);
  const start = may('order.variant.start') && !starting && (
    <Button kind="main" icon="plus" onClick={() => setStarting(true)}>
      {t('order:screen.start.open')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('order:screen.variants.title')}
        about={t('order:screen.variants.about')}
        actions={
          <>
            {first && second && (
              <Link
                to="/order/compare"
                search={{ a: second.id, b: first.id } as never}
                className={buttonClass({})}
              >
                {t('order:screen.compare.open')}
              </Link>
            )}
            {start}
          </>
        }
      />
      {starting && <StartVariant onClose={() => setStarting(false)} />}
      <DataTable
        id="variants"
        title={t('order:screen.variants.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        problem={(row) => (row.state === 'proposed' ? 1 : 0)}
        quiet={(row) => row.state === 'superseded' || row.state === 'cancelled'}
        loading={read.isPending}
        {...(read.isError && { error: { text: read.error.message, again: () => void read.refetch() } })}
        empty={t('order:screen.variants.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
