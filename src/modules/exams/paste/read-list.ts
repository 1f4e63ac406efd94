import {
  checkTable,
  readSheet,
  SheetRefusal,
  type TableCheck,
  type TableSchema,
} from '../../../platform/sheets/index.ts';

export interface ListRemark {
  list: 'experts' | 'exams';
  cell: string;
  id: string;
  params: Record<string, string | number>;
}

export interface ListRow {
  row: number;
  values: Record<string, string | number | boolean | null>;
}

export interface ReadList {
  rows: ListRow[];
  remarks: ListRemark[];
  /** Fields that have to be there and have no column. */
  missing: string[];
  /** Fields that have a column. */
  found: Set<string>;
}

const LIMITS = { maxBytes: 4_000_000, maxRows: 20_000, timeoutMs: 20_000, heapMb: 384 };

/** One of the two lists, from a file or from cells pasted as text. Faulty rows are left out and said. */
export async function readList(
  list: ListRemark['list'],
  { name, content }: { name: string; content: string },
  schema: TableSchema,
): Promise<ReadList> {
  const book = await readSheet(Buffer.from(content, 'base64'), { name, limits: LIMITS });
  const needed = schema.fields.filter(({ required }) => required).map(({ id }) => id);
  const lacks = (check: TableCheck) => {
    const mapped = new Set(check.mapping.columns.map(({ field }) => field));
    return needed.filter((field) => !mapped.has(field));
  };
  const checks = book.sheets
    .filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
    .flatMap((sheet) => {
      try {
        return [checkTable(sheet, schema)];
      } catch (error) {
        if (error instanceof SheetRefusal) return [];
        throw error;
      }
    });
  const best = checks.toSorted((a, b) => lacks(a).length - lacks(b).length)[0];
  if (!best) return { rows: [], remarks: [], missing: needed, found: new Set() };
  const found = new Set(best.mapping.columns.flatMap(({ field }) => (field ? [field] : [])));
  const missing = lacks(best);
  if (missing.length > 0) return { rows: [], remarks: [], missing, found };
  return {
    rows: best.rows
      .filter(({ status }) => status !== 'refused')
      .map(({ row, values }) => ({ row: row + 1, values })),
    remarks: best.remarks
      .filter(({ level }) => level === 'error')
      .map(({ address, message }) => ({ list, cell: address, id: message.id, params: message.params ?? {} })),
    missing,
    found,
  };
}
