import type { ImportKind } from '../../needs/index.ts';
import { looksLikeForm } from './find-form.ts';
import { importOutcomes } from './import-outcomes.ts';

/** The federal monitoring form among the kinds of files the house takes in. */
export const outcomesKind: ImportKind = {
  kind: 'outcomes',
  fits: (book) => (book.document === undefined && looksLikeForm(book) ? 1 : 0),
  run: (book, lists) => importOutcomes(book, lists.programmes ?? undefined),
};
