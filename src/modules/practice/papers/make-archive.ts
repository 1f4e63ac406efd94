import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { type Paper, renderPaper } from '../../../platform/papers/index.ts';
import { PAPERS_OF_GROUP } from './all-papers.ts';
import type { PaperKind, PaperSet } from './paper-set.ts';

export const FORMATS = ['pdf', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

interface Made {
  draft: boolean;
  demo: boolean;
}

/** Hash of what a paper was filled from, for its footer. */
export const fingerprintOf = (set: PaperSet) =>
  createHash('sha256').update(JSON.stringify(set)).digest('hex');

/** Papers with a number of their own; the others are forms, and a form is no draft. */
const NUMBERED: readonly PaperKind[] = ['agreement', 'order', 'hostOrder', 'gradeSheet'];

export function renderOne(kind: PaperKind, set: PaperSet, format: Format, { draft, demo }: Made) {
  const { paper, file }: { paper: Paper; file: string } = PAPERS_OF_GROUP[kind];
  return renderPaper(paper, set, {
    format,
    demo,
    draft: draft && NUMBERED.includes(kind),
    title: `${file.slice(3)}, ${set.group}`,
    fingerprint: fingerprintOf(set),
    timeoutMs: 60_000,
  });
}

/** Names of files that every system takes. */
export const safeName = (text: string) => text.replace(/[\\/:*?"<>|]+/g, '-').trim();

/** All chosen papers of a group in one archive: a folder a format. */
export async function makeArchive(
  set: PaperSet,
  { kinds, formats, draft, demo }: Made & { kinds: readonly PaperKind[]; formats: readonly Format[] },
): Promise<Uint8Array> {
  const wanted = kinds.flatMap((kind) => formats.map((format) => ({ kind, format })));
  const files = await Promise.all(
    wanted.map(async ({ kind, format }) => {
      const folder = formats.length > 1 ? `${format.toUpperCase()}/` : '';
      const name = `${folder}${PAPERS_OF_GROUP[kind].file}.${format}`;
      return [name, await renderOne(kind, set, format, { draft, demo })] as const;
    }),
  );
  const list = set.students.map(({ name }, i) => `${i + 1}. ${name}`).join('\r\n');
  return zipSync(
    { ...Object.fromEntries(files), 'Список группы.txt': strToU8(`\uFEFF${set.group}\r\n${list}\r\n`) },
    { level: 6 },
  );
}
