import type { Tx } from '../../../platform/database/index.ts';
import type { MappedColumn } from '../../../platform/sheets/index.ts';
import type { ImportResult } from '../import/report.ts';

/** An uploaded file as its reader needs to know it. */
export interface StoredImport {
  id: string;
  kind: string;
  fileName: string;
  /** Set where an enterprise brings its own table. */
  organisationId: string | null;
  /** Set where only rows of one municipality may be brought. */
  municipalityId: string | null;
  /** Year of graduation, for the monitoring form. */
  year: number | null;
  /** Columns fixed by hand: number of the column → field, null to leave it out. */
  columns: Record<string, string | null>;
  asOf: string;
  /** The file holds all open cards of its source on that day. */
  complete: boolean;
}

/** A name as the file spells it, and what it may mean. */
export interface Spelling {
  spelling: string;
  rows: number;
  /** An organisation of exactly this name: taken without asking. */
  equal: string | null;
  /** Organisations it may be, the likest first: to be decided by a person. */
  like: string[];
}

export interface ReadFile {
  result: ImportResult<{ row: number }>;
  columns: Pick<MappedColumn, 'column' | 'title' | 'field'>[];
  spellings: Spelling[];
}

/** What storing did, or would do. `waiting`: rows that wait for a decision about a spelling. */
export interface Effect {
  added: number;
  changed: number;
  same: number;
  waiting: number;
  /** Cards closed because a whole list of their source no longer holds them; only where such a list was brought. */
  closed?: number;
}

/** A kind of file that can be kept: how it is read, and how its right rows come into the tables. */
export interface StoredKind {
  kind: string;
  /** Reads and judges the file; throws `Refusal` for one that cannot be read at all. */
  read(tx: Tx, source: { bytes: Uint8Array; name: string }, about: StoredImport): Promise<ReadFile>;
  /**
   * Puts the waiting rows of `needs.import_row` into the tables, in the caller's transaction, by few statements over
   * all rows. The same rows again change nothing. Each row's data carries a `newId` for what is new.
   */
  store(tx: Tx, about: StoredImport): Promise<Effect & { organisations: string[] }>;
}
