import { type DragEvent, useId, useRef, useState } from 'react';
import { useTexts } from '../text.ts';
import { Button } from './button.tsx';
import css from './file-drop.module.css';
import { StateIcon } from './state-mark.tsx';

interface Props {
  /** What to bring: «Список группы, форма мониторинга или вакансии». */
  label: string;
  /** Endings with the dot: `.xlsx`. */
  accept: string[];
  maxBytes: number;
  onFile: (file: File) => void;
  hint?: string;
  busy?: boolean;
}

const MEGABYTE = 1024 * 1024;

/** A file by dropping, by the button or by the keyboard. What does not fit is refused in words before sending. */
export function FileDrop({ label, accept, maxBytes, onFile, hint, busy }: Props) {
  const { t, num } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState('');
  const take = (file: File | undefined) => {
    if (!file) return;
    const kinds = accept.join(', ');
    const known = accept.some((ending) => file.name.toLowerCase().endsWith(ending));
    if (!known) return setProblem(t('web:file.wrongKind', { name: file.name, kinds }));
    if (file.size > maxBytes)
      return setProblem(
        t('web:file.tooBig', {
          name: file.name,
          size: num(file.size / MEGABYTE),
          limit: num(maxBytes / MEGABYTE),
        }),
      );
    setProblem('');
    onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button inside does the same
    <div
      className={`${css.drop} ${over ? css.over : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>{label}</label>
      {hint && <p>{hint}</p>}
      <input
        ref={input}
        id={id}
        type="file"
        className="sr"
        tabIndex={-1}
        accept={accept.join(',')}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button icon="upload" busy={busy} onClick={() => input.current?.click()}>
        {t('web:file.choose')}
      </Button>
      <p className={css.problem} role="alert">
        {problem && (
          <>
            <StateIcon state="blocks" /> {problem}
          </>
        )}
      </p>
    </div>
  );
}
