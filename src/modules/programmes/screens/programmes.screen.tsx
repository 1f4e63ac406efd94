import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { type Texts, useTexts } from '../../../web/text.ts';
import { useMark } from '../../../web/use-filters.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { practiceShare } from '../rules/practice-share.ts';
import { PracticeShare } from './practice-share.tsx';
import { ProgrammeForm } from './programme-form.tsx';
import css from './programmes.module.css';
import { api, PROGRAMMES, type Programme } from './programmes-api.ts';

const marksOf = ({ t }: Texts, row: Programme) =>
  [
    row.isFlexible && t('programmes:screen.programme.flexible'),
    row.isAdapted && t('programmes:screen.programme.adapted'),
    row.isNew && t('programmes:screen.programme.isNew'),
    row.closedOn && t('programmes:screen.programme.closed', { on: row.closedOn }),
  ]
    .filter(Boolean)
    .join(', ');

const columnsOf = (texts: Texts, own: boolean): Column<Programme>[] => {
  const { t } = texts;
  return [
    {
      id: 'code',
      title: t('programmes:screen.programme.code'),
      value: (row) => row.code,
      cell: (row) =>
        row.known ? (
          <span className="num">{row.code}</span>
        ) : (
          <StateMark state="remind">
            <span className="num">{row.code}</span> {t('programmes:screen.programme.unknown')}
          </StateMark>
        ),
      filter: 'text',
      width: 110,
    },
    {
      id: 'name',
      title: t('programmes:screen.programme.name'),
      value: (row) => row.name,
      cell: (row) => (
        <Link to="/programmes/$id" params={{ id: row.id }} className={css.name}>
          {row.name}
        </Link>
      ),
      names: true,
      filter: 'text',
    },
    ...(own
      ? []
      : [
          {
            id: 'college',
            title: t('programmes:screen.programme.college'),
            value: (row: Programme) => row.college,
            filter: 'choice' as const,
            card: 'wide' as const,
          },
        ]),
    {
      id: 'base',
      title: t('programmes:screen.programme.base'),
      value: (row) => t('programmes:screen.base', { base: row.base }),
      cell: (row) => <span className="nowrap">{t('programmes:screen.base', { base: row.base })}</span>,
      filter: 'choice',
      quiet: true,
    },
    {
      id: 'form',
      title: t('programmes:screen.programme.form'),
      value: (row) => texts.tId(`programmes:screen.form.${row.form}`),
      optional: true,
    },
    {
      id: 'months',
      title: t('programmes:screen.programme.months'),
      value: (row) => row.months,
      align: 'end',
      quiet: true,
    },
    {
      id: 'share',
      title: t('programmes:screen.programme.share'),
      value: (row) => practiceShare(row).ofPlan,
      cell: (row) => <PracticeShare row={row} />,
      card: 'wide',
    },
    {
      id: 'marks',
      title: t('programmes:screen.programme.marks'),
      value: (row) => marksOf(texts, row),
      quiet: true,
      filter: 'text',
      card: 'wide',
    },
    {
      id: 'capacity',
      title: t('programmes:screen.programme.capacity'),
      value: (row) => row.capacity,
      align: 'end',
      total: 'sum',
    },
    {
      id: 'studying',
      title: t('programmes:screen.programme.studying'),
      value: (row) => row.studying,
      align: 'end',
      total: 'sum',
    },
  ];
};

/** Programmes with the practice their plans hold; a code of no list stands first and is named. */
export default function Programmes() {
  const texts = useTexts();
  const { t } = texts;
  const { rights } = useSession();
  const own = rights['programmes.programme.read'] === 'organisation';
  const [adding, setAdding] = useState(false);
  const [closed, setClosed] = useMark('closed');
  const read = useRead(PROGRAMMES, api.listProgrammes, { closed });
  const can = read.data?.can ?? {};
  const columns = useMemo(() => columnsOf(texts, own), [texts, own]);
  const { onExport, problem } = useExport<Programme>(t('programmes:screen.programme.title'));
  return (
    <>
      <PageHead
        title={t('programmes:screen.programme.title')}
        about={t('programmes:screen.programme.about')}
        actions={
          !adding && (
            <>
              {can.add && (
                <Button icon="plus" onClick={() => setAdding(true)}>
                  {t('programmes:screen.programme.add')}
                </Button>
              )}
              {can.import && (
                <Link
                  to="/college-files/$kind"
                  params={{ kind: 'curriculum' }}
                  className={buttonClass({ kind: 'main' })}
                >
                  {t('programmes:screen.programme.import')}
                </Link>
              )}
            </>
          )
        }
      />
      {adding && <ProgrammeForm workshops={[]} onClose={() => setAdding(false)} />}
      <label className={css.check}>
        <input type="checkbox" checked={closed} onChange={(event) => setClosed(event.target.checked)} />
        {t('programmes:screen.programme.withClosed')}
      </label>
      <DataTable
        id="programmes"
        title={t('programmes:screen.programme.table')}
        columns={columns}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        problem={(row) => (row.known ? 0 : 1)}
        quiet={(row) => row.closedOn !== null}
        loading={read.isPending}
        {...(read.isError && { error: { text: read.error.message, again: () => void read.refetch() } })}
        empty={t('programmes:screen.programme.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
