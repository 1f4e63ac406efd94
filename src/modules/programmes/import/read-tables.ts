import {
  checkTable,
  type MappedColumn,
  readSheet,
  type Sheet,
  SheetRefusal,
  type TableCheck,
  type TableSchema,
} from '../../../platform/sheets/index.ts';

/** A file of a college's system is far smaller than what the house can read at all. */
const LIMITS = { maxBytes: 6_000_000, maxRows: 30_000, timeoutMs: 20_000, heapMb: 512 };

export interface ReadTable {
  check: TableCheck;
  sheet: Sheet;
  prefix: string;
}

export interface ReadTables {
  tables: ReadTable[];
  columns: MappedColumn[];
  /** Required fields that no sheet has a column for. */
  missing: string[];
}

export type Choice = ReadonlyMap<number, string | null>;

/**
 * Reads every sheet that holds a table of the schema. `needs` says which columns a table cannot do without; sheets
 * lacking them (titles, notes) are left out as long as one sheet has them.
 */
export async function readTables(
  bytes: Uint8Array,
  name: string,
  schema: TableSchema,
  needs: (mapped: ReadonlySet<string>) => string[],
  choice: Choice = new Map(),
): Promise<ReadTables> {
  const book = await readSheet(bytes, { name, limits: LIMITS });
  const visible = book.sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0);
  const all = visible.flatMap((sheet): (ReadTable & { missing: string[] })[] => {
    const check = checkOrNull(sheet, schema, choice);
    if (!check || check.rows.length === 0) return [];
    const mapped = new Set(check.mapping.columns.flatMap(({ field }) => (field === null ? [] : [field])));
    return [{ check, sheet, prefix: visible.length > 1 ? `${sheet.name}!` : '', missing: needs(mapped) }];
  });
  const least = Math.min(...all.map(({ missing }) => missing.length));
  const tables = all.filter(({ missing }) => missing.length === least);
  const [first] = tables;
  if (!first) throw new SheetRefusal('sheets:refused.noHeader');
  return {
    tables: tables.map(({ check, sheet, prefix }) => ({ check, sheet, prefix })),
    columns: first.check.mapping.columns,
    missing: first.missing,
  };
}

function checkOrNull(sheet: Sheet, schema: TableSchema, choice: Choice): TableCheck | null {
  try {
    return checkTable(sheet, schema, choice);
  } catch (error) {
    if (error instanceof SheetRefusal) return null;
    throw error;
  }
}
