import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { IMPORT_KINDS, MAX_UPLOAD_BYTES } from '../contract.ts';
import { ImportState } from './import-state.tsx';
import css from './needs.module.css';
import { api, IMPORTS, type ImportRow } from './needs-api.ts';

/** What the file is, and the place to drop it. */
function Bring({ kinds }: { kinds: (typeof IMPORT_KINDS)[number][] }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { kind: asked } = useSearch({ strict: false }) as { kind?: string };
  const [chosen, setChosen] = useState<string | null>(null);
  const [year, setYear] = useState(String(new Date().getFullYear() - 1));
  const [complete, setComplete] = useState(false);
  const [asOf, setAsOf] = useState(() => new Date().toLocaleDateString('en-CA'));
  const start = useChange(api.startImport, [IMPORTS]);
  const wanted = chosen ?? asked;
  const kind = kinds.find((it) => it === wanted) ?? (kinds.length > 1 ? 'auto' : kinds[0]);
  if (!kind) return null;
  const years = kind === 'outcomes' || (kind === 'auto' && kinds.includes('outcomes'));
  const send = (file: File) =>
    start.mutate(
      {
        kind,
        file,
        ...(years && { year: Number(year) }),
        ...(kind === 'vacancies' && complete && { complete: 'yes' as const, asOf }),
      },
      { onSuccess: ({ data }) => void navigate({ to: `/imports/${data.id}` }) },
    );
  return (
    <div className={css.bring}>
      {(kinds.length > 1 || years || kind === 'vacancies') && (
        <div className={css.tools}>
          {kinds.length > 1 && (
            <ChoiceInput
              name="kind"
              label={t('needs:imports.kind')}
              value={kind}
              onChange={setChosen}
              choices={(['auto', ...kinds] as const).map((value) => ({
                value,
                label: t(`needs:kindName.${value}`),
              }))}
            />
          )}
          {years && (
            <TextInput
              name="year"
              inputMode="numeric"
              label={t('needs:imports.year')}
              hint={kind === 'auto' ? t('needs:imports.yearHint') : undefined}
              value={year}
              onChange={setYear}
            />
          )}
          {kind === 'vacancies' && (
            <label className={css.check}>
              <input
                type="checkbox"
                checked={complete}
                onChange={({ target }) => setComplete(target.checked)}
              />
              <span>
                {t('needs:imports.complete')}
                <small className="dim"> {t('needs:imports.completeHint')}</small>
              </span>
            </label>
          )}
          {kind === 'vacancies' && complete && (
            <TextInput
              name="asOf"
              type="date"
              label={t('needs:imports.asOf')}
              value={asOf}
              onChange={setAsOf}
            />
          )}
        </div>
      )}
      <FileDrop
        label={t('needs:imports.drop')}
        hint={t('needs:imports.hint')}
        accept={['.xlsx', '.ods', '.csv', '.txt', '.json']}
        maxBytes={MAX_UPLOAD_BYTES}
        busy={start.isPending}
        onFile={send}
      />
      {start.isError && (
        <p className={css.said} role="alert">
          <StateMark state="blocks">{start.error.message}</StateMark>
        </p>
      )}
    </div>
  );
}

/** Files brought in: where a new one is dropped, and what became of the earlier ones. */
export default function Imports() {
  const { t, date } = useTexts();
  const read = useRead(IMPORTS, api.listImports, { limit: 200, offset: 0 });
  const { onExport } = useExport<ImportRow>(t('needs:imports.title'));
  const can = read.data?.can ?? {};
  return (
    <>
      <PageHead title={t('needs:imports.title')} about={t('needs:imports.about')} />
      {read.data && <Bring kinds={IMPORT_KINDS.filter((it) => can[it])} />}
      <DataTable
        id="imports"
        title={t('needs:imports.title')}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        problem={(row) => (row.state === 'read' ? 1 : 0)}
        quiet={(row) => row.state === 'cancelled' || row.state === 'refused'}
        empty={t('needs:imports.empty')}
        columns={[
          {
            id: 'file',
            title: t('needs:imports.file'),
            value: (row) => row.fileName,
            cell: (row) => <Link to={`/imports/${row.id}`}>{row.fileName}</Link>,
            names: true,
            card: 'wide',
          },
          {
            id: 'kind',
            title: t('needs:imports.kind'),
            value: (row) => {
              const kind = t(`needs:kindName.${row.kind}`);
              return row.year ? t('needs:imports.of', { kind, year: row.year }) : kind;
            },
          },
          {
            id: 'state',
            title: t('needs:imports.state'),
            value: (row) => t(`needs:importState.${row.state}`),
            cell: (row) => <ImportState state={row.state} />,
          },
          { id: 'rows', title: t('needs:imports.rows'), value: (row) => row.counts?.rows ?? null },
          { id: 'refused', title: t('needs:imports.refused'), value: (row) => row.counts?.refused ?? null },
          { id: 'made', title: t('needs:imports.made'), value: (row) => date(row.madeAt, 'short') },
          { id: 'by', title: t('needs:imports.by'), value: (row) => row.by, optional: true },
        ]}
      />
    </>
  );
}
