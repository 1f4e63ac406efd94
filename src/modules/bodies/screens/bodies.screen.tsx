import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { useForm } from '../../../web/widgets/use-form.ts';
import { BODY_KINDS, bodyFields } from '../contract.ts';
import { api, BODIES, type Row } from './bodies-api.ts';

const columnsOf = ({ t }: Texts): Column<Row>[] => [
  {
    id: 'name',
    title: t('bodies:list.name'),
    value: (row) => row.name,
    cell: (row) => <Link to={`/bodies/${row.id}`}>{row.name}</Link>,
    names: true,
    card: 'wide',
  },
  {
    id: 'kind',
    title: t('bodies:list.kind'),
    value: (row) => t(`bodies:kind.${row.kind}`),
    filter: 'choice',
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

function NewBody({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { assignment } = useSession();
  const save = useChange(api.saveBody, [BODIES]);
  const form = useForm({
    initial: { kind: 'council', name: '', quorumPercent: '50', ground: '' },
    schema: bodyFields,
    input: ({ quorumPercent, ...value }) => ({
      ...value,
      quorumPercent: Number(quorumPercent),
      organisationId: assignment?.organisation?.id,
    }),
  });
  const labels = {
    kind: t('bodies:body.kind'),
    name: t('bodies:body.name'),
    quorumPercent: t('bodies:body.quorum'),
    ground: t('bodies:body.ground'),
  };
  return (
    <FormPanel
      title={t('bodies:body.newTitle')}
      submit={t('bodies:body.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        void form.submit(async (input: Parameters<typeof api.saveBody>[0]) => {
          const made = await save.mutateAsync(input);
          await navigate({ to: `/bodies/${made.data.id}` });
        })
      }
    >
      <TextInput {...form.field('name')} label={labels.name} />
      <ChoiceInput
        {...form.field('kind')}
        label={labels.kind}
        choices={BODY_KINDS.map((value) => ({ value, label: t(`bodies:kind.${value}`) }))}
      />
      <TextInput {...form.field('quorumPercent')} inputMode="numeric" label={labels.quorumPercent} />
      <TextInput {...form.field('ground')} label={labels.ground} optional />
    </FormPanel>
  );
}

/** Every body with its members, meetings and what of its decisions is still open; overdue ones stand first. */
export default function Bodies() {
  const texts = useTexts();
  const { t } = texts;
  const { onExport, problem } = useExport<Row>(t('bodies:list.title'));
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
      {adding && <NewBody onClose={() => setAdding(false)} />}
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
