import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, UPLOAD_FIELDS } from '../contract.ts';
import css from './classifiers.module.css';
import { api, ITEMS, LISTS, type List, type Preview, UNKNOWN } from './classifiers-api.ts';

interface Props {
  list: List;
  preview: Preview;
  onChoose: (column: number, field: string | null) => void;
}

const schema = contract.applyUpload['~orpc'].inputSchema;

/** What was understood of the file, by column and by cell, and the form that stores it. */
export function UploadPreview({ list, preview, onChoose }: Props) {
  const { t, tId } = useTexts();
  const { onExport, problem } = useExport<Preview['remarks'][number]>(t('classifiers:upload.remarks'));
  const apply = useChange(api.applyUpload, [LISTS, ITEMS, UNKNOWN, ['classifiers', 'events']]);
  const [complete, setComplete] = useState(false);
  const form = useForm({
    initial: { source: list.source, licence: list.licence, asOf: list.asOf },
    schema,
    input: (value) => ({ list: list.code, rows: preview.rows, complete, ...value }),
  });
  const labels = {
    source: t('classifiers:upload.source'),
    licence: t('classifiers:upload.licence'),
    asOf: t('classifiers:upload.asOf'),
  };
  const fields = UPLOAD_FIELDS.map((value) => ({ value, label: t(`classifiers:upload.field.${value}`) }));
  const missing = fields.filter(({ value }) => preview.missing.includes(value)).map(({ label }) => label);
  const done = apply.data?.data;
  return (
    <>
      <SectionHead title={t('classifiers:upload.columns')} />
      <div className={css.columns}>
        {preview.columns.map(({ column, title, field }) => (
          <ChoiceInput
            key={column}
            name={`column-${column}`}
            label={title || String(column + 1)}
            value={field ?? ''}
            none={t('classifiers:upload.skip')}
            choices={fields}
            onChange={(value) => onChoose(column, value || null)}
          />
        ))}
      </div>
      {missing.length > 0 && (
        <StateMark state="blocks">
          {t('classifiers:upload.missing', { fields: missing.join(', ') })}
        </StateMark>
      )}
      <p className={css.said}>{t('classifiers:upload.counts', preview.counts)}</p>
      <p className={css.said}>{t('classifiers:upload.effect', preview.effect)}</p>
      {preview.remarks.length > 0 && (
        <DataTable
          id="remarks"
          title={t('classifiers:upload.remarks')}
          rows={preview.remarks}
          rowKey={(row) => `${row.address}/${row.id}`}
          problem={(row) => (row.level === 'error' ? 1 : 0)}
          empty=""
          columns={[
            { id: 'cell', title: t('classifiers:upload.cell'), value: (row) => row.address, names: true },
            { id: 'was', title: t('classifiers:upload.was'), value: (row) => row.before },
            {
              id: 'what',
              title: t('classifiers:upload.what'),
              value: (row) => tId(row.id, row.params),
              cell: (row) => (
                <StateMark state={row.level === 'error' ? 'blocks' : 'done'}>
                  {tId(row.id, row.params)}
                </StateMark>
              ),
              card: 'wide',
            },
          ]}
          onExport={onExport}
        />
      )}
      {problem && <p role="alert">{problem}</p>}
      {done ? (
        <p className={css.said} role="status">
          <StateMark state="done">{t('classifiers:upload.done', done)}</StateMark>
        </p>
      ) : (
        <FormPanel
          submit={t('classifiers:upload.apply')}
          blocked={preview.rows.length === 0 ? t('classifiers:upload.noRows') : undefined}
          busy={form.busy}
          problems={form.problems}
          labels={labels}
          onSubmit={() => void form.submit(apply.mutateAsync)}
        >
          <TextInput
            {...form.field('source')}
            label={labels.source}
            hint={t('classifiers:upload.sourceHint')}
          />
          <TextInput {...form.field('licence')} label={labels.licence} />
          <TextInput {...form.field('asOf')} type="date" label={labels.asOf} />
          <label className={css.check}>
            <input
              type="checkbox"
              checked={complete}
              onChange={(event) => setComplete(event.target.checked)}
            />
            {t('classifiers:upload.complete', { absent: preview.effect.absent })}
          </label>
        </FormPanel>
      )}
    </>
  );
}
