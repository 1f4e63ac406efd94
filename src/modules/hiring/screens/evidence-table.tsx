import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './hiring.module.css';
import { api } from './hiring-api.ts';

type Row = Awaited<ReturnType<typeof api.listEvidence>>['data']['rows'][number];

/** First jobs of graduates beside the weights that stand. */
export function EvidenceTable() {
  const { t, percent } = useTexts();
  const read = useRead(['hiring', 'evidence'], api.listEvidence, {});
  const { onExport, problem } = useExport<Row>(t('hiring:screen.evidence.title'));
  const columns: Column<Row>[] = [
    {
      id: 'programme',
      title: t('hiring:screen.interests.programme'),
      value: (row) => `${row.spo} ${row.programme}`,
      names: true,
      filter: 'text',
      card: 'wide',
    },
    {
      id: 'occupation',
      title: t('hiring:screen.evidence.occupation'),
      value: (row) => row.title,
      filter: 'text',
      card: 'wide',
    },
    { id: 'jobs', title: t('hiring:screen.evidence.jobs'), value: (row) => row.jobs, total: 'sum' },
    {
      id: 'share',
      title: t('hiring:screen.evidence.share'),
      value: (row) => row.share,
      cell: (row) => <span className="num">{percent(row.share, 0)}</span>,
      align: 'end',
    },
    {
      id: 'weight',
      title: t('hiring:screen.evidence.weight'),
      value: (row) => row.weight,
      cell: (row) =>
        row.weight === null ? (
          <span className="dim">{t('hiring:screen.evidence.noWeight')}</span>
        ) : (
          <span className="num">{percent(row.weight, 0)}</span>
        ),
      align: 'end',
    },
  ];
  return (
    <>
      <div className={css.gap}>
        <p className="dim">{t('hiring:screen.evidence.about')}</p>
      </div>
      <DataTable
        id="evidence"
        prefix="e"
        title={t('hiring:screen.evidence.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => `${row.spo} ${row.occupation}`}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('hiring:screen.evidence.empty')}
      />
    </>
  );
}
