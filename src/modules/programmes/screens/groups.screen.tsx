import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { GroupForm } from './group-form.tsx';
import css from './programmes.module.css';
import { api, GROUPS, type Group } from './programmes-api.ts';
import { RaiseForm } from './raise-form.tsx';

const columnsOf = ({ t }: Texts): Column<Group>[] => [
  {
    id: 'code',
    title: t('programmes:screen.group.code'),
    value: (row) => row.code,
    cell: (row) => (
      <Link to="/groups/$id" params={{ id: row.id }} className={`nowrap ${css.name}`}>
        {row.code}
      </Link>
    ),
    names: true,
    filter: 'text',
  },
  {
    id: 'programme',
    title: t('programmes:screen.group.programme'),
    value: (row) => `${row.programmeCode} ${row.programmeName}`,
    filter: 'text',
    card: 'wide',
  },
  {
    id: 'base',
    title: t('programmes:screen.programme.base'),
    value: (row) => t('programmes:screen.base', { base: row.base }),
    quiet: true,
    optional: true,
  },
  {
    id: 'curator',
    title: t('programmes:screen.group.curator'),
    value: (row) => row.curator,
    cell: (row) =>
      row.curator ? (
        <span className="nowrap">{row.curator}</span>
      ) : (
        <span className="dim">{t('programmes:screen.group.noCurator')}</span>
      ),
    card: 'wide',
  },
  {
    id: 'studying',
    title: t('programmes:screen.group.studying'),
    value: (row) => row.studying,
    align: 'end',
    total: 'sum',
  },
  {
    id: 'onLeave',
    title: t('programmes:screen.group.onLeave'),
    value: (row) => row.onLeave,
    cell: (row) =>
      row.overdueLeave > 0 ? (
        <StateMark state="remind">
          <Num value={row.onLeave} />
        </StateMark>
      ) : (
        <Num value={row.onLeave} />
      ),
    align: 'end',
    total: 'sum',
  },
  {
    id: 'lost',
    title: t('programmes:screen.group.lost'),
    value: (row) => row.lost,
    align: 'end',
    quiet: true,
    total: 'sum',
  },
  {
    id: 'graduation',
    title: t('programmes:screen.group.graduationYear'),
    value: (row) => String(row.graduationYear),
    align: 'end',
    quiet: true,
    optional: true,
  },
];

function Totals({ rows }: { rows: Group[] }) {
  const { t } = useTexts();
  const sum = (of: (row: Group) => number) => rows.reduce((total, row) => total + of(row), 0);
  const source = t('programmes:screen.group.source');
  const orders = t('programmes:screen.group.fromOrders');
  const facts = (count: number) => ({
    nodes: [
      {
        count,
        noun: t('programmes:screen.group.students', { count }),
        source: t('programmes:screen.group.nounOrders'),
      },
      { count: rows.length, noun: t('programmes:screen.group.nounGroups', { count: rows.length }), source },
    ],
  });
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          {
            label: t('programmes:screen.group.groups'),
            value: <Num value={rows.length} />,
            origin: {
              short: source,
              facts: {
                nodes: [
                  {
                    count: rows.length,
                    noun: t('programmes:screen.group.nounGroups', { count: rows.length }),
                    source,
                  },
                ],
              },
            },
          },
          {
            label: t('programmes:screen.group.studying'),
            value: <Num value={sum((row) => row.studying)} />,
            origin: { short: orders, facts: facts(sum((row) => row.studying)) },
          },
          {
            label: t('programmes:screen.group.onLeave'),
            value: <Num value={sum((row) => row.onLeave)} />,
            origin: { short: orders, facts: facts(sum((row) => row.onLeave)) },
          },
        ]}
      />
    </div>
  );
}

/** Groups of the college by year of study; a group whose leave has run out stands first. */
export default function Groups() {
  const texts = useTexts();
  const { t } = texts;
  const [open, setOpen] = useState<'add' | 'raise' | null>(null);
  const read = useRead(GROUPS, api.listGroups, {});
  const rows = read.data?.data.rows ?? [];
  const can = read.data?.can ?? {};
  const columns = useMemo(() => columnsOf(texts), [texts]);
  const { onExport, problem } = useExport<Group>(t('programmes:screen.group.title'));
  return (
    <>
      <PageHead
        title={t('programmes:screen.group.title')}
        about={t('programmes:screen.group.about')}
        actions={
          open === null && (
            <>
              {can.add && (
                <>
                  {rows.length > 0 && (
                    <Button onClick={() => setOpen('raise')}>{t('programmes:screen.group.raise')}</Button>
                  )}
                  <Button icon="plus" onClick={() => setOpen('add')}>
                    {t('programmes:screen.group.add')}
                  </Button>
                </>
              )}
              {can.import && (
                <Link
                  to="/college-files/$kind"
                  params={{ kind: 'contingent' }}
                  className={buttonClass({ kind: 'main' })}
                >
                  {t('programmes:screen.group.import')}
                </Link>
              )}
            </>
          )
        }
      />
      {open === 'add' && <GroupForm onClose={() => setOpen(null)} />}
      {open === 'raise' && <RaiseForm rows={rows} onClose={() => setOpen(null)} />}
      {rows.length > 0 && <Totals rows={rows} />}
      <DataTable
        id="groups"
        title={t('programmes:screen.group.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        group={(row) => ({
          id: String(row.course),
          title: t('programmes:screen.group.courseOf', { course: row.course }),
          order: row.course,
        })}
        problem={(row) => row.overdueLeave}
        loading={read.isPending}
        {...(read.isError && { error: { text: read.error.message, again: () => void read.refetch() } })}
        empty={t('programmes:screen.group.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
