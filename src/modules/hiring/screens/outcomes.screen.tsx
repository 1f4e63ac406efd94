import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { MONTHS } from '../contract.ts';
import { EmploymentTable } from './employment-table.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import css from './hiring.module.css';
import { api, OUTCOMES, type Outcome } from './hiring-api.ts';
import { NoteForm, OutcomeFileForm } from './outcome-forms.tsx';

type Open = { note: { id: string; name: string; months: number } } | 'file' | null;

/** What became of graduates: the college by name, offices in counts. */
export default function Outcomes() {
  const { t } = useTexts();
  const [open, setOpen] = useState<Open>(null);
  const [year, setYear] = useState('');
  const read = useRead(OUTCOMES, api.listOutcomes, year ? { year: Number(year) } : {});
  const ask = useChange(api.askOutcomes, [OUTCOMES]);
  const rows = read.data?.data.rows ?? [];
  const years = read.data?.data.years ?? [];
  const edit = read.data?.can.edit === true;
  const { onExport, problem } = useExport<Outcome>(t('hiring:screen.outcomes.title'));
  const unanswered = rows.flatMap((row) =>
    row.answers.filter((it) => it.id !== null && it.what === null).map((it) => it.id ?? ''),
  );
  const words = (row: Outcome, months: number) =>
    row.answers
      .filter((it) => it.months === months)
      .map((it) =>
        row.name === null
          ? t('hiring:screen.outcomes.counted', {
              what: it.what ? t(`hiring:what.${it.what}`) : t('hiring:screen.outcomes.waits'),
              people: it.people,
            })
          : it.what
            ? t(`hiring:what.${it.what}`)
            : t('hiring:screen.outcomes.waits'),
      )
      .join('; ') || null;
  const columns: Column<Outcome>[] = [
    rows[0]?.name === null
      ? {
          id: 'college',
          title: t('hiring:screen.college'),
          value: (row) => row.college,
          names: true,
          filter: 'text',
        }
      : { id: 'name', title: t('hiring:screen.name'), value: (row) => row.name, names: true, filter: 'text' },
    {
      id: 'programme',
      title: t('hiring:screen.interests.programme'),
      value: (row) => row.programmeCode,
      filter: 'choice',
      card: 'wide',
    },
    {
      id: 'people',
      title: t('hiring:screen.outcomes.people'),
      value: (row) => row.people,
      total: 'sum',
      optional: true,
    },
    ...MONTHS.map(
      (months): Column<Outcome> => ({
        id: `m${months}`,
        title: t('hiring:screen.outcomes.after', { months }),
        value: (row) => words(row, months),
        cell: (row) => {
          const one = row.answers.find((it) => it.months === months);
          const when = (
            <span className={`dim ${css.phoneOnly}`}>{t('hiring:screen.outcomes.after', { months })}: </span>
          );
          if (!one)
            return (
              <span className="dim">
                {when}
                {t('hiring:screen.outcomes.notYet')}
              </span>
            );
          if (row.name === null) return words(row, months);
          const note = () => setOpen({ note: { id: one.id ?? '', name: row.name ?? '', months } });
          return (
            <span className={css.stack}>
              {one.what ? (
                <span>
                  {when}
                  {t(`hiring:what.${one.what}`)}
                  {one.inField && <small className="dim"> {t('hiring:screen.outcomes.inFieldShort')}</small>}
                </span>
              ) : (
                <StateMark state="waiting">
                  {when}
                  {t('hiring:screen.outcomes.waits')}
                </StateMark>
              )}
              {edit && (
                <Button size="s" kind="quiet" onClick={note}>
                  {t(one.what ? 'hiring:screen.outcomes.correct' : 'hiring:screen.outcomes.note')}
                </Button>
              )}
            </span>
          );
        },
        filter: 'choice',
        card: 'wide',
      }),
    ),
  ];
  const sheets = ask.data?.data.sheets ?? [];
  return (
    <>
      <PageHead
        title={t('hiring:screen.outcomes.title')}
        about={t('hiring:screen.outcomes.about')}
        actions={
          edit &&
          years.length > 0 && (
            <>
              <Button icon="upload" onClick={() => setOpen('file')}>
                {t('hiring:screen.outcomes.bring')}
              </Button>
              <Button
                kind="main"
                icon="mail"
                busy={ask.isPending}
                blocked={unanswered.length === 0 ? t('hiring:screen.outcomes.allAnswered') : undefined}
                onClick={() => ask.mutate({ ids: unanswered.slice(0, 500) })}
              >
                {t('hiring:screen.outcomes.ask', { count: unanswered.length })}
              </Button>
            </>
          )
        }
      />
      {open === 'file' && (
        <OutcomeFileForm year={Number(year) || (years[0] ?? 0)} onClose={() => setOpen(null)} />
      )}
      {open !== null && open !== 'file' && <NoteForm {...open.note} onClose={() => setOpen(null)} />}
      {ask.error && <p role="alert">{ask.error.message}</p>}
      {ask.data && (
        <section className={`panel ${css.card}`} role="status">
          <p>
            {t('hiring:screen.outcomes.asked', { letters: ask.data.data.letters, sheets: sheets.length })}
          </p>
          <ul>
            {sheets.map((it) => (
              <li key={it.id}>
                {it.name}: <span className={css.address}>{it.address}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={css.tools}>
        {years.length > 1 && (
          <ChoiceInput
            name="year"
            label={t('hiring:screen.year')}
            value={year || String(years[0] ?? '')}
            onChange={setYear}
            choices={years.map((it) => ({ value: String(it), label: String(it) }))}
          />
        )}
        <p>
          <Link to={'/monitoring' as string}>{t('hiring:screen.outcomes.form')}</Link>
        </p>
      </div>
      <DataTable
        id="outcomes"
        title={t('hiring:screen.outcomes.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.studentId ?? `${row.college} ${row.programmeCode}`}
        problem={(row) => (row.answers.some((it) => it.what === null) ? 1 : 0)}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t('hiring:screen.outcomes.empty')}
      />
      <EmploymentTable />
      {!edit && <EvidenceTable />}
    </>
  );
}
