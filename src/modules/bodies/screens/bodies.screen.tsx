import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { api, BODIES, type Row } from './bodies-api.ts';
import { BodyForm } from './body-form.tsx';

const columnsOf = ({ t }: Texts): Column<Row>[] => [
  {
    id: 'name',
    title: t('bodies:list.name'),
    value: (row) => row.name,
    cell: (row) => <Link to={`/bodies/${row.id}`}>{row.name}</Link>,
    names: true,
  },
  {
    id: 'kind',
    title: t('bodies:list.kind'),
    value: (row) => t(`bodies:kind.${row.kind}`),
    filter: 'choice',
    card: 'wide',
  },
  {
    id: 'owner',
    title: t('bodies:list.owner'),
    value: (row) => row.organisationName,
    quiet: true,
    card: 'wide',
  },
  { id: 'members', title: t('bodies:list.members'), value: (row) => row.members },
  {
    id: 'last',
    title: t('bodies:list.last'),
    value: (row) => row.lastMeeting,
    cell: (row) =>
      row.lastMeeting ? (
        <DateText value={row.lastMeeting} />
      ) : (
        <span className="dim">{t('bodies:list.none')}</span>
      ),
  },
  {
    id: 'next',
    title: t('bodies:list.next'),
    value: (row) => row.nextMeeting,
    cell: (row) =>
      row.nextMeeting ? (
        <DateText value={row.nextMeeting} />
      ) : (
        <span className="dim">{t('bodies:list.notPlanned')}</span>
      ),
  },
  { id: 'open', title: t('bodies:list.open'), value: (row) => row.open },
  { id: 'overdue', title: t('bodies:list.overdue'), value: (row) => row.overdue },
];

/** Every body with its members, meetings and what of its decisions is still open; overdue ones stand first. */
export default function Bodies() {
  const texts = useTexts();
  const { t } = texts;
  const { onExport, problem } = useExport<Row>(t('bodies:list.title'));
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const read = useRead([...BODIES, 'list'], api.listBodies, { limit: 500, offset: 0 });
  const columns = useMemo(() => columnsOf(texts), [texts]);
  return (
    <>
      <PageHead
        title={t('bodies:list.title')}
        about={t('bodies:list.about')}
        actions={
          read.data?.can.add &&
          !adding && (
            <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
              {t('bodies:list.add')}
            </Button>
          )
        }
      />
      {adding && (
        <BodyForm onClose={() => setAdding(false)} onSaved={(id) => navigate({ to: `/bodies/${id}` })} />
      )}
      <DataTable
        id="bodies"
        title={t('bodies:list.title')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        problem={(row) => row.overdue}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('bodies:list.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
