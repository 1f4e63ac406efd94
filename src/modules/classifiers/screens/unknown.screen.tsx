import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, UNKNOWN } from './classifiers-api.ts';

type Row = Awaited<ReturnType<typeof api.listUnknownCodes>>['data']['rows'][number];

const columnsOf = ({ t }: Texts): Column<Row>[] => [
  {
    id: 'code',
    title: t('classifiers:unknown.code'),
    value: (row) => row.code,
    cell: (row) => <Link to={`/classifiers/${row.list}`}>{row.code}</Link>,
    names: true,
  },
  {
    id: 'list',
    title: t('classifiers:unknown.list'),
    value: (row) => row.listTitle,
    filter: 'choice',
    card: 'wide',
  },
  { id: 'times', title: t('classifiers:unknown.times'), value: (row) => row.times, total: 'sum' },
  {
    id: 'places',
    title: t('classifiers:unknown.places'),
    value: (row) => row.places.map(({ place, times }) => `${place}: ${times}`).join('; '),
    card: 'wide',
  },
  {
    id: 'last',
    title: t('classifiers:unknown.last'),
    value: (row) => row.lastOn,
    cell: (row) => <DateText value={row.lastOn} />,
  },
];

/** Codes met in data that no list knows, the most frequent first. */
export default function UnknownCodes() {
  const texts = useTexts();
  const { t } = texts;
  const { onExport, problem } = useExport<Row>(t('classifiers:unknown.title'));
  const read = useRead(UNKNOWN, api.listUnknownCodes, { limit: 500, offset: 0 });
  const columns = useMemo(() => columnsOf(texts), [texts]);
  return (
    <>
      <PageHead
        title={t('classifiers:unknown.title')}
        about={t('classifiers:unknown.about')}
        crumbs={[
          { title: t('classifiers:lists.title'), to: '/classifiers' },
          { title: t('classifiers:unknown.title') },
        ]}
      />
      <DataTable
        id="unknown"
        title={t('classifiers:unknown.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => `${row.list}/${row.code}`}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('classifiers:unknown.none')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
