import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { ApiError } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { MAX_UPLOAD_BYTES } from '../contract.ts';
import css from './classifiers.module.css';
import { api, LISTS, type Preview } from './classifiers-api.ts';
import { UploadPreview } from './upload-preview.tsx';

/** From a file to a stored list: columns, what would change, then the button. */
export default function Upload() {
  const { t } = useTexts();
  const { list = '' } = useParams({ strict: false }) as { list?: string };
  const lists = useRead(LISTS, api.listLists, {});
  const own = lists.data?.data.rows.find((row) => row.code === list);
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
      const answer = await api.previewUpload({ list, file: next, choose: JSON.stringify(columns) });
      setPreview(answer.data);
    } catch (error) {
      setPreview(null);
      setProblem(error instanceof ApiError && error.message ? error.message : t('web:form.notSaved'));
    } finally {
      setBusy(false);
    }
  };
  const title = t('classifiers:upload.title', { title: own?.title ?? '' });
  return (
    <>
      <PageHead
        title={title}
        about={t('classifiers:upload.about')}
        crumbs={[
          { title: t('classifiers:lists.title'), to: '/classifiers' },
          { title: own?.title ?? '', to: `/classifiers/${list}` },
          { title: t('classifiers:items.upload') },
        ]}
      />
      <FileDrop
        label={t('classifiers:upload.drop')}
        hint={t('classifiers:upload.hint')}
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
      {file && preview && own && (
        <UploadPreview
          key={`${file.name}/${file.size}`}
          list={own}
          preview={preview}
          onChoose={(column, field) => void look(file, { ...choose, [column]: field })}
        />
      )}
    </>
  );
}
