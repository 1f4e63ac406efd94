import { proposeMapping, type Workbook, type WriteRequest } from '../../../platform/sheets/index.ts';
import type { ImportLists } from './lists.ts';
import { importNeeds } from './needs/import-needs.ts';
import { NEED_FIELDS, yearOfTitle } from './needs/normalise/need-words.ts';
import type { SayText } from './render-report.ts';
import type { ImportResult } from './report.ts';
import { importVacancies } from './vacancies/import-vacancies.ts';
import { VACANCY_FIELDS } from './vacancies/normalise/vacancy-words.ts';
import { readJsonCards } from './vacancies/read-json-cards.ts';

/** A kind of file this house can take in. Rooms above add their own to the list at the composition root. */
export interface ImportKind {
  kind: string;
  /** How sure it is that the file is of this kind, 0…1. */
  fits(book: Workbook): number;
  run(
    book: Workbook,
    lists: ImportLists,
    source: { bytes: Uint8Array; name: string },
  ): ImportResult<{ row: number }> | Promise<ImportResult<{ row: number }>>;
  /** The repaired file, where the kind knows a better one than its cells with marks. */
  repaired?(book: Workbook, say: SayText, words: { yes: string; no: string }): WriteRequest;
}

/** Share of the wanted columns that the first sheet has by equal or very similar titles. */
function columnsFound(book: Workbook, fields: typeof NEED_FIELDS, wanted: readonly string[]): number {
  const [sheet] = book.sheets;
  const mapping = sheet && proposeMapping(sheet, fields);
  if (!mapping) return 0;
  const found = new Set(mapping.columns.filter((it) => it.score >= 0.8).map((it) => it.field));
  return wanted.filter((it) => found.has(it)).length / wanted.length;
}

export const needsKind: ImportKind = {
  kind: 'needs',
  fits(book) {
    if (book.document !== undefined) return 0;
    const long = columnsFound(book, NEED_FIELDS, ['year', 'count', 'kind']);
    const [sheet] = book.sheets;
    const titles = sheet ? (proposeMapping(sheet, NEED_FIELDS)?.columns ?? []) : [];
    const years = titles.filter((it) => yearOfTitle(it.title) !== null).length;
    return Math.max(long, years >= 2 ? 0.7 : 0);
  },
  run: (book, lists) => importNeeds(book, lists),
};

export const vacanciesKind: ImportKind = {
  kind: 'vacancies',
  fits(book) {
    if (book.document !== undefined) return readJsonCards(book.document) ? 1 : 0;
    return columnsFound(book, VACANCY_FIELDS, ['title', 'created', 'salaryMin']);
  },
  run: (book, lists) => importVacancies(book, lists),
};
