import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answer, ApiError, call, newCommandId } from '../http.ts';
import { useTexts } from '../text.ts';
import { contentAddress, SCAN_ENDINGS, uploadFile } from '../upload-file.ts';
import { Button } from './button.tsx';
import { DateText } from './date-text.tsx';
import { FileDrop } from './file-drop.tsx';
import { Icon } from './icon.tsx';
import css from './record-files.module.css';

interface Listed {
  rows: { id: string; name: string; size: number; mediaType: string; at: string; mine: boolean }[];
  mostMegabytes: number;
  mayChange: boolean;
}
type Row = Listed['rows'][number];

interface Props {
  /** `<room>.<noun>`, declared by the room with defineFileOwner. */
  kind: string;
  recordId: string;
  /** What to bring, when it is something certain: «Скан подписанного соглашения». */
  label?: string;
}

const MEGABYTE = 1024 * 1024;

/** The size of a file for people. */
export function useFileSize() {
  const { t } = useTexts();
  return (bytes: number): string =>
    bytes < MEGABYTE
      ? t('files:list.kilobytes', { size: Math.max(1, Math.round(bytes / 1024)) })
      : t('files:list.megabytes', { size: bytes / MEGABYTE });
}

const post = (path: string, body: unknown) =>
  call<Answer<unknown>>(path, { method: 'POST', body, commandId: newCommandId() });

function FileRow({ row, onRemove }: { row: Row; onRemove: (() => Promise<unknown>) | null }) {
  const { t } = useTexts();
  const size = useFileSize();
  const [asked, setAsked] = useState(false);
  const remove = useMutation<unknown, ApiError>({ mutationFn: async () => onRemove?.() });
  return (
    <li className={css.row}>
      <Icon name="document" size={16} />
      <span className={css.words}>
        <a href={contentAddress(row.id)} download={row.name}>
          {row.name}
        </a>
        <span className="dim small">
          {size(row.size)}, <DateText value={row.at} look="moment" />
        </span>
        {remove.isError && <span role="alert">{remove.error.message}</span>}
        {asked && (
          <span role="alertdialog" aria-label={t('files:list.remove')} className={css.ask}>
            {t('files:list.removeSure', { name: row.name })}{' '}
            <Button size="s" kind="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
              {t('files:list.removeYes')}
            </Button>{' '}
            <Button size="s" onClick={() => setAsked(false)}>
              {t('files:list.removeNo')}
            </Button>
          </span>
        )}
      </span>
      {onRemove && !asked && (
        <Button size="s" kind="quiet" onClick={() => setAsked(true)}>
          {t('files:list.remove')}
        </Button>
      )}
    </li>
  );
}

/** The files of one record: everybody who may read it sees them, who may change it adds and takes away. */
export function RecordFiles({ kind, recordId, label }: Props) {
  const { t } = useTexts();
  const client = useQueryClient();
  const key = ['files', kind, recordId];
  const asked = new URLSearchParams({ kind, recordId });
  const read = useQuery<Answer<Listed>, ApiError>({
    queryKey: key,
    queryFn: ({ signal }) => call<Answer<Listed>>(`/api/files?${asked}`, { signal }),
  });
  const again = () => client.invalidateQueries({ queryKey: key });
  const add = useMutation<string, Error, File>({
    mutationFn: async (file) => {
      const { id, name } = await uploadFile(file);
      await post('/api/files/attach', { id, kind, recordId });
      return name;
    },
    onSuccess: again,
  });
  const remove = async (id: string) => {
    await post('/api/files/remove', { id });
    await again();
  };
  const data = read.data?.data;
  const said = () => {
    if (add.isPending) return t('files:list.sending', { name: add.variables.name });
    if (add.isSuccess) return t('files:list.sent', { name: add.data });
    return '';
  };
  return (
    <div className={css.files}>
      {read.isError && <p role="alert">{read.error.message}</p>}
      {data?.rows.length === 0 && <p className="dim">{t('files:list.none')}</p>}
      {data && data.rows.length > 0 && (
        <ul className={css.list} aria-label={t('files:list.title')}>
          {data.rows.map((row) => (
            <FileRow key={row.id} row={row} onRemove={data.mayChange ? () => remove(row.id) : null} />
          ))}
        </ul>
      )}
      {data?.mayChange && (
        <>
          <FileDrop
            label={label ?? t('files:list.add')}
            hint={t('files:list.hint', { limit: data.mostMegabytes })}
            accept={SCAN_ENDINGS}
            maxBytes={data.mostMegabytes * MEGABYTE}
            busy={add.isPending}
            onFile={(file) => add.mutate(file)}
          />
          <p role="status" className="small">
            {said()}
          </p>
          {add.isError && (
            <p role="alert" className={css.problem}>
              {add.error instanceof ApiError ? add.error.message : t('files:list.lost')}
            </p>
          )}
        </>
      )}
    </div>
  );
}
