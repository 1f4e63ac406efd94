// The form of a region holds thousands of rows in fifty columns: it is read beside the requests.
import { readSheet } from '../../../../platform/sheets/index.ts';
import { serveThread } from '../../../../platform/threads/serve-thread.ts';
import { Refusal } from '../../../../platform/use-case/index.ts';
import type { ImportResult } from '../../../needs/index.ts';
import { importOutcomes } from '../import-outcomes.ts';
import type { OutcomeRow } from '../outcome-row.ts';

export interface FormRequest {
  bytes: Uint8Array;
  name: string;
  codes: string[] | null;
}

export type FormAnswer =
  | { result: ImportResult<OutcomeRow> }
  | { refused: { key: string; params: Record<string, string | number> } };

serveThread<FormRequest, FormAnswer>(async ({ bytes, name, codes }) => {
  try {
    const book = await readSheet(bytes, { name });
    const result = importOutcomes(book, codes ? new Set(codes) : undefined);
    const ofFile = book.repairs.map((text) => ({ text, rows: result.fates.length }));
    return { value: { result: { ...result, notes: [...ofFile, ...result.notes] } } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      value: { refused: { key: error.key, params: error.params as Record<string, string | number> } },
    };
  }
});
