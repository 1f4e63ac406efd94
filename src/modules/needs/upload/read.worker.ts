// A file of fifty megabytes takes seconds: it is read in a thread of its own, and requests go on meanwhile.
import { proposeMapping, readSheet } from '../../../platform/sheets/index.ts';
import { serveThread } from '../../../platform/threads/serve-thread.ts';
import { Refusal } from '../../../platform/use-case/index.ts';
import type { ImportLists, KnownEnterprise } from '../import/lists.ts';
import { findNeedColumns } from '../import/needs/find-columns.ts';
import { importNeeds } from '../import/needs/import-needs.ts';
import type { ImportResult } from '../import/report.ts';
import { importCards, importVacancies } from '../import/vacancies/import-vacancies.ts';
import { VACANCY_FIELDS } from '../import/vacancies/normalise/vacancy-words.ts';
import { readDumpCards } from '../import/vacancies/read-table-cards.ts';
import { isDump } from '../import/vacancies/split-dump.ts';
import type { ReadFile } from './stored-kind.ts';

export interface ReadRequest {
  kind: 'needs' | 'vacancies';
  bytes: Uint8Array;
  name: string;
  lists: ImportLists;
  own: KnownEnterprise | null;
  choose: Record<string, string | null>;
}

type Read = Omit<ReadFile, 'spellings'>;
export type ReadAnswer = Read | { refused: { key: string; params: Record<string, string | number> } };

const brief = ({ column, title, field }: Read['columns'][number]) => ({ column, title, field });

async function readFile({ kind, bytes, name, lists, own, choose }: ReadRequest): Promise<Read> {
  const chosen = new Map(Object.entries(choose).map(([at, field]) => [Number(at), field]));
  if (kind === 'vacancies' && isDump(new TextDecoder('utf-8').decode(bytes.subarray(0, 200)))) {
    const result = importCards(readDumpCards(new TextDecoder('utf-8').decode(bytes)), lists);
    return { result, columns: [] };
  }
  const book = await readSheet(bytes, { name });
  const sheet = book.sheets.find((it) => !it.hidden && it.rows.length > 1) ?? book.sheets[0];
  const result: ImportResult<{ row: number }> =
    kind === 'needs'
      ? importNeeds(book, lists, { own, choose: chosen })
      : importVacancies(book, lists, chosen);
  const ofFile = book.repairs.map((text) => ({ text, rows: result.fates.length }));
  const columns =
    !sheet || book.document !== undefined
      ? []
      : kind === 'needs'
        ? findNeedColumns(sheet, chosen).mapping.columns
        : (proposeMapping(sheet, VACANCY_FIELDS, chosen)?.columns ?? []);
  return { result: { ...result, notes: [...ofFile, ...result.notes] }, columns: columns.map(brief) };
}

serveThread<ReadRequest, ReadAnswer>(async (request) => {
  try {
    return { value: await readFile(request) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      value: { refused: { key: error.key, params: error.params as Record<string, string | number> } },
    };
  }
});
