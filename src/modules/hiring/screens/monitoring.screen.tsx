import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { downloadTable } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import { MONTHS } from '../contract.ts';
import { FACT_COLUMNS } from '../rules/form-controls.ts';
import { formTable } from '../rules/form-sheet.ts';
import css from './hiring.module.css';
import { api, FORM, type FormRow, OUTCOMES } from './hiring-api.ts';

/** Lines of people with limited abilities: counts from the college's own papers. */
function PartForm({ row, year, onClose }: { row: FormRow; year: number; onClose: () => void }) {
  const { t, tId } = useTexts();
  const [counts, setCounts] = useState<Record<string, string>>(() =>
    Object.fromEntries(FACT_COLUMNS.map((it) => [it, String(row.counts[it] ?? 0)])),
  );
  const save = useChange(api.saveFormPart, [FORM]);
  return (
    <FormPanel
      title={t('hiring:screen.monitoring.partTitle', {
        code: row.programmeCode,
        line: tId(`hiring:line.${row.line}`),
      })}
      about={t('hiring:screen.monitoring.partAbout')}
      submit={t('hiring:screen.monitoring.savePart')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() =>
        save.mutate(
          {
            programmeCode: row.programmeCode,
            year,
            line: row.line as 2,
            counts: Object.fromEntries(
              Object.entries(counts).map(([column, value]) => [column, Number(value) || 0]),
            ),
          },
          { onSuccess: onClose },
        )
      }
    >
      {FACT_COLUMNS.map((column) => (
        <TextInput
          key={column}
          name={column}
          inputMode="numeric"
          label={`${column}. ${tId(`hiring:column.${column}`)}`}
          value={counts[column] ?? ''}
          onChange={(value) => setCounts((known) => ({ ...known, [column]: value }))}
        />
      ))}
    </FormPanel>
  );
}

const LAST = new Date().getFullYear() - 1;

/** The federal monitoring form of a college, with its arithmetic checked line by line. */
export default function Monitoring() {
  const { t, tId } = useTexts();
  const [year, setYear] = useState('');
  const [college, setCollege] = useState('');
  const [months, setMonths] = useState('12');
  const [part, setPart] = useState<FormRow | null>(null);
  const [problem, setProblem] = useState('');
  const years = useRead(OUTCOMES, api.listOutcomes, {});
  const known = years.data?.data.years ?? [];
  const chosen = Number(year) || (known.find((it) => it <= LAST) ?? known[0] ?? LAST);
  const read = useRead(FORM, api.getForm, {
    year: chosen,
    months: Number(months),
    ...(college ? { organisationId: college } : {}),
  });
  const form = read.data?.data;
  const rows = form?.rows ?? [];
  const edit = read.data?.can.edit === true;
  const faults = rows.flatMap((row) => row.faults.map((it) => ({ row, ...it })));
  const take = async () => {
    setProblem('');
    const table = formTable(form?.college ?? '', rows);
    try {
      await downloadTable(t('hiring:screen.monitoring.fileName', { year: chosen }), {
        format: 'xlsx',
        columns: table.columns.map(({ title }, k) => ({
          id: title,
          title,
          value: (row: (typeof table.rows)[number]) => {
            const cell = row[k];
            return typeof cell === 'string' || typeof cell === 'number' ? cell : null;
          },
        })),
        rows: table.rows,
      });
    } catch {
      setProblem(t('web:export.failed'));
    }
  };
  const columns: Column<FormRow>[] = [
    {
      id: 'line',
      title: t('hiring:screen.monitoring.line'),
      value: (row) => tId(`hiring:line.${row.line}`),
      cell: (row) =>
        edit && [2, 3, 4, 6, 7, 8].includes(row.line) ? (
          <Button kind="quiet" size="s" onClick={() => setPart(row)}>
            {tId(`hiring:line.${row.line}`)}
          </Button>
        ) : (
          tId(`hiring:line.${row.line}`)
        ),
      names: true,
      sort: false,
      card: 'wide',
    },
    ...FACT_COLUMNS.map(
      (column): Column<FormRow> => ({
        id: `c${column}`,
        title: `${column}. ${tId(`hiring:column.${column}`)}`,
        value: (row) => row.counts[column] ?? 0,
        sort: false,
      }),
    ),
    {
      id: 'control',
      title: t('hiring:screen.monitoring.control'),
      value: (row) =>
        row.faults.length === 0 ? t('hiring:screen.monitoring.right') : t('hiring:screen.monitoring.wrong'),
      cell: (row) =>
        row.faults.length === 0 ? (
          <span className="dim">{t('hiring:screen.monitoring.right')}</span>
        ) : (
          <StateMark state="blocks">{t('hiring:screen.monitoring.wrong')}</StateMark>
        ),
      card: 'wide',
    },
  ];
  return (
    <>
      <PageHead
        title={t('hiring:screen.monitoring.title')}
        about={t('hiring:screen.monitoring.about')}
        actions={
          rows.length > 0 && (
            <Button kind="main" icon="download" onClick={() => void take()}>
              {t('hiring:screen.monitoring.download')}
            </Button>
          )
        }
      />
      <div className={css.tools}>
        {known.length > 0 && (
          <ChoiceInput
            name="year"
            label={t('hiring:screen.year')}
            value={String(chosen)}
            onChange={setYear}
            choices={known.map((it) => ({ value: String(it), label: String(it) }))}
          />
        )}
        <ChoiceInput
          name="months"
          label={t('hiring:screen.monitoring.months')}
          value={months}
          onChange={setMonths}
          choices={MONTHS.map((it) => ({
            value: String(it),
            label: t('hiring:screen.outcomes.after', { months: it }),
          }))}
        />
        {(form?.colleges.length ?? 0) > 1 && (
          <ChoiceInput
            name="college"
            label={t('hiring:screen.college')}
            value={college || (form?.colleges.find((it) => it.name === form.college)?.id ?? '')}
            onChange={setCollege}
            choices={(form?.colleges ?? []).map((it) => ({ value: it.id, label: it.name }))}
          />
        )}
      </div>
      {problem && <p role="alert">{problem}</p>}
      {rows.length > 0 && (
        <p className={css.said}>
          <StateMark state={faults.length === 0 ? 'done' : 'blocks'}>
            {faults.length === 0
              ? t('hiring:screen.monitoring.green')
              : t('hiring:screen.monitoring.red', { count: faults.length })}
          </StateMark>{' '}
          {(form?.unanswered ?? 0) > 0 && (
            <span className="dim">
              {t('hiring:screen.monitoring.unanswered', { count: form?.unanswered ?? 0 })}
            </span>
          )}
        </p>
      )}
      <ul className={css.faults}>
        {faults.map((it) => (
          <li key={`${it.row.programmeCode} ${it.row.line} ${it.control}`}>
            {it.row.programmeCode}, {tId(`hiring:line.${it.row.line}`)}:{' '}
            {tId(`hiring:control.${it.control}`, it.params)}
          </li>
        ))}
      </ul>
      {part && (
        <PartForm
          key={`${part.programmeCode} ${part.line}`}
          row={part}
          year={chosen}
          onClose={() => setPart(null)}
        />
      )}
      <DataTable
        id="monitoring"
        title={t('hiring:screen.monitoring.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.programmeCode} ${row.line}`}
        group={(row) => ({ id: row.programmeCode, title: row.programme, code: row.programmeCode })}
        quiet={(row) => (row.counts['07'] ?? 0) === 0}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        empty={t('hiring:screen.monitoring.empty')}
      />
    </>
  );
}
