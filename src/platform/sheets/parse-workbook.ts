import { decodeText } from './decode-text.ts';
import { parseCsv } from './parse-csv.ts';
import { tableOfJson } from './parse-json.ts';
import { parseSpreadsheet } from './parse-spreadsheet.ts';
import { SheetRefusal } from './refusal.ts';
import { sniffFormat } from './sniff-format.ts';
import type { CellValue, PlainSheet, PlainWorkbook, ReadLimits } from './types.ts';

function sheetOf(name: string, rows: CellValue[][]): PlainSheet {
  return { name, hidden: false, rows, kinds: new Map(), formulas: new Map(), merges: [] };
}

function parseJsonText(text: string, name: string, encoding: string, limits: ReadLimits): PlainWorkbook {
  let document: unknown;
  try {
    document = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    throw new SheetRefusal('sheets:refused.brokenJson', {
      detail: error instanceof Error ? error.message : '',
    });
  }
  const table = tableOfJson(document);
  if (!table) throw new SheetRefusal('sheets:refused.noTable');
  if (table.rows.length > limits.maxRows)
    throw new SheetRefusal('sheets:refused.tooManyRows', { limit: limits.maxRows });
  if (table.rows.length * table.header.length > limits.maxCells) {
    throw new SheetRefusal('sheets:refused.tooManyCells', { limit: limits.maxCells });
  }
  const sheet = sheetOf(table.name || name, [table.header, ...table.rows]);
  return { format: 'json', encoding, delimiter: null, sheets: [sheet], repairs: [], document };
}

/** Reads the bytes of a file in this thread; `readSheet` is the port that chooses the thread. Throws `SheetRefusal`. */
export async function parseWorkbook(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits,
): Promise<PlainWorkbook> {
  const format = sniffFormat(bytes, name);
  if (format === 'xlsx' || format === 'ods') return parseSpreadsheet(bytes, format, limits);
  const { text, encoding, repairs } = decodeText(bytes);
  if (format === 'json') return parseJsonText(text, name, encoding, limits);
  const table = parseCsv(text, limits);
  const sheet = sheetOf(name, table.rows);
  return {
    format: 'csv',
    encoding,
    delimiter: table.delimiter,
    sheets: [sheet],
    repairs: [...repairs, ...table.repairs],
  };
}
