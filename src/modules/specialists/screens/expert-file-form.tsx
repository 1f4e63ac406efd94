import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { base64Of } from '../../../web/base64-of.ts';
import { ApiError } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { EXPERT_FILE_BYTES } from '../contract.ts';
import { api, EXPERTS, type ExpertFile } from './experts-api.ts';
import css from './specialists.module.css';

/** The region's list of experts: what it would do, remarks by cell, then the button. */
export function ExpertFileForm({ onClose }: { onClose: () => void }) {
  const { t, tId } = useTexts();
  const [file, setFile] = useState<{ name: string; content: string } | null>(null);
  const [preview, setPreview] = useState<ExpertFile | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const bring = useChange(api.importExperts, [EXPERTS]);
  const look = async (given: File) => {
    setBusy(true);
    setProblem('');
    setPreview(null);
    try {
      const next = { name: given.name, content: await base64Of(given) };
      setPreview((await api.previewExperts(next)).data);
      setFile(next);
    } catch (error) {
      setProblem(error instanceof ApiError && error.message ? error.message : t('web:form.notSaved'));
    } finally {
      setBusy(false);
    }
  };
  const good = (preview?.refused ?? 0) > 0;
  return (
    <section className={`panel ${css.box}`} aria-labelledby="expert-file">
      <SectionHead id="expert-file" title={t('specialists:screen.expertFile.title')}>
        <Button size="s" onClick={onClose}>
          {t('web:close')}
        </Button>
      </SectionHead>
      <FileDrop
        label={t('specialists:screen.expertFile.drop')}
        hint={t('specialists:screen.expertFile.hint')}
        accept={['.xlsx', '.ods', '.csv', '.txt']}
        maxBytes={EXPERT_FILE_BYTES}
        busy={busy}
        onFile={(given) => void look(given)}
      />
      {(problem || bring.error) && (
        <p role="alert">
          <StateMark state="blocks">{problem || bring.error?.message}</StateMark>
        </p>
      )}
      {preview && preview.missing.length > 0 && (
        <StateMark state="blocks">
          {t('specialists:screen.expertFile.missing', {
            fields: preview.missing
              .map((field) => tId(`specialists:screen.expertFile.field.${field}`))
              .join(', '),
          })}
        </StateMark>
      )}
      {preview && (
        <p>
          {t('specialists:screen.expertFile.counts', {
            rows: preview.rows,
            add: preview.add,
            change: preview.change,
            refused: preview.refused,
          })}
        </p>
      )}
      {preview && preview.remarks.length > 0 && (
        <DataTable
          id="expert-remarks"
          prefix="f"
          title={t('specialists:screen.expertFile.remarks')}
          rows={preview.remarks}
          rowKey={(row) => `${row.cell} ${row.id}`}
          problem={(row) => Number(row.refused)}
          empty=""
          columns={[
            {
              id: 'cell',
              title: t('specialists:screen.expertFile.cell'),
              value: (row) => row.cell,
              names: true,
              width: 110,
            },
            {
              id: 'what',
              title: t('specialists:screen.expertFile.what'),
              value: (row) => tId(row.id, row.params),
              cell: (row) => (
                <StateMark state={row.refused ? 'blocks' : 'remind'}>{tId(row.id, row.params)}</StateMark>
              ),
              card: 'wide',
            },
          ]}
        />
      )}
      {bring.data ? (
        <p role="status">
          <StateMark state="done">{t('specialists:screen.expertFile.done', bring.data.data)}</StateMark>
        </p>
      ) : (
        preview &&
        preview.missing.length === 0 && (
          <div className={css.acts}>
            <Button
              kind="main"
              busy={bring.isPending}
              onClick={() => file && bring.mutate({ ...file, mode: good ? 'good' : 'all' })}
            >
              {good ? t('specialists:screen.expertFile.good') : t('specialists:screen.expertFile.apply')}
            </Button>
          </div>
        )
      )}
    </section>
  );
}
