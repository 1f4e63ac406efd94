import type { CellMark, CellValue, Sheet, Workbook, WriteRequest } from '../../../platform/sheets/index.ts';
import type { SayText } from './render-report.ts';
import type { ImportResult } from './report.ts';

interface Said {
  row: number;
  cell: string | null;
  tone: CellMark['tone'];
  note: string;
}

/** Everything said of cells, refusals first. */
function saidOf(result: ImportResult<unknown>, say: SayText): Said[] {
  const said: Said[] = [];
  for (const fate of result.fates) {
    if (fate.status === 'refused')
      for (const { cell, why } of fate.reasons)
        said.push({ row: fate.row, cell, tone: 'error', note: say(why) });
    if (fate.status === 'repaired')
      for (const { cell, what } of fate.repairs)
        said.push({ row: fate.row, cell, tone: 'repaired', note: say(what) });
  }
  return said.sort((a, b) => Number(a.tone !== 'error') - Number(b.tone !== 'error') || a.row - b.row);
}

/** Row and column from 0 of an address such as `H50`; null for a path of a JSON field. */
function placeOf(address: string): { row: number; column: number } | null {
  const found = /^([A-Z]{1,3})(\d+)$/.exec(address);
  if (!found) return null;
  const column = [...(found[1] ?? '')].reduce((sum, it) => sum * 26 + it.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(found[2]) - 1, column };
}

/** One mark per cell: notes joined, an error outweighs a repair. */
function marksOf(said: readonly Said[]): CellMark[] {
  const marks = new Map<string, CellMark>();
  for (const { cell, row: line, tone, note } of said) {
    const at = cell === null ? { row: line - 1, column: 0 } : placeOf(cell);
    // the first row of the sheet is the head of the written table
    if (!at || at.row < 1) continue;
    const before = marks.get(`${at.row},${at.column}`);
    marks.set(`${at.row},${at.column}`, {
      row: at.row - 1,
      column: at.column,
      tone: before?.tone ?? tone,
      note: before ? `${before.note}\n${note}` : note,
    });
  }
  return [...marks.values()];
}

function tableOf(sheet: Sheet, result: ImportResult<unknown>, said: readonly Said[]) {
  const [head = [], ...rows] = sheet.rows;
  const width = sheet.rows.reduce((most, it) => Math.max(most, it.length), 0);
  const grid = rows.map((row) => Array.from({ length: width }, (_, i): CellValue => row[i]?.value ?? null));
  for (const fate of result.fates)
    if (fate.status === 'repaired')
      for (const [cell, value] of fate.fixes) {
        const at = placeOf(cell);
        const line = at && grid[at.row - 1];
        if (at && line && at.column < width) line[at.column] = value;
      }
  const columns = Array.from({ length: width }, (_, i) => ({
    title: head[i]?.raw ?? '',
    kind: 'general' as const,
  }));
  return { name: sheet.name || 'data', columns, rows: grid, marks: marksOf(said) };
}

/**
 * The file given back: the table with its repairs done (yellow), refused cells as they were (red), a note on each, and
 * a second sheet with everything said. Ready for `writeSheet`, which disarms formulas.
 */
export function repairedFile(
  result: ImportResult<unknown>,
  book: Workbook | null,
  say: SayText,
  words: { yes: string; no: string },
): WriteRequest {
  const said = saidOf(result, say);
  const sheet = book?.sheets.find((it) => !it.hidden && it.rows.length > 1) ?? book?.sheets[0];
  const head = ['address', 'level', 'message'] as const;
  const remarks = {
    name: say({ id: 'sheets:check.sheetName' }),
    columns: head.map((id) => ({ title: say({ id: `sheets:check.${id}` }), kind: 'text' as const })),
    rows: said.map(({ row, cell, tone, note }): CellValue[] => [
      cell ?? String(row),
      say({ id: tone === 'error' ? 'sheets:mark.error' : 'sheets:mark.repaired' }),
      note,
    ]),
  };
  return { tables: sheet ? [tableOf(sheet, result, said), remarks] : [remarks], ...words };
}
