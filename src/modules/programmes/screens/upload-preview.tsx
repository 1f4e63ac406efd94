import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import css from './programmes.module.css';
import { ADMISSION, api, GROUPS, type ImportPreview, PROGRAMMES, todayHere } from './programmes-api.ts';
import { UploadRemarks } from './upload-remarks.tsx';

interface Props {
  kind: 'contingent' | 'curriculum' | 'admission';
  preview: ImportPreview;
  onChoose: (column: number, field: string | null) => void;
}

const schema = contract.applyImport['~orpc'].inputSchema;

/** What was understood of the file, what is wrong with it by cell, and the form that writes it. */
export function UploadPreview({ kind, preview, onChoose }: Props) {
  const { t, tId } = useTexts();
  const [same, setSame] = useState<{ row: number; personId: string }[]>([]);
  const apply = useChange(api.applyImport, [GROUPS, PROGRAMMES, ADMISSION]);
  const { report, plan, missing, fields, importId, hash } = preview;
  const form = useForm({
    initial: { mode: 'all', from: `${todayHere().slice(0, 4)}-09-01` },
    schema,
    input: ({ mode, from }) => ({ importId, hash, mode, same, ...(kind === 'curriculum' && { from }) }),
  });
  const labels = { mode: t('programmes:screen.upload.mode'), from: t('programmes:screen.upload.from') };
  const words = (id: string) => tId(`programmes:screen.upload.field.${id}`);
  const lost = missing.map(words);
  const done = apply.data?.data;
  return (
    <>
      {lost.length > 0 && (
        <StateMark state="blocks">
          {t('programmes:screen.upload.missing', { fields: lost.join(', ') })}
        </StateMark>
      )}
      <details className={css.said} open={lost.length > 0}>
        <summary>{t('programmes:screen.upload.columns')}</summary>
        <div className={css.columns}>
          {preview.columns.map(({ column, title, letters, field }) => (
            <ChoiceInput
              key={column}
              name={`column-${column}`}
              label={title || letters}
              value={field ?? ''}
              none={t('programmes:screen.upload.skip')}
              choices={fields.map(({ id }) => ({ value: id, label: words(id) }))}
              onChange={(value) => onChoose(column, value || null)}
            />
          ))}
        </div>
      </details>
      <p className={css.said}>
        {t('programmes:screen.upload.counts', {
          rows: report.rows,
          imported: report.imported,
          repaired: report.repaired.length,
          refused: report.refused.length,
        })}{' '}
        {t('programmes:screen.upload.plan', plan)}
      </p>
      {preview.note && <StateMark state="remind">{t('programmes:error.whichProgramme')}</StateMark>}
      <UploadRemarks report={report} same={same} onSame={setSame} />
      {done ? (
        <p className={css.said} role="status">
          <StateMark state="done">{t('programmes:screen.upload.done', done)}</StateMark>
        </p>
      ) : (
        <FormPanel
          submit={t('programmes:screen.upload.apply')}
          blocked={plan.add + plan.change === 0 ? t('programmes:screen.upload.nothing') : undefined}
          busy={form.busy}
          problems={form.problems}
          labels={labels}
          onSubmit={() => void form.submit(apply.mutateAsync)}
        >
          {report.refused.length > 0 && (
            <ChoiceInput
              {...form.field('mode')}
              label={labels.mode}
              choices={[
                { value: 'all', label: t('programmes:screen.upload.modeAll') },
                { value: 'good', label: t('programmes:screen.upload.modeGood') },
              ]}
            />
          )}
          {kind === 'curriculum' && <TextInput {...form.field('from')} type="date" label={labels.from} />}
        </FormPanel>
      )}
    </>
  );
}
