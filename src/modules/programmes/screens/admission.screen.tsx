import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { useFilter } from '../../../web/use-filters.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { CopyLastYear } from '../../../web/widgets/copy-last-year.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { AdmissionChart } from './admission-chart.tsx';
import { admissionColumns } from './admission-columns.tsx';
import { AdmissionNumbers } from './admission-numbers.tsx';
import css from './programmes.module.css';
import { ADMISSION, api, type SeatLine } from './programmes-api.ts';
import { SeatLineForm } from './seat-line-form.tsx';

/** Seats and admission of a year beside the year before. */
export default function Admission() {
  const texts = useTexts();
  const { t } = texts;
  const { rights } = useSession();
  const own = rights['programmes.admission.read'] === 'organisation';
  const [asked, setAsked] = useFilter('year');
  const chosen = /^\d{4}$/.test(asked) ? Number(asked) : null;
  const [editing, setEditing] = useState<SeatLine | 'new' | null>(null);
  const read = useRead(ADMISSION, api.listAdmission, chosen ? { year: chosen } : {}, {
    placeholderData: (old) => old,
  });
  const copy = useChange(api.copySeatLines, [ADMISSION]);
  const { year = 0, years = [], rows = [], before = [] } = read.data?.data ?? {};
  const can = read.data?.can ?? {};
  const columns = useMemo(
    () => admissionColumns(texts, own, can.edit ? setEditing : null),
    [texts, own, can.edit],
  );
  const title = t('programmes:screen.admission.table', { year });
  const { onExport, problem } = useExport<SeatLine>(title);
  const last = years[0] ?? year;
  const shown = [...new Set([last + 1, ...years])];
  const close = () => setEditing(null);
  return (
    <>
      <PageHead
        title={t('programmes:screen.admission.title')}
        about={t('programmes:screen.admission.about')}
        actions={
          editing === null && (
            <>
              {can.edit && own && (
                <Button icon="plus" onClick={() => setEditing('new')}>
                  {t('programmes:screen.admission.add')}
                </Button>
              )}
              {can.import && own && (
                <Link
                  to="/college-files/$kind"
                  params={{ kind: 'admission' }}
                  className={buttonClass({ kind: 'main' })}
                >
                  {t('programmes:screen.admission.import')}
                </Link>
              )}
            </>
          )
        }
      />
      {editing && (
        <SeatLineForm
          key={editing === 'new' ? 'new' : editing.id}
          line={editing === 'new' ? null : editing}
          year={year}
          onClose={close}
        />
      )}
      <div className={css.tools}>
        <ChoiceInput
          name="year"
          label={t('programmes:screen.admission.year')}
          value={String(year)}
          onChange={setAsked}
          choices={shown.map((one) => ({ value: String(one), label: String(one) }))}
        />
        {can.copy && own && (
          <CopyLastYear
            label={t('programmes:screen.admission.copy')}
            onCopy={() => copy.mutateAsync({ to: year })}
          />
        )}
      </div>
      {copy.data && (
        <p className={css.said} role="status">
          {t('programmes:screen.admission.copied', copy.data.data)}
        </p>
      )}
      {copy.isError && <p role="alert">{copy.error.message}</p>}
      {rows.length > 0 && <AdmissionNumbers rows={rows} before={before} year={year} />}
      {rows.length + before.length > 0 && <AdmissionChart rows={rows} before={before} year={year} />}
      <DataTable
        id="admission"
        title={title}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        loading={read.isPending}
        {...(read.isError && { error: { text: read.error.message, again: () => void read.refetch() } })}
        empty={t('programmes:screen.admission.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
