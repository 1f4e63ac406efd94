import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import css from './hiring.module.css';
import { api, FRESH, INTERESTS, type Interest, type Session, SHOWN } from './hiring-api.ts';

function InterestForm({
  programmes,
  onClose,
}: {
  programmes: { code: string; name: string }[];
  onClose: () => void;
}) {
  const { t } = useTexts();
  const save = useChange(api.saveInterest, [INTERESTS, SHOWN]);
  const form = useForm({
    initial: { programmeCode: '', people: '' },
    schema: contract.saveInterest['~orpc'].inputSchema,
    input: ({ programmeCode, people }) => ({
      programmeCode,
      people: people.trim() === '' ? null : Number(people),
    }),
  });
  const labels = {
    programmeCode: t('hiring:screen.interests.programme'),
    people: t('hiring:screen.interests.people'),
  };
  return (
    <FormPanel
      title={t('hiring:screen.interests.add')}
      about={t('hiring:screen.interests.addAbout')}
      submit={t('hiring:screen.interests.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('programmeCode')}
        label={labels.programmeCode}
        none={t('hiring:screen.interests.choose')}
        choices={programmes.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      />
      <TextInput {...form.field('people')} inputMode="numeric" label={labels.people} optional />
    </FormPanel>
  );
}

const sessionColumns = ({ t }: Texts): Column<Session>[] => [
  {
    id: 'day',
    title: t('hiring:screen.interests.day'),
    value: (row) => row.day,
    cell: (row) => <DateText value={row.day} />,
    card: 'wide',
  },
  {
    id: 'programme',
    title: t('hiring:screen.interests.programme'),
    value: (row) => `${row.programmeCode} ${row.programme}`,
    names: true,
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
    id: 'centre',
    title: t('hiring:screen.interests.centre'),
    value: (row) => row.centre,
    quiet: true,
    card: 'wide',
  },
  {
    id: 'examinees',
    title: t('hiring:screen.interests.examinees'),
    value: (row) => row.examinees,
    total: 'sum',
  },
  { id: 'shown', title: t('hiring:screen.interests.shown'), value: (row) => row.shown, total: 'sum' },
  {
    id: 'act',
    title: t('hiring:screen.act'),
    value: () => null,
    screenOnly: true,
    sort: false,
    cell: (row) =>
      row.shown > 0 ? (
        <Link to={`/candidates?session=${row.id}` as string} className={buttonClass({ size: 's' })}>
          {t('hiring:screen.interests.look')}
        </Link>
      ) : null,
    card: 'wide',
  },
];

function Sessions() {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead(['hiring', 'sessions'], api.listSessions, {}, FRESH);
  const columns = useMemo(() => sessionColumns(texts), [texts]);
  const { onExport, problem } = useExport<Session>(t('hiring:screen.interests.sessions'));
  return (
    <>
      <div className={css.gap} />
      <DataTable
        id="hiring-sessions"
        prefix="s"
        title={t('hiring:screen.interests.sessions')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('hiring:screen.interests.noSessions')}
      />
    </>
  );
}

/** Specialities the employer follows, and the exams ahead. */
export default function Interests() {
  const { t } = useTexts();
  const { rights } = useSession();
  const [adding, setAdding] = useState(false);
  const read = useRead(INTERESTS, api.listInterests, {});
  const end = useChange(api.endInterest, [INTERESTS, SHOWN]);
  const rows = read.data?.data.rows ?? [];
  const edit = read.data?.can.edit === true;
  const { onExport, problem } = useExport<Interest>(t('hiring:screen.interests.title'));
  const columns: Column<Interest>[] = [
    {
      id: 'programme',
      title: t('hiring:screen.interests.programme'),
      value: (row) => `${row.programmeCode} ${row.programme ?? ''}`,
      names: true,
      filter: 'text',
      card: 'wide',
    },
    ...(edit
      ? []
      : [
          {
            id: 'organisation',
            title: t('hiring:screen.organisation'),
            value: (row: Interest) => row.organisation,
            filter: 'text' as const,
            card: 'wide' as const,
          },
        ]),
    { id: 'people', title: t('hiring:screen.interests.people'), value: (row) => row.people, total: 'sum' },
    {
      id: 'graduates',
      title: t('hiring:screen.interests.graduates'),
      value: (row) => row.graduates,
      total: 'sum',
    },
    { id: 'sessions', title: t('hiring:screen.interests.ahead'), value: (row) => row.sessions },
    ...(edit
      ? [
          {
            id: 'shown',
            title: t('hiring:screen.interests.shown'),
            value: (row: Interest) => row.shown,
            total: 'sum' as const,
          },
        ]
      : []),
    {
      id: 'since',
      title: t('hiring:screen.interests.since'),
      value: (row) => row.since,
      cell: (row) => <DateText value={row.since} />,
      quiet: true,
    },
    ...(edit
      ? [
          {
            id: 'act',
            title: t('hiring:screen.act'),
            value: () => null,
            screenOnly: true as const,
            sort: false as const,
            card: 'wide' as const,
            cell: (row: Interest) => (
              <Button size="s" busy={end.isPending} onClick={() => end.mutate({ id: row.id })}>
                {t('hiring:screen.interests.end')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead
        title={t('hiring:screen.interests.title')}
        about={t(edit ? 'hiring:screen.interests.about' : 'hiring:screen.interests.aboutOffice')}
        actions={
          edit &&
          !adding && (
            <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
              {t('hiring:screen.interests.add')}
            </Button>
          )
        }
      />
      {adding && (
        <InterestForm programmes={read.data?.data.programmes ?? []} onClose={() => setAdding(false)} />
      )}
      {end.error && <p role="alert">{end.error.message}</p>}
      <DataTable
        id="interests"
        title={t('hiring:screen.interests.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('hiring:screen.interests.empty')}
      />
      {'hiring.candidate.read' in rights && <Sessions />}
    </>
  );
}
