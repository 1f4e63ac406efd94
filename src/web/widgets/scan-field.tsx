import { useMutation } from '@tanstack/react-query';
import { ApiError } from '../http.ts';
import { useTexts } from '../text.ts';
import { contentAddress, SCAN_ENDINGS, type UploadedFile, uploadFile } from '../upload-file.ts';
import { Button } from './button.tsx';
import { FileDrop } from './file-drop.tsx';
import { Icon } from './icon.tsx';
import css from './record-files.module.css';
import { useFileSize } from './record-files.tsx';

interface Props {
  label: string;
  value: UploadedFile | null;
  onChange: (file: UploadedFile | null) => void;
  /** The setting files.mostMegabytes; the server has the last word. */
  mostMegabytes?: number;
  error?: string | undefined;
}

const MEGABYTE = 1024 * 1024;

/** A scan inside a form: uploaded at once, given to the record when the form is sent (its id goes with the form). */
export function ScanField({ label, value, onChange, mostMegabytes = 25, error }: Props) {
  const { t } = useTexts();
  const size = useFileSize();
  const send = useMutation<UploadedFile, Error, File>({
    mutationFn: (file) => uploadFile(file),
    onSuccess: onChange,
  });
  const words = send.error instanceof ApiError ? send.error.message : t('files:list.lost');
  const problem = send.isError ? words : error;
  return (
    <div className={css.files}>
      {value ? (
        <p className={css.row}>
          <Icon name="document" size={16} />
          <span className={css.words}>
            <a href={contentAddress(value.id)} download={value.name}>
              {value.name}
            </a>
            <span className="dim small">{size(value.size)}</span>
          </span>
          <Button size="s" kind="quiet" onClick={() => onChange(null)}>
            {t('files:list.remove')}
          </Button>
        </p>
      ) : (
        <FileDrop
          label={label}
          hint={t('files:list.hint', { limit: mostMegabytes })}
          accept={SCAN_ENDINGS}
          maxBytes={mostMegabytes * MEGABYTE}
          busy={send.isPending}
          onFile={(file) => send.mutate(file)}
        />
      )}
      {problem && (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
