import { useMemo } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, PLACES } from './registry-api.ts';
import { RoadTable } from './road-table.tsx';

type Place = Awaited<ReturnType<typeof api.listMunicipalities>>['data']['rows'][number];

const columnsOf = ({ t }: Texts): Column<Place>[] => [
  {
    id: 'name',
    title: t('registry:places.name'),
    value: (row) => row.name,
    names: true,
    filter: 'text',
  },
  { id: 'centre', title: t('registry:places.centre'), value: (row) => row.centre },
  {
    id: 'rural',
    title: t('registry:places.rural'),
    value: (row) => t(row.isRural ? 'registry:places.yes' : 'registry:places.no'),
    filter: 'choice',
  },
  {
    id: 'zone',
    title: t('registry:places.zone'),
    value: (row) => row.zoneName,
    filter: 'choice',
  },
];

/** Municipalities with centres and zones; below them the table of roads. */
export default function Places() {
  const texts = useTexts();
  const { t } = texts;
  const { onExport, problem } = useExport<Place>(t('registry:places.title'));
  const { may } = useSession();
  const read = useRead(PLACES, api.listMunicipalities, {});
  const columns = useMemo(() => columnsOf(texts), [texts]);
  return (
    <>
      <PageHead title={t('registry:places.title')} about={t('registry:places.about')} />
      <DataTable
        id="places"
        title={t('registry:places.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('registry:places.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
      {may('registry.road.import') && <RoadTable />}
    </>
  );
}
