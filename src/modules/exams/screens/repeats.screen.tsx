import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './exams.module.css';
import { api } from './exams-api.ts';
import { AbsenceForm, RepeatForm } from './repeats/repeat-forms.tsx';
import { REPEATS, type Repeat } from './rooms-api.ts';

/** «с 16.12.2027», «до 04.04.2027», «в любой день», «попытки кончились». */
function whenOf(row: Repeat, { t, date }: Texts): string {
  if (row.over) return t('exams:rooms.repeats.over');
  if (row.first) return t('exams:rooms.repeats.from', { day: date(row.first) });
  if (row.last) return t('exams:rooms.repeats.until', { day: date(row.last) });
  return t('exams:rooms.repeats.now');
}

interface Acts {
  chosen: ReadonlySet<string>;
  choose: (row: Repeat, on: boolean) => void;
  excuse: (row: Repeat) => void;
  several: boolean;
}

const columnsOf = (texts: Texts, { chosen, choose, excuse, several }: Acts): Column<Repeat>[] => {
  const { t, date } = texts;
  return [
    {
      id: 'name',
      title: t('exams:rooms.repeats.name'),
      names: true,
      value: (row) => row.name,
      cell: (row) => (
        <label className={css.stack}>
          <span>
            <input
              type="checkbox"
              aria-label={`${t('exams:rooms.repeats.choose')} ${row.name}`}
              checked={chosen.has(row.studentId)}
              disabled={row.over}
              onChange={(event) => choose(row, event.target.checked)}
            />{' '}
            {row.name}
          </span>
          <small className="dim">{row.group}</small>
        </label>
      ),
      filter: 'text',
    },
    ...(several
      ? [
          {
            id: 'college',
            title: t('exams:rooms.repeats.college'),
            value: (row: Repeat) => row.college,
            filter: 'choice' as const,
            card: 'wide' as const,
          },
        ]
      : []),
    {
      id: 'programme',
      title: t('exams:rooms.repeats.programme'),
      value: (row) => `${row.programmeCode} ${row.programmeName}`,
      filter: 'choice',
      card: 'wide',
    },
    {
      id: 'exam',
      title: t('exams:rooms.repeats.exam'),
      value: (row) => `${row.exam}, ${date(row.day)}`,
      quiet: true,
      card: 'wide',
    },
    {
      id: 'why',
      title: t('exams:rooms.repeats.why'),
      value: (row) => t(`exams:rooms.repeats.ground.${row.why}`),
      cell: (row) => (
        <span className={css.stack}>
          {t(`exams:rooms.repeats.ground.${row.why}`)}
          {row.why === 'unexcused' && (
            <Button size="s" kind="quiet" onClick={() => excuse(row)}>
              {t('exams:rooms.repeats.absence')}
            </Button>
          )}
        </span>
      ),
      filter: 'choice',
      card: 'wide',
    },
    {
      id: 'when',
      title: t('exams:rooms.repeats.when'),
      value: (row) => row.first ?? row.last,
      cell: (row) => (
        <StateMark state={row.over ? 'blocks' : row.last ? 'soon' : 'waiting'}>
          {whenOf(row, texts)}
        </StateMark>
      ),
      card: 'wide',
    },
    {
      id: 'attempts',
      title: t('exams:rooms.repeats.attempts'),
      value: (row) => row.attempts,
      align: 'number',
    },
  ];
};

/** Who may come to the exam again, with the term of each; chosen ones get a new day. */
export default function Repeats() {
  const texts = useTexts();
  const { t } = texts;
  const navigate = useNavigate();
  const read = useRead(REPEATS, api.listRepeats, {});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [excused, setExcused] = useState<Repeat | null>(null);
  const [planning, setPlanning] = useState(false);
  const { onExport, problem } = useExport<Repeat>(t('exams:rooms.repeats.title'));
  const rows = read.data?.data.rows ?? [];
  const several = new Set(rows.map(({ organisationId }) => organisationId)).size > 1;
  const columns = useMemo(
    () =>
      columnsOf(texts, {
        chosen,
        several,
        excuse: setExcused,
        choose: ({ studentId }, on) =>
          setChosen((known) => {
            const next = new Set(known);
            if (on) next.add(studentId);
            else next.delete(studentId);
            return next;
          }),
      }),
    [texts, chosen, several],
  );
  const people = rows.filter(({ studentId }) => chosen.has(studentId));
  const alike =
    new Set(people.map(({ organisationId, programmeCode }) => `${organisationId} ${programmeCode}`)).size ===
    1;
  return (
    <>
      <PageHead
        title={t('exams:rooms.repeats.title')}
        about={t('exams:rooms.repeats.about')}
        actions={
          people.length > 0 &&
          !planning && (
            <Button
              kind="main"
              {...(alike ? {} : { blocked: t('exams:rooms.repeats.one') })}
              onClick={() => setPlanning(true)}
            >
              {t('exams:rooms.repeats.plan')}
            </Button>
          )
        }
      />
      {excused && <AbsenceForm row={excused} onClose={() => setExcused(null)} />}
      {planning && alike && (
        <RepeatForm
          people={people}
          onClose={() => setPlanning(false)}
          onDone={(id) => void navigate({ to: '/exams/$id', params: { id } })}
        />
      )}
      <DataTable
        id="repeats"
        title={t('exams:rooms.repeats.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.studentId}
        problem={(row) => (row.last ? 1 : 0)}
        quiet={(row) => row.over}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('exams:rooms.repeats.empty')}
        onExport={onExport}
        note={problem}
      />
    </>
  );
}
