import type { Remark, TableCheck } from './check-table.ts';
import { columnKindOf, type TableSchema } from './table-schema.ts';
import type { CellValue, Message } from './types.ts';
import type { CellMark, WriteColumn, WriteRequest, WriteTable } from './write-types.ts';

/** Sentences of the catalogue: the caller knows the language. */
export type Say = (message: Message) => string;

function remarkRow(remark: Remark, say: Say, titles: Map<string, string>): CellValue[] {
  return [
    remark.address,
    titles.get(remark.field) ?? remark.field,
    say({ id: remark.level === 'error' ? 'sheets:mark.error' : 'sheets:mark.repaired' }),
    say(remark.message),
    remark.before,
    remark.after === null ? '' : String(remark.after),
  ];
}

/** Notes of one cell joined; an error outweighs repairs. */
function marksOf(check: TableCheck, rowAt: Map<number, number>, say: Say): CellMark[] {
  const marks = new Map<string, CellMark>();
  for (const remark of check.remarks) {
    const row = rowAt.get(remark.row) ?? 0;
    const key = `${row},${remark.column}`;
    const before = marks.get(key);
    const tone = remark.level === 'error' || before?.tone === 'error' ? 'error' : 'repaired';
    const note = [before?.note, say(remark.message)].filter(Boolean).join('\n');
    marks.set(key, { row, column: remark.column, tone, note });
  }
  return [...marks.values()];
}

function dataTable(check: TableCheck, schema: TableSchema, say: Say): WriteTable {
  const fields = new Map(schema.fields.map((it) => [it.id, it]));
  const columns = check.mapping.columns.map(({ title, letters, field }): WriteColumn => {
    const known = field === null ? undefined : fields.get(field);
    return { title: title || letters, kind: known ? columnKindOf(known.type) : 'general' };
  });
  const failed = new Set(check.remarks.filter((it) => it.level === 'error').map((it) => it.address));
  const rowAt = new Map(check.rows.map((it, i) => [it.row, i]));
  const rows = check.rows.map(({ row, values }) =>
    check.mapping.columns.map(({ column, field }): CellValue => {
      const cell = check.sheet.rows[row]?.[column];
      if (field === null || !cell || failed.has(cell.address)) return cell?.value ?? null;
      return values[field] ?? null;
    }),
  );
  return { name: check.sheet.name, columns, rows, marks: marksOf(check, rowAt, say) };
}

/**
 * The repaired file: the table with repaired cells in yellow and refused ones in red, each with a note, and a second
 * sheet that lists every remark. Ready for `writeSheet`.
 */
export function repairedTable(
  check: TableCheck,
  schema: TableSchema,
  say: Say,
  words: { yes: string; no: string },
): WriteRequest {
  const titles = new Map(schema.fields.map((it) => [it.id, it.titles[0] ?? it.id]));
  const head = ['address', 'field', 'level', 'message', 'before', 'after'];
  const remarks: WriteTable = {
    name: say({ id: 'sheets:check.sheetName' }),
    columns: head.map((id) => ({ title: say({ id: `sheets:check.${id}` }), kind: 'text' as const })),
    rows: check.remarks.map((it) => remarkRow(it, say, titles)),
  };
  return { tables: [dataTable(check, schema, say), remarks], ...words };
}
