import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { UploadedFile } from '../../upload-file.ts';
import { SectionHead } from '../../widgets/page-head.tsx';
import { RecordFiles } from '../../widgets/record-files.tsx';
import { ScanField } from '../../widgets/scan-field.tsx';
import css from './gallery.module.css';
import { words } from './words.data.ts';

const PDF = { mediaType: 'application/pdf', at: '2026-11-20T09:40:00Z', mine: true };
const answer = (rows: object[]) => ({ data: { rows, mostMegabytes: 25, mayChange: true }, can: {} });

/** The answers stand in the cache for good: no server is asked. */
const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
cache.setQueryData(['files', 'gallery', 'empty'], answer([]));
cache.setQueryData(
  ['files', 'gallery', 'full'],
  answer(
    words.files.names.map((name, index) => ({
      ...PDF,
      id: String(index),
      name,
      size: 180_000 * (index * 40 + 1),
    })),
  ),
);

/** The files of a record, none and several; a scan inside a form, before and after it is brought. */
export function FilePart() {
  const [scan, setScan] = useState<UploadedFile | null>({
    ...PDF,
    id: '9',
    name: words.files.scan,
    size: 1_400_000,
  });
  const [none, setNone] = useState<UploadedFile | null>(null);
  return (
    <QueryClientProvider client={cache}>
      <SectionHead title={words.sections.files} />
      <div className={css.two}>
        <RecordFiles kind="gallery" recordId="full" />
        <RecordFiles kind="gallery" recordId="empty" label={words.files.label} />
        <ScanField label={words.files.label} value={scan} onChange={setScan} />
        <ScanField label={words.files.label} value={none} onChange={setNone} error={words.files.problem} />
      </div>
    </QueryClientProvider>
  );
}
