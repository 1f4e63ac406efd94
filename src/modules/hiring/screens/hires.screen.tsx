import { Link } from '@tanstack/react-router';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, HIRES, type Hire } from './hiring-api.ts';

/** Who began to work; from each row the whole way back to the need line. */
export default function Hires() {
  const { t } = useTexts();
  const read = useRead(HIRES, api.listHires, {});
  const rows = read.data?.data.rows ?? [];
  const { onExport, problem } = useExport<Hire>(t('hiring:screen.hires.title'));
  const named = rows.some((row) => row.name !== null);
  const columns: Column<Hire>[] = [
    ...(named
      ? [
          {
            id: 'name',
            title: t('hiring:screen.name'),
            value: (row: Hire) => row.name,
            filter: 'text' as const,
            names: true,
          },
        ]
      : []),
    {
      id: 'post',
      title: t('hiring:screen.offer.post'),
      value: (row) => row.post,
      filter: 'text',
      card: 'wide',
    },
    {
      id: 'organisation',
      title: t('hiring:screen.organisation'),
      value: (row) => row.organisation,
      filter: 'choice',
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
      id: 'programme',
      title: t('hiring:screen.programme'),
      value: (row) => `${row.programmeCode} ${row.programme}`,
      quiet: true,
      card: 'wide',
    },
    {
      id: 'startedOn',
      title: t('hiring:screen.hires.startedOn'),
      value: (row) => row.startedOn,
      cell: (row) => <DateText value={row.startedOn} />,
    },
    {
      id: 'act',
      title: t('hiring:screen.act'),
      value: () => null,
      screenOnly: true,
      sort: false,
      card: 'wide',
      cell: (row) => <Link to={`/path/hire/${row.id}` as string}>{t('hiring:screen.way.open')}</Link>,
    },
  ];
  return (
    <>
      <PageHead title={t('hiring:screen.hires.title')} about={t('hiring:screen.hires.about')} />
      <DataTable
        id="hires"
        title={t('hiring:screen.hires.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('hiring:screen.hires.empty')}
      />
    </>
  );
}
