import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { MentorForm } from './mentor-form.tsx';
import css from './specialists.module.css';
import { api, MARKS, MENTORS, type Mentor } from './specialists-api.ts';

const columnsOf = ({ t }: Texts, wide: boolean): Column<Mentor>[] => [
  {
    id: 'name',
    title: t('specialists:screen.name'),
    value: (row) => row.name,
    cell: (row) => (
      <Link to="/mentors/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
    ),
    names: true,
    filter: 'text',
  },
  ...(wide
    ? [
        {
          id: 'organisation',
          title: t('specialists:screen.organisation'),
          value: (row: Mentor) => row.organisation,
          filter: 'text' as const,
          card: 'wide' as const,
        },
      ]
    : []),
  { id: 'post', title: t('specialists:screen.post'), value: (row) => row.post, quiet: true, card: 'wide' },
  {
    id: 'programmes',
    title: t('specialists:screen.programmes'),
    value: (row) => row.programmes.join(', '),
    quiet: true,
    filter: 'text',
    card: 'wide',
  },
  {
    id: 'trainees',
    title: t('specialists:screen.trainees'),
    value: (row) => row.trainees,
    cell: (row) =>
      row.capacity === null ? (
        <Num value={row.trainees} />
      ) : (
        <span className="num">
          {t('specialists:screen.of', { trainees: row.trainees, capacity: row.capacity })}
        </span>
      ),
    align: 'end',
    total: 'sum',
  },
  {
    id: 'to',
    title: t('specialists:screen.orderDays'),
    value: (row) => row.to,
    cell: (row) =>
      row.appointmentId ? (
        <DateText value={row.to} />
      ) : (
        <span className="dim">{t('specialists:state.noOrder')}</span>
      ),
  },
  {
    id: 'state',
    title: t('specialists:screen.state'),
    value: (row) => t(`specialists:state.${row.state}`),
    cell: (row) =>
      row.state === 'ready' ? (
        <span className="dim">{t('specialists:state.ready')}</span>
      ) : (
        <StateMark state={MARKS[row.state]}>{t(`specialists:state.${row.state}`)}</StateMark>
      ),
    filter: 'choice',
    card: 'wide',
  },
];

function Totals({ rows }: { rows: Mentor[] }) {
  const { t } = useTexts();
  const trainees = rows.reduce((sum, row) => sum + row.trainees, 0);
  const mentors = (count: number) => ({
    count,
    noun: t('specialists:screen.mentors', { count }),
    source: t('specialists:screen.register'),
  });
  const ready = rows.filter(({ state }) => state === 'ready').length;
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          {
            label: t('specialists:screen.total'),
            value: <Num value={rows.length} />,
            origin: { short: t('specialists:screen.register'), facts: { nodes: [mentors(rows.length)] } },
          },
          {
            label: t('specialists:screen.ready'),
            value: <Num value={ready} />,
            origin: { short: t('specialists:screen.register'), facts: { nodes: [mentors(ready)] } },
          },
          {
            label: t('specialists:screen.trainees'),
            value: <Num value={trainees} />,
            origin: {
              short: t('specialists:screen.ties'),
              facts: {
                nodes: [
                  {
                    count: trainees,
                    noun: t('specialists:screen.traineesNoun', { count: trainees }),
                    source: t('specialists:screen.ties'),
                  },
                ],
              },
            },
          },
        ]}
      />
    </div>
  );
}

const LACKS: Record<string, number> = { noClearance: 3, noOrder: 2, leaving: 1 };

/** The register of mentors: who lacks a paper stands first. */
export default function Mentors() {
  const texts = useTexts();
  const { t } = texts;
  const { rights } = useSession();
  const wide = rights['specialists.mentor.read'] === 'all';
  const [adding, setAdding] = useState(false);
  const read = useRead(MENTORS, api.listMentors, {});
  const rows = read.data?.data.rows ?? [];
  const columns = useMemo(() => columnsOf(texts, wide), [texts, wide]);
  const { onExport, problem } = useExport<Mentor>(t('specialists:screen.title'));
  const add = read.data?.can.add && !adding && (
    <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
      {t('specialists:screen.add')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('specialists:screen.title')} about={t('specialists:screen.about')} actions={add} />
      {adding && <MentorForm onClose={() => setAdding(false)} />}
      {rows.length > 0 && <Totals rows={rows} />}
      <DataTable
        id="mentors"
        title={t('specialists:screen.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        problem={(row) => LACKS[row.state] ?? 0}
        quiet={(row) => row.state === 'full'}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('specialists:screen.empty')}
      />
    </>
  );
}
