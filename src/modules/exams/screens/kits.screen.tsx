import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { base64Of } from '../../../web/base64-of.ts';
import { useExport } from '../../../web/export-table.ts';
import { type Texts, useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { FileDrop } from '../../../web/widgets/file-drop.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { type Column, DataTable } from '../../../web/widgets/table/index.ts';
import css from './exams.module.css';
import { api, KITS, type KitLine, pointsOf } from './exams-api.ts';

const columns = ({ t, tId }: Texts, open: (id: string) => void): Column<KitLine>[] => [
  {
    id: 'code',
    title: t('exams:screen.kits.code'),
    names: true,
    value: (row) => row.code,
    cell: (row) => (
      <span className={css.stack}>
        <button type="button" className={`link ${css.name}`} onClick={() => open(row.id)}>
          {row.code}
        </button>
        <small className="dim">{row.title}</small>
      </span>
    ),
    filter: 'text',
  },
  {
    id: 'programme',
    title: t('exams:screen.exams.programme'),
    value: (row) => `${row.programmeCode} ${row.programmeName}`,
    filter: 'text',
    card: 'wide',
  },
  {
    id: 'level',
    title: t('exams:screen.kits.level'),
    value: (row) => tId(`exams:level.${row.level}`),
    filter: 'choice',
    card: 'wide',
  },
  {
    id: 'year',
    title: t('exams:screen.kits.year'),
    value: (row) => row.year,
    align: 'number',
    filter: 'choice',
  },
  { id: 'aspects', title: t('exams:screen.kits.aspects'), value: (row) => row.aspects, align: 'number' },
  {
    id: 'max',
    title: t('exams:screen.kits.max'),
    value: (row) => row.max / 100,
    cell: (row) => pointsOf(row.max),
    align: 'number',
  },
  {
    id: 'workplaces',
    title: t('exams:screen.kits.workplaces'),
    value: (row) => row.workplaces,
    align: 'number',
  },
  { id: 'centres', title: t('exams:screen.kits.centres'), value: (row) => row.centres, align: 'number' },
  {
    id: 'state',
    title: t('exams:screen.exams.state'),
    value: (row) => tId(`exams:state.kit.${row.state}`),
    filter: 'choice',
    card: 'wide',
  },
];

/** Reads a kit from a workbook, shows every fault at its cell, makes a draft of a sound one. */
function KitUpload({ onDone, onClose }: { onDone: (id: string) => void; onClose: () => void }) {
  const { t, tId } = useTexts();
  const preview = useChange(api.previewKitFile);
  const apply = useChange(api.applyKitFile, [KITS]);
  const read = preview.data?.data;
  return (
    <section className={`panel ${css.box}`}>
      <h2>{t('exams:screen.kits.upload')}</h2>
      <FileDrop
        label={t('exams:screen.kits.file')}
        accept={['.xlsx', '.ods']}
        maxBytes={4_000_000}
        busy={preview.isPending}
        onFile={async (file) => preview.mutate({ name: file.name, content: await base64Of(file) })}
      />
      {preview.error && <p role="alert">{preview.error.message}</p>}
      {read && (
        <>
          <p role="status">
            {t('exams:screen.kits.read', {
              code: read.code ?? '',
              modules: read.modules,
              aspects: read.aspects,
              items: read.items,
              refused: read.refused,
            })}
          </p>
          <ul className={css.list}>
            {read.remarks.map((one) => (
              <li key={`${one.sheet} ${one.cell} ${one.id}`}>
                <span className={one.refused ? css.stop : 'dim'}>
                  {[one.sheet, one.cell].filter(Boolean).join(', ')} {tId(one.id, one.params)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={css.acts}>
        <Button
          kind="main"
          busy={apply.isPending}
          {...(read && read.refused === 0 ? {} : { blocked: t('exams:screen.kits.firstRead') })}
          onClick={async () => read && onDone((await apply.mutateAsync({ fileId: read.fileId })).data.id)}
        >
          {t('exams:screen.kits.apply')}
        </Button>
        <Button onClick={onClose}>{t('exams:screen.kits.cancel')}</Button>
      </div>
    </section>
  );
}

export default function Kits() {
  const texts = useTexts();
  const { t } = texts;
  const navigate = useNavigate();
  const [uploading, setUploading] = useState(false);
  const read = useRead(KITS, api.listKits, {});
  const { onExport, problem } = useExport<KitLine>(t('exams:screen.kits.title'));
  const open = (id: string) => void navigate({ to: '/kits/$id', params: { id } });
  if (read.isError) return <EmptyState title={t('exams:screen.kits.title')} text={read.error.message} />;
  return (
    <>
      <PageHead
        title={t('exams:screen.kits.title')}
        about={t('exams:screen.kits.about')}
        actions={
          read.data?.can.edit &&
          !uploading && (
            <Button kind="main" icon="upload" onClick={() => setUploading(true)}>
              {t('exams:screen.kits.upload')}
            </Button>
          )
        }
      />
      {uploading && <KitUpload onDone={open} onClose={() => setUploading(false)} />}
      <DataTable
        id="kits"
        title={t('exams:screen.kits.title')}
        columns={columns(texts, open)}
        rows={read.data?.data.rows ?? []}
        rowKey={(row) => row.id}
        quiet={(row) => row.state === 'withdrawn'}
        onExport={onExport}
        note={problem}
        empty={t('exams:screen.kits.empty')}
      />
    </>
  );
}
