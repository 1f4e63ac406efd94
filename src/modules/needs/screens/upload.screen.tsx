import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { ApiError } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { MAX_UPLOAD_BYTES } from '../contract.ts';
import css from './needs.module.css';
import { api, LINES, MINE, type Preview } from './needs-api.ts';
import { Remarks } from './remarks.tsx';

const FIELDS = [
  'id',
  'enterprise',
  'inn',
  'municipality',
  'occupation',
  'occupationName',
  'year',
  'kind',
  'count',
  'confidence',
  'reason',
  'project',
  'spoCode',
] as const;

function Apply({ file, preview }: { file: File; preview: Preview }) {
  const { t } = useTexts();
  const apply = useChange(api.applyImport, [MINE, LINES]);
  const done = apply.data?.data;
  const { refused } = preview.counts;
  if (done)
    return (
      <p className={css.said} role="status">
        <StateMark state="done">{t('needs:upload.done', done)}</StateMark>
      </p>
    );
  const send = () =>
    apply.mutate({
      rows: preview.rows,
      refused,
      mode: refused > 0 ? 'good' : 'all',
      source: file.name.slice(0, 200),
    });
  return (
    <div className={css.acts}>
      {preview.rows.length > 0 && (
        <Button kind="main" busy={apply.isPending} onClick={send}>
          {t(refused > 0 ? 'needs:upload.good' : 'needs:upload.all')}
        </Button>
      )}
      {apply.isError && <StateMark state="blocks">{apply.error.message}</StateMark>}
    </div>
  );
}

/** From a file to stored lines: columns, what would change, then the button. */
export default function Upload() {
  const { t } = useTexts();
  const [file, setFile] = useState<File | null>(null);
  const [choose, setChoose] = useState<Record<string, string | null>>({});
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const look = async (next: File, columns: Record<string, string | null>) => {
    setFile(next);
    setChoose(columns);
    setBusy(true);
    setProblem('');
    try {
      setPreview((await api.previewImport({ file: next, choose: JSON.stringify(columns) })).data);
    } catch (error) {
      setPreview(null);
      setProblem(error instanceof ApiError && error.message ? error.message : t('needs:upload.failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PageHead
        title={t('needs:upload.title')}
        about={t('needs:upload.about')}
        crumbs={[{ title: t('needs:mine.title'), to: '/my-needs' }, { title: t('needs:upload.title') }]}
      />
      <FileDrop
        label={t('needs:upload.drop')}
        hint={t('needs:upload.hint')}
        accept={['.xlsx', '.ods', '.csv', '.txt']}
        maxBytes={MAX_UPLOAD_BYTES}
        busy={busy}
        onFile={(next) => void look(next, {})}
      />
      {problem && (
        <div className={css.said} role="alert">
          <EmptyState text={problem} level={2} />
        </div>
      )}
      {file && preview && (
        <>
          <SectionHead title={t('needs:upload.columns')} note={file.name} />
          <div className={css.columns}>
            {preview.columns.map(({ column, title, field }) => (
              <ChoiceInput
                key={column}
                name={`column-${column}`}
                label={title || String(column + 1)}
                value={field ?? ''}
                none={t('needs:upload.skip')}
                choices={FIELDS.map((value) => ({ value, label: t(`needs:field.${value}`) }))}
                onChange={(value) => void look(file, { ...choose, [column]: value || null })}
              />
            ))}
          </div>
          <p className={css.said}>
            {t('needs:upload.counts', { ...preview.counts, people: preview.people })}{' '}
            {t('needs:upload.effect', preview.effect)}
          </p>
          <Apply key={`${file.name}/${file.size}/${JSON.stringify(choose)}`} file={file} preview={preview} />
          <Remarks
            title={t('needs:upload.remarks')}
            remarks={preview.remarks}
            empty={t('needs:upload.none')}
          />
        </>
      )}
    </>
  );
}
