import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, FRESH } from './hiring-api.ts';

type Row = Awaited<ReturnType<typeof api.listPool>>['data']['rows'][number];

/** The external talent pool: graduates of all years who agreed; who does not work stands first. */
export default function Pool() {
  const { t } = useTexts();
  const read = useRead(['hiring', 'pool'], api.listPool, {}, FRESH);
  const { onExport, problem } = useExport<Row>(t('hiring:screen.pool.title'));
  const working = (row: Row) =>
    t(
      row.working === null
        ? 'hiring:screen.pool.unknown'
        : row.working
          ? 'hiring:screen.pool.works'
          : 'hiring:screen.pool.free',
    );
  const columns: Column<Row>[] = [
    { id: 'name', title: t('hiring:screen.name'), value: (row) => row.name, names: true, filter: 'text' },
    {
      id: 'programme',
      title: t('hiring:screen.programme'),
      value: (row) => `${row.programmeCode} ${row.programme}`,
      filter: 'text',
      card: 'wide',
    },
    {
      id: 'college',
      title: t('hiring:screen.college'),
      value: (row) => row.college,
      filter: 'choice',
      card: 'wide',
    },
    {
      id: 'year',
      title: t('hiring:screen.year'),
      value: (row) => String(row.graduationYear),
      filter: 'choice',
      align: 'center',
    },
    {
      id: 'working',
      title: t('hiring:screen.pool.working'),
      value: working,
      cell: (row) =>
        row.working ? (
          <span className="dim">{working(row)}</span>
        ) : (
          <StateMark state={row.working === null ? 'waiting' : 'remind'}>{working(row)}</StateMark>
        ),
      filter: 'choice',
      card: 'wide',
    },
    { id: 'invitations', title: t('hiring:screen.pool.invitations'), value: (row) => row.invitations },
    { id: 'offers', title: t('hiring:screen.pool.offers'), value: (row) => row.offers },
    {
      id: 'consentOn',
      title: t('hiring:screen.pool.consentOn'),
      value: (row) => row.consentOn,
      cell: (row) => <DateText value={row.consentOn} />,
      quiet: true,
    },
  ];
  return (
    <>
      <PageHead title={t('hiring:screen.pool.title')} about={t('hiring:screen.pool.about')} />
      <DataTable
        id="talent-pool"
        title={t('hiring:screen.pool.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.studentId}
        problem={(row) => (row.working === false ? 2 : row.working === null ? 1 : 0)}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('hiring:screen.pool.empty')}
      />
    </>
  );
}
