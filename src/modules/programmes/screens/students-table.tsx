import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './programmes.module.css';
import { type GroupCard, type Student, todayHere } from './programmes-api.ts';

const ORDER = ['leave', 'studying', 'graduated', 'transferred', 'expelled'];

function State({ student, today }: { student: Student; today: string }) {
  const { t } = useTexts();
  const words = t(`programmes:state.student.${student.status}`);
  if (student.status !== 'leave')
    return <span className={student.status === 'studying' ? 'dim' : undefined}>{words}</span>;
  const { leaveUntil } = student;
  if (leaveUntil && leaveUntil < today)
    return (
      <StateMark state="today">{t('programmes:screen.student.overdue', { until: leaveUntil })}</StateMark>
    );
  return (
    <StateMark state="waiting">
      {words}
      {leaveUntil && ` ${t('programmes:screen.student.untilDay', { until: leaveUntil })}`}
    </StateMark>
  );
}

const columnsOf = ({ t }: Texts, opens: boolean, today: string): Column<Student>[] => [
  {
    id: 'name',
    title: t('programmes:screen.student.name'),
    value: (row) => row.fullName,
    cell: (row) =>
      opens ? (
        <Link to="/students/$id" params={{ id: row.id }} className={css.name}>
          {row.fullName}
        </Link>
      ) : (
        row.fullName
      ),
    names: true,
    filter: 'text',
  },
  { id: 'age', title: t('programmes:screen.student.age'), value: (row) => row.age, align: 'end' },
  {
    id: 'funding',
    title: t('programmes:screen.student.funding'),
    value: (row) => t(`programmes:screen.funding.${row.funding}`),
    filter: 'choice',
  },
  {
    id: 'order',
    title: t('programmes:screen.student.order'),
    value: (row) => orderWords(t, row),
    quiet: true,
    card: 'wide',
  },
  {
    id: 'state',
    title: t('programmes:screen.student.status'),
    value: (row) => t(`programmes:state.student.${row.status}`),
    cell: (row) => <State student={row} today={today} />,
    card: 'wide',
  },
];

function orderWords(t: Texts['t'], { orderNumber, since }: Student): string | null {
  if (!since) return null;
  return orderNumber
    ? t('programmes:screen.student.orderOf', { number: orderNumber, on: since })
    : t('programmes:screen.student.orderDay', { on: since });
}

/** Those on leave first, then those who study, then those who left. */
export function StudentsTable({ group, opens }: { group: GroupCard; opens: boolean }) {
  const texts = useTexts();
  const { t } = texts;
  const today = todayHere();
  const columns = useMemo(() => columnsOf(texts, opens, today), [texts, opens, today]);
  const { onExport, problem } = useExport<Student>(t('programmes:screen.group.one', { code: group.code }));
  const people = group.studying + group.onLeave + group.lost + group.graduated;
  if (group.students.length === 0 && people > 0)
    return <EmptyState text={t('programmes:screen.group.hidden')} />;
  return (
    <>
      <DataTable
        id="students"
        title={t('programmes:screen.group.students')}
        columns={columns}
        rows={group.students}
        rowKey={(row) => row.id}
        group={(row) => ({
          id: row.status,
          title: t(`programmes:screen.student.heading.${row.status}`),
          order: ORDER.indexOf(row.status),
        })}
        quiet={(row) => row.status !== 'leave'}
        empty={t('programmes:screen.group.noStudents')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
