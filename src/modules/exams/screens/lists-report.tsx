import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { DateText } from '../../../web/widgets/date-text.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { ShortageList } from './shortage-list.tsx';
import css from './staffing.module.css';
import type { Lists } from './staffing-api.ts';

type Conflict = Lists['conflicts'][number];
type Seat = Lists['assignment'][number];

function Conflicts({ rows }: { rows: Conflict[] }) {
  const { t } = useTexts();
  const { onExport, problem } = useExport<Conflict>(t('exams:staffing.paste.conflicts'));
  const why = (row: Conflict) => t(`exams:staffing.paste.reason.${row.code}`, { what: row.what });
  return (
    <DataTable
      id="pasted-conflicts"
      prefix="c"
      title={t('exams:staffing.paste.conflicts')}
      rows={rows}
      rowKey={(row) => `${row.exam} ${row.expert} ${row.code}`}
      onExport={onExport}
      note={problem}
      empty={t('exams:staffing.paste.noConflicts')}
      columns={[
        {
          id: 'exam',
          title: t('exams:staffing.paste.exam'),
          value: (row) => row.exam,
          names: true,
          filter: 'text',
        },
        {
          id: 'day',
          title: t('exams:staffing.paste.day'),
          value: (row) => row.day,
          cell: (row) => <DateText value={row.day} />,
        },
        {
          id: 'college',
          title: t('exams:staffing.paste.college'),
          value: (row) => row.college,
          filter: 'choice',
          card: 'wide',
        },
        {
          id: 'expert',
          title: t('exams:staffing.paste.expert'),
          value: (row) => row.expert,
          filter: 'text',
          card: 'wide',
        },
        { id: 'why', title: t('exams:staffing.paste.why'), value: why, card: 'wide' },
      ]}
    />
  );
}

function Assignment({ rows }: { rows: Seat[] }) {
  const { t } = useTexts();
  const { onExport, problem } = useExport<Seat>(t('exams:staffing.paste.assignment'));
  return (
    <DataTable
      id="pasted-assignment"
      prefix="a"
      title={t('exams:staffing.paste.assignment')}
      rows={rows}
      rowKey={(row) => `${row.exam} ${row.role} ${row.expert ?? rows.indexOf(row)}`}
      problem={(row) => Number(row.expert === null)}
      onExport={onExport}
      note={problem}
      empty={t('exams:staffing.paste.empty')}
      columns={[
        {
          id: 'exam',
          title: t('exams:staffing.paste.exam'),
          value: (row) => row.exam,
          names: true,
          filter: 'text',
        },
        {
          id: 'day',
          title: t('exams:staffing.paste.day'),
          value: (row) => row.day,
          cell: (row) => <DateText value={row.day} />,
        },
        { id: 'code', title: t('exams:staffing.paste.code'), value: (row) => row.code, filter: 'choice' },
        {
          id: 'college',
          title: t('exams:staffing.paste.college'),
          value: (row) => row.college,
          filter: 'choice',
          quiet: true,
          card: 'wide',
        },
        {
          id: 'site',
          title: t('exams:staffing.paste.site'),
          value: (row) => row.site,
          optional: true,
          quiet: true,
        },
        {
          id: 'role',
          title: t('exams:staffing.paste.role'),
          value: (row) => t(`exams:staffing.role.${row.role}`),
        },
        {
          id: 'expert',
          title: t('exams:staffing.paste.expert'),
          value: (row) => row.expert ?? t('exams:staffing.paste.nobody'),
          cell: (row) =>
            row.expert ?? <StateMark state="blocks">{t('exams:staffing.paste.nobody')}</StateMark>,
          filter: 'text',
          card: 'wide',
        },
        {
          id: 'organisation',
          title: t('exams:staffing.paste.organisation'),
          value: (row) => row.organisation,
          quiet: true,
          card: 'wide',
        },
        {
          id: 'substitutes',
          title: t('exams:staffing.paste.substitutes'),
          value: (row) => row.substitutes.join(', '),
          quiet: true,
          card: 'wide',
        },
      ]}
    />
  );
}

/** What two lists give: what was not read, shortages in words, conflicts, and whom to seat. */
export function ListsReport({ lists }: { lists: Lists }) {
  const { t, tId } = useTexts();
  const lacks = (['experts', 'exams'] as const).filter((list) => lists.missing[list].length > 0);
  return (
    <>
      {lacks.map((list) => (
        <p key={list} role="alert">
          <StateMark state="blocks">
            {t('exams:staffing.paste.missing', {
              list: t(`exams:staffing.paste.list.${list}`),
              fields: lists.missing[list]
                .map((field) => tId(`exams:staffing.paste.field.${field}`))
                .join(', '),
            })}
          </StateMark>
        </p>
      ))}
      {lacks.length === 0 && (
        <>
          <p role="status">{t('exams:staffing.paste.counts', lists.counts)}</p>
          {lists.allLead && <p className="dim">{t('exams:staffing.paste.allLead')}</p>}
          {lists.assumed > 0 && (
            <p className="dim">{t('exams:staffing.paste.assumed', { count: lists.assumed })}</p>
          )}
          <section className={css.section} aria-labelledby="pasted-shortages">
            <SectionHead id="pasted-shortages" title={t('exams:staffing.paste.shortages')} />
            <ShortageList shortages={lists.shortages} none={t('exams:staffing.screen.noShortages')} />
          </section>
          <Assignment rows={lists.assignment} />
          <Conflicts rows={lists.conflicts} />
        </>
      )}
      {lists.remarks.length > 0 && (
        <DataTable
          id="pasted-remarks"
          prefix="m"
          title={t('exams:staffing.paste.remarks')}
          rows={lists.remarks}
          rowKey={(row) => `${row.list} ${row.cell} ${row.id}`}
          empty=""
          columns={[
            {
              id: 'list',
              title: t('exams:staffing.paste.where'),
              value: (row) => t(`exams:staffing.paste.list.${row.list}`),
            },
            { id: 'cell', title: t('exams:staffing.paste.cell'), value: (row) => row.cell, names: true },
            {
              id: 'what',
              title: t('exams:staffing.paste.what'),
              value: (row) => tId(row.id, row.params),
              card: 'wide',
            },
          ]}
        />
      )}
    </>
  );
}
