import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { ApiError } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { IMPORT_BYTES, IMPORT_KINDS } from '../contract.ts';
import css from './programmes.module.css';
import { api, type ImportPreview, PROGRAMMES, todayHere } from './programmes-api.ts';
import { UploadPreview } from './upload-preview.tsx';

const SECTION = {
  contingent: { title: 'programmes:screen.group.title', to: '/groups' },
  curriculum: { title: 'programmes:screen.programme.title', to: '/programmes' },
  admission: { title: 'programmes:screen.admission.title', to: '/admission' },
} as const;

/** Bytes as base64, in pieces: one call over megabytes would overflow the stack. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

/** From a college's own file to the registers: columns, remarks by cell, then the button. */
export default function Upload() {
  const { t } = useTexts();
  const { kind: asked = '' } = useParams({ strict: false }) as { kind?: string };
  const kind = IMPORT_KINDS.find((one) => one === asked) ?? 'contingent';
  const [file, setFile] = useState<File | null>(null);
  const [columns, setColumns] = useState<Record<string, string | null>>({});
  const [programmeId, setProgrammeId] = useState('');
  const [year, setYear] = useState(todayHere().slice(0, 4));
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const programmes = useRead(PROGRAMMES, api.listProgrammes, {}, { enabled: kind === 'curriculum' });
  const look = async (next: File, choice: Record<string, string | null>, programme = programmeId) => {
    setFile(next);
    setColumns(choice);
    setBusy(true);
    setProblem('');
    try {
      const asking = { kind, name: next.name, content: await base64Of(next), columns: choice };
      const more = {
        ...(programme && { programmeId: programme }),
        ...(kind === 'admission' && { year: Number(year) }),
      };
      setPreview((await api.previewImport({ ...asking, ...more })).data);
    } catch (error) {
      setPreview(null);
      setProblem(error instanceof ApiError && error.message ? error.message : t('web:form.notSaved'));
    } finally {
      setBusy(false);
    }
  };
  const chooseProgramme = (next: string) => {
    setProgrammeId(next);
    if (file) void look(file, columns, next);
  };
  const title = t(`programmes:screen.upload.kind.${kind}`);
  return (
    <>
      <PageHead
        crumbs={[{ title: t(SECTION[kind].title), to: SECTION[kind].to }, { title }]}
        title={title}
        about={t(`programmes:screen.upload.about.${kind}`)}
      />
      {kind !== 'contingent' && (
        <div className={css.tools}>
          {kind === 'curriculum' ? (
            <ChoiceInput
              name="programme"
              label={t('programmes:screen.upload.programme')}
              none={t('programmes:screen.upload.chooseProgramme')}
              value={programmeId}
              onChange={chooseProgramme}
              choices={(programmes.data?.data.rows ?? []).map((row) => ({
                value: row.id,
                label: `${row.code} ${row.name}, ${t('programmes:screen.base', { base: row.base })}`,
              }))}
            />
          ) : (
            <TextInput
              name="year"
              label={t('programmes:screen.upload.year')}
              inputMode="numeric"
              value={year}
              onChange={setYear}
            />
          )}
        </div>
      )}
      <FileDrop
        label={t('programmes:screen.upload.drop')}
        hint={t('programmes:screen.upload.hint')}
        accept={['.xlsx', '.ods', '.csv', '.txt']}
        maxBytes={IMPORT_BYTES}
        busy={busy}
        onFile={(next) => void look(next, {})}
      />
      {problem && (
        <div className={css.said} role="alert">
          <EmptyState text={problem} level={2} />
        </div>
      )}
      {file && preview && (
        <UploadPreview
          key={preview.importId}
          kind={kind}
          preview={preview}
          onChoose={(column, field) => void look(file, { ...columns, [column]: field })}
        />
      )}
    </>
  );
}
