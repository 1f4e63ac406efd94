import { readSheet, SheetRefusal } from '../../../platform/sheets/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import { IMPORT_KINDS } from '../contract-imports.ts';
import { knownKinds } from '../import/known-kinds.ts';
import { guessKind } from '../import/read-import.ts';
import { isDump } from '../import/vacancies/split-dump.ts';
import type { Kind } from './import-access.ts';

/** What a dropped file holds, by its columns; one that belongs to another page is refused with its name. */
export async function guessFileKind(file: File): Promise<Kind> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isDump(new TextDecoder('utf-8').decode(bytes.subarray(0, 200)))) return 'vacancies';
  try {
    const { kind } = guessKind(await readSheet(bytes, { name: file.name }), knownKinds());
    const mine = IMPORT_KINDS.find((it) => it === kind);
    if (mine) return mine;
    throw refuse('needs:error.otherPage', {}, { status: 422 });
  } catch (error) {
    if (!(error instanceof SheetRefusal)) throw error;
    const unknown = error.key === 'needs:import.refused.unknownKind';
    throw refuse(unknown ? 'needs:error.unknownKind' : error.key, unknown ? {} : (error.text.params ?? {}), {
      status: 422,
    });
  }
}
