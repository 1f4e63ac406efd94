import type { Params } from '../words.ts';

/** What is wrong with a file, a row or a cell: said with its place, for people. */
export interface Fault {
  file: string;
  /** Row as a spreadsheet numbers it; null when the file as a whole is meant. */
  row: number | null;
  column: string | null;
  /** Message of this folder's catalogue, or of a platform room as `sheets:error.…`. */
  id: string;
  params: Params;
}

/** The input cannot be computed with; nothing was written. */
export class FolderRefused extends Error {
  readonly faults: Fault[];
  constructor(faults: Fault[]) {
    super(`${faults.length} faults`);
    this.name = 'FolderRefused';
    this.faults = faults;
  }
}
