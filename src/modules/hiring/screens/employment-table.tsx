import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './hiring.module.css';
import { api, OUTCOMES } from './hiring-api.ts';

type Row = Awaited<ReturnType<typeof api.listEmployment>>['data']['rows'][number];

/** How many graduates work in their field, by college and speciality: what a bid for seats is judged by. */
export function EmploymentTable() {
  const { t, percent } = useTexts();
  const read = useRead([...OUTCOMES, 'employment'], api.listEmployment, {});
  const { onExport, problem } = useExport<Row>(t('hiring:screen.employment.title'));
  const data = read.data?.data;
  const counts = (['graduates', 'known', 'employed', 'inField'] as const).map(
    (id): Column<Row> => ({
      id,
      title: t(`hiring:screen.employment.${id}`),
      value: (row) => row[id],
      total: 'sum',
      optional: id === 'employed',
    }),
  );
  const columns: Column<Row>[] = [
    {
      id: 'college',
      title: t('hiring:screen.college'),
      value: (row) => row.college,
      names: true,
      filter: 'text',
      card: 'wide',
    },
    {
      id: 'programme',
      title: t('hiring:screen.interests.programme'),
      value: (row) => `${row.programmeCode} ${row.programme}`,
      filter: 'text',
      card: 'wide',
    },
    ...counts,
    {
      id: 'share',
      title: t('hiring:screen.employment.share'),
      value: (row) => row.share,
      cell: (row) =>
        row.share === null ? (
          <span className="dim">{t('hiring:screen.employment.unknown')}</span>
        ) : (
          <span className="num">{percent(row.share, 0)}</span>
        ),
      align: 'end',
    },
    { id: 'points', title: t('hiring:screen.employment.points'), value: (row) => row.points },
  ];
  return (
    <>
      {data?.years && (
        <div className={css.gap}>
          <p className="dim">{t('hiring:screen.employment.about', { ...data.years, weight: data.weight })}</p>
        </div>
      )}
      <DataTable
        id="employment"
        prefix="q"
        title={t('hiring:screen.employment.title')}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={(row) => `${row.organisationId} ${row.programmeCode}`}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('hiring:screen.employment.empty')}
      />
    </>
  );
}
