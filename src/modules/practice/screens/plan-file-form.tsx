import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { ApiError } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { PLAN_BYTES } from '../contract.ts';
import css from './practice.module.css';
import { api, PLANS, type PlanFile } from './practice-api.ts';

/** Bytes as base64, in pieces: one call over megabytes would overflow the stack. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

/** A college's own file: what it would change, remarks by cell, then the button. */
export function PlanFileForm({ schoolYear, onClose }: { schoolYear: number; onClose: () => void }) {
  const { t, tId } = useTexts();
  const [preview, setPreview] = useState<PlanFile | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const apply = useChange(api.applyPlanFile, [PLANS]);
  const look = async (file: File) => {
    setBusy(true);
    setProblem('');
    try {
      setPreview(
        (await api.previewPlanFile({ name: file.name, content: await base64Of(file), schoolYear })).data,
      );
    } catch (error) {
      setPreview(null);
      setProblem(error instanceof ApiError && error.message ? error.message : t('web:form.notSaved'));
    } finally {
      setBusy(false);
    }
  };
  const send = (mode: 'all' | 'good') =>
    preview && apply.mutate({ fileId: preview.fileId, hash: preview.hash, mode });
  const news = (preview?.add ?? 0) + (preview?.change ?? 0);
  return (
    <section className={`panel ${css.box}`} aria-labelledby="plan-file">
      <SectionHead id="plan-file" title={t('practice:screen.file.title')}>
        <Button size="s" onClick={onClose}>
          {t('web:close')}
        </Button>
      </SectionHead>
      <FileDrop
        label={t('practice:screen.file.drop')}
        hint={t('practice:screen.file.hint')}
        accept={['.xlsx', '.ods', '.csv', '.txt']}
        maxBytes={PLAN_BYTES}
        busy={busy}
        onFile={(file) => void look(file)}
      />
      {(problem || apply.error) && (
        <p role="alert">
          <StateMark state="blocks">{problem || apply.error?.message}</StateMark>
        </p>
      )}
      {preview && preview.missing.length > 0 && (
        <StateMark state="blocks">
          {t('practice:screen.file.missing', {
            fields: preview.missing.map((field) => tId(`practice:screen.file.field.${field}`)).join(', '),
          })}
        </StateMark>
      )}
      {preview && <p className={css.said}>{t('practice:screen.file.counts', preview as never)}</p>}
      {preview && preview.remarks.length > 0 && (
        <DataTable
          id="plan-remarks"
          prefix="f"
          title={t('practice:screen.file.remarks')}
          rows={preview.remarks}
          rowKey={(row) => `${row.cell} ${row.id}`}
          problem={(row) => Number(row.refused)}
          empty=""
          columns={[
            {
              id: 'cell',
              title: t('practice:screen.file.cell'),
              value: (row) => row.cell,
              names: true,
              width: 110,
            },
            {
              id: 'what',
              title: t('practice:screen.file.what'),
              value: (row) => tId(row.id, row.params),
              cell: (row) => (
                <StateMark state={row.refused ? 'blocks' : 'done'}>{tId(row.id, row.params)}</StateMark>
              ),
              card: 'wide',
            },
          ]}
        />
      )}
      {apply.data ? (
        <p role="status" className={css.said}>
          <StateMark state="done">{t('practice:screen.file.done', apply.data.data)}</StateMark>
        </p>
      ) : (
        preview && (
          <div className={css.acts}>
            <Button
              kind="main"
              busy={apply.isPending}
              blocked={news === 0 ? t('practice:screen.file.nothing') : undefined}
              onClick={() => send(preview.refused > 0 ? 'good' : 'all')}
            >
              {preview.refused > 0 ? t('practice:screen.file.good') : t('practice:screen.file.apply')}
            </Button>
          </div>
        )
      )}
    </section>
  );
}
