import { useState } from 'react';
import { saveFile } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import {
  CHECK_KINDS,
  type Checked,
  type CheckKind,
  CheckRefusal,
  checkFile,
  repairFile,
} from './check-api.ts';
import { CheckReport } from './check-report.tsx';
import css from './needs.module.css';

const MAX_BYTES = 50 * 1024 * 1024;

/** «Проверьте мой Excel»: before any sign-in, a file in, its errors by cell and a repaired file out. */
export default function Check() {
  const { t } = useTexts();
  const [file, setFile] = useState<File | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [problem, setProblem] = useState('');
  const [kind, setKind] = useState<CheckKind | 'auto'>('auto');
  const [asksKind, setAsksKind] = useState(false);
  const [busy, setBusy] = useState(false);
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem('');
    try {
      await act();
    } catch (error) {
      setAsksKind(error instanceof CheckRefusal && error.unknownKind);
      setProblem(error instanceof CheckRefusal && error.message ? error.message : t('needs:check.failed'));
    } finally {
      setBusy(false);
    }
  };
  const look = (next: File, as: CheckKind | 'auto') =>
    attempt(async () => {
      setFile(next);
      setKind(as);
      setAsksKind(false);
      setChecked(null);
      setChecked(await checkFile(next, as));
    });
  const download = (from: File) =>
    attempt(async () => {
      const name = from.name.replace(/\.[^.]+$/, '');
      saveFile(await repairFile(from, kind), `${t('needs:check.fileName', { name })}.xlsx`);
    });
  return (
    <div className={css.public}>
      <PageHead title={t('needs:check.title')} about={t('needs:check.about')} />
      <FileDrop
        label={t('needs:check.drop')}
        hint={t('needs:check.hint')}
        accept={['.xlsx', '.ods', '.csv', '.txt', '.json']}
        maxBytes={MAX_BYTES}
        busy={busy}
        onFile={(next) => void look(next, 'auto')}
      />
      <p className={`dim ${css.said}`}>{t('needs:check.privacy')}</p>
      <div aria-live="polite">
        {busy && !checked && <p className={css.said}>{t('needs:check.busy')}</p>}
        {problem && (
          <div className={css.said} role="alert">
            <EmptyState text={problem} level={2} />
          </div>
        )}
      </div>
      {file && asksKind && (
        <ChoiceInput
          name="kind"
          label={t('needs:check.kindChoice')}
          none={t('needs:check.kindNone')}
          value=""
          onChange={(value) => void look(file, CHECK_KINDS.find((it) => it === value) ?? 'auto')}
          choices={CHECK_KINDS.map((value) => ({ value, label: t(`needs:kindName.${value}`) }))}
        />
      )}
      {file && checked && (
        <CheckReport checked={checked} name={file.name}>
          <Button kind="main" icon="download" busy={busy} onClick={() => void download(file)}>
            {t('needs:check.download')}
          </Button>
        </CheckReport>
      )}
    </div>
  );
}
