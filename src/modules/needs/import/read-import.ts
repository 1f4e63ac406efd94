import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { DEFAULT_LIMITS, readSheet, SheetRefusal, type Workbook } from '../../../platform/sheets/index.ts';
import type { ImportKind } from './kinds.ts';
import type { ImportLists } from './lists.ts';
import type { ImportResult } from './report.ts';
import { importCards } from './vacancies/import-vacancies.ts';
import { readDumpCards } from './vacancies/read-table-cards.ts';
import { isDump } from './vacancies/split-dump.ts';

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** The bytes of a file; its size is judged before a byte of it is read. */
export async function loadBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new SheetRefusal('sheets:refused.cannotOpen', { name: basename(path), code: error.code ?? '' });
  });
  try {
    const { size } = await file.stat();
    if (size > DEFAULT_LIMITS.maxBytes)
      throw new SheetRefusal('sheets:refused.tooLarge', {
        size: megabytes(size),
        limit: megabytes(DEFAULT_LIMITS.maxBytes),
      });
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Below this no kind is sure enough to be guessed. */
const SURE = 0.6;

/** The kind a file is likest to; throws `SheetRefusal` when none is likely. */
export function guessKind(book: Workbook, kinds: readonly ImportKind[]): ImportKind {
  const [best] = kinds.map((kind) => ({ kind, score: kind.fits(book) })).sort((a, b) => b.score - a.score);
  if (!best || best.score < SURE)
    throw new SheetRefusal('needs:import.refused.unknownKind', {
      kinds: kinds.map((it) => it.kind).join(', '),
    });
  return best.kind;
}

export interface ReadImport {
  result: ImportResult<{ row: number }>;
  /** The tables as read; null for a dump, which is no spreadsheet. */
  book: Workbook | null;
  kind: ImportKind | null;
}

/**
 * Reads a file of any known kind. `kind` is a name of `kinds` or `auto`. Throws `SheetRefusal` in people's words for
 * what is too large, broken, packed to burst, or of no known kind.
 */
export async function readImport(
  source: { bytes: Uint8Array; name: string },
  kind: string,
  kinds: readonly ImportKind[],
  lists: ImportLists,
): Promise<ReadImport> {
  const wanted = kinds.find((it) => it.kind === kind);
  if (!wanted && kind !== 'auto')
    throw new SheetRefusal('needs:import.refused.noSuchKind', {
      kind,
      kinds: kinds.map((it) => it.kind).join(', '),
    });
  const { bytes, name } = source;
  if (bytes.byteLength > DEFAULT_LIMITS.maxBytes)
    throw new SheetRefusal('sheets:refused.tooLarge', {
      size: megabytes(bytes.byteLength),
      limit: megabytes(DEFAULT_LIMITS.maxBytes),
    });
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 200));
  if (isDump(head) && (kind === 'auto' || kind === 'vacancies')) {
    return {
      result: importCards(readDumpCards(new TextDecoder('utf-8').decode(bytes)), lists),
      book: null,
      kind: null,
    };
  }
  const book = await readSheet(bytes, { name });
  const chosen = wanted ?? guessKind(book, kinds);
  const result = await chosen.run(book, lists, source);
  const ofFile = book.repairs.map((text) => ({ text, rows: result.fates.length }));
  return { result: { ...result, notes: [...ofFile, ...result.notes] }, book, kind: chosen };
}
