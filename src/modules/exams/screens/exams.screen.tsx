import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type State, StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './exams.module.css';
import { api, clockOf, type ExamRow, SESSIONS } from './exams-api.ts';
import { PlanForm } from './plan-form.tsx';

/** What an exam waits for, worst first. */
export function waitsFor(row: ExamRow): { state: State; key: string } {
  if (row.incidents > 0) return { state: 'blocks', key: 'incident' };
  if (row.appeals > 0) return { state: 'today', key: 'appeal' };
  if (row.state === 'planned' && row.examinees === 0) return { state: 'remind', key: 'noStudents' };
  if (row.state === 'planned' && row.line < row.required) return { state: 'remind', key: 'noExperts' };
  if (row.state === 'planned' && row.waiting > 0) return { state: 'waiting', key: 'noAnswer' };
  if (row.state === 'planned') return { state: 'soon', key: 'confirm' };
  return {
    state: ['closed', 'cancelled', 'annulled'].includes(row.state) ? 'idle' : 'waiting',
    key: 'course',
  };
}

const columns = ({ t, tId, date }: Texts, open: (id: string) => void): Column<ExamRow>[] => [
  {
    id: 'code',
    title: t('exams:screen.exams.code'),
    names: true,
    value: (row) => row.code,
    cell: (row) => (
      <span className={css.stack}>
        <button type="button" className={`link ${css.name}`} onClick={() => open(row.id)}>
          {row.code}
        </button>
        <small className="dim">
          {t('exams:screen.exams.when', { day: date(row.day), time: clockOf(row.startsAt) })}
        </small>
      </span>
    ),
    filter: 'text',
  },
  {
    id: 'programme',
    title: t('exams:screen.exams.programme'),
    value: (row) => `${row.programmeCode} ${row.programmeName}`,
    cell: (row) => (
      <span className={css.stack}>
        {row.programmeName}
        <small className="dim">
          {row.programmeCode}, {t(`exams:level.${row.level}`)}
        </small>
      </span>
    ),
    filter: 'text',
    card: 'wide',
  },
  {
    id: 'college',
    title: t('exams:screen.exams.college'),
    value: (row) => row.college,
    filter: 'choice',
    card: 'wide',
  },
  {
    id: 'centre',
    title: t('exams:screen.exams.centre'),
    value: (row) => row.centre,
    filter: 'choice',
    card: 'wide',
  },
  {
    id: 'examinees',
    title: t('exams:screen.exams.students'),
    value: (row) => row.examinees,
    align: 'number',
    total: 'sum',
  },
  {
    id: 'experts',
    title: t('exams:screen.exams.experts'),
    value: (row) => row.line,
    cell: (row) => t('exams:screen.exams.expertsOf', { line: row.line, required: row.required }),
    align: 'end',
  },
  { id: 'chief', title: t('exams:screen.exams.chief'), value: (row) => row.chief, optional: true },
  {
    id: 'state',
    title: t('exams:screen.exams.state'),
    value: (row) => tId(`exams:state.session.${row.state}`),
    filter: 'choice',
    card: 'wide',
  },
  {
    id: 'waits',
    title: t('exams:screen.exams.waits'),
    value: (row) => tId(`exams:screen.exams.wait.${waitsFor(row).key}`),
    cell: (row) => {
      const { state, key } = waitsFor(row);
      return state === 'idle' ? null : (
        <div className={css.waits}>
          <StateMark state={state}>{tId(`exams:screen.exams.wait.${key}`)}</StateMark>
        </div>
      );
    },
    card: 'wide',
  },
];

/** The calendar of exams: by month, what waits for a person first. */
export default function Exams() {
  const texts = useTexts();
  const { t } = texts;
  const navigate = useNavigate();
  const [planning, setPlanning] = useState(false);
  const read = useRead(SESSIONS, api.listSessions, {});
  const { onExport, problem } = useExport<ExamRow>(t('exams:screen.exams.title'));
  const open = useCallback((id: string) => void navigate({ to: '/exams/$id', params: { id } }), [navigate]);
  const shown = useMemo(() => columns(texts, open), [texts, open]);
  if (read.isError) return <EmptyState title={t('exams:screen.exams.title')} text={read.error.message} />;
  const can = read.data?.can ?? {};
  return (
    <>
      <PageHead
        title={t('exams:screen.exams.title')}
        about={t('exams:screen.exams.about')}
        actions={
          can.plan &&
          !planning && (
            <Button kind="main" icon="plus" onClick={() => setPlanning(true)}>
              {t('exams:screen.exams.plan')}
            </Button>
          )
        }
      />
      {planning && <PlanForm onClose={() => setPlanning(false)} onDone={open} />}
      <DataTable
        id="exams"
        title={t('exams:screen.exams.title')}
        columns={shown}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        group={(row) => ({
          id: row.day.slice(0, 7),
          title: new Date(`${row.day.slice(0, 7)}-01`).toLocaleDateString(texts.locale, {
            month: 'long',
            year: 'numeric',
            timeZone: 'UTC',
          }),
          order: Number(row.day.slice(0, 7).replace('-', '')),
        })}
        quiet={(row) => waitsFor(row).state === 'idle'}
        onExport={onExport}
        note={problem}
        empty={t('exams:screen.exams.empty')}
      />
    </>
  );
}
