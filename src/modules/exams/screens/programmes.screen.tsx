import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { AttestationForm } from './boards/attestation-form.tsx';
import { api, pointsOf } from './exams-api.ts';
import { ATTESTATIONS, type Attestation } from './rooms-api.ts';

/** 2000 → «20»: hundredths of a percent as people say them. */
const percentOf = (bound: number) => (bound % 100 === 0 ? String(bound / 100) : pointsOf(bound));

const columnsOf = (
  { t, date }: Texts,
  edit: (row: Attestation) => void,
  may: boolean,
  several: boolean,
): Column<Attestation>[] => [
  {
    id: 'programme',
    title: t('exams:rooms.programmes.programme'),
    names: true,
    value: (row) => `${row.programmeCode}, ${row.graduationYear}`,
    filter: 'text',
  },
  ...(several
    ? [
        {
          id: 'college',
          title: t('exams:rooms.programmes.college'),
          value: (row: Attestation) => row.organisation,
          filter: 'choice' as const,
          card: 'wide' as const,
        },
      ]
    : []),
  {
    id: 'kits',
    title: t('exams:rooms.programmes.kits'),
    value: (row) => row.kitCodes.join(', '),
    card: 'wide',
  },
  {
    id: 'table',
    title: t('exams:rooms.programmes.table'),
    value: ({ bounds: [three = 0, four = 0, five = 0] }) =>
      t('exams:rooms.programmes.tableOf', {
        three: percentOf(three),
        four: percentOf(four),
        five: percentOf(five),
      }),
    card: 'wide',
  },
  {
    id: 'approved',
    title: t('exams:rooms.programmes.approved'),
    value: (row) => row.approvedOn,
    cell: (row) =>
      row.approvedOn ? (
        date(row.approvedOn)
      ) : (
        <StateMark state="remind">{t('exams:rooms.programmes.notApproved')}</StateMark>
      ),
    card: 'wide',
  },
  {
    id: 'shown',
    title: t('exams:rooms.programmes.shown'),
    value: (row) => row.shownOn,
    cell: (row) =>
      row.shownOn ? (
        date(row.shownOn)
      ) : (
        <StateMark state="remind">{t('exams:rooms.programmes.notShown')}</StateMark>
      ),
    card: 'wide',
  },
  ...(may
    ? [
        {
          id: 'act',
          title: t('exams:rooms.act'),
          value: () => null,
          cell: (row: Attestation) => (
            <Button size="s" onClick={() => edit(row)}>
              {t('exams:rooms.programmes.change')}
            </Button>
          ),
          screenOnly: true as const,
          sort: false as const,
          card: 'wide' as const,
        },
      ]
    : []),
];

/** Programmes of final attestation: which kits, which table of grades, since when students know it. */
export default function Programmes() {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead(ATTESTATIONS, api.listAttestations, {});
  const [editing, setEditing] = useState<Attestation | 'new' | null>(null);
  const { onExport, problem } = useExport<Attestation>(t('exams:rooms.programmes.title'));
  const rows = read.data?.data.rows ?? [];
  const may = read.data?.can.edit ?? false;
  const several = new Set(rows.map(({ organisationId }) => organisationId)).size > 1;
  const columns = useMemo(() => columnsOf(texts, setEditing, may, several), [texts, may, several]);
  return (
    <>
      <PageHead
        title={t('exams:rooms.programmes.title')}
        about={t('exams:rooms.programmes.about')}
        actions={
          may &&
          !editing && (
            <Button kind="main" icon="plus" onClick={() => setEditing('new')}>
              {t('exams:rooms.programmes.add')}
            </Button>
          )
        }
      />
      {editing && (
        <AttestationForm
          key={editing === 'new' ? 'new' : editing.id}
          row={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      <DataTable
        id="attestations"
        title={t('exams:rooms.programmes.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        problem={(row) => (row.shownOn && row.approvedOn ? 0 : 1)}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('exams:rooms.programmes.empty')}
        onExport={onExport}
        note={problem}
      />
    </>
  );
}
