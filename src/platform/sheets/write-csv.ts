import iconv from 'iconv-lite';
import type { CellValue } from './types.ts';
import type { ColumnKind, CsvOptions, WriteTable } from './write-types.ts';

/** A text that a spreadsheet would run gets an apostrophe in front; `normaliseText` takes it off again. */
export function guardFormula(text: string): string {
  if (/^[-+]?(\d+([.,]\d+)?)?$/.test(text)) return text;
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Kopecks as roubles with two decimals, without floating arithmetic. */
function rubles(kopecks: number, comma: string): string {
  const sign = kopecks < 0 ? '-' : '';
  const whole = Math.abs(Math.round(kopecks));
  return `${sign}${Math.floor(whole / 100)}${comma}${String(whole % 100).padStart(2, '0')}`;
}

function shown(
  value: CellValue,
  kind: ColumnKind,
  comma: string,
  words: { yes: string; no: string },
): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    if (kind === 'money') return rubles(value, comma);
    return String(value).replace('.', comma);
  }
  if (kind === 'date') {
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    if (day) return `${day[3]}.${day[2]}.${day[1]}`;
  }
  return guardFormula(value);
}

function quoted(field: string, delimiter: string): string {
  const needs = field.includes(delimiter) || /["\r\n]/.test(field) || field !== field.trim();
  return needs ? `"${field.replaceAll('"', '""')}"` : field;
}

/** One table as CSV: decimal comma when the delimiter is not a comma, dates as dd.mm.yyyy, formulas disarmed. */
export function writeCsv(
  table: WriteTable,
  words: { yes: string; no: string },
  options: CsvOptions = {},
): Uint8Array {
  const delimiter = options.delimiter ?? ';';
  const comma = delimiter === ',' ? '.' : ',';
  const lines = [table.columns.map((it) => quoted(guardFormula(it.title), delimiter)).join(delimiter)];
  for (const row of table.rows) {
    const fields = table.columns.map((column, i) =>
      shown(row[i] ?? null, column.kind ?? 'text', comma, words),
    );
    lines.push(fields.map((it) => quoted(it, delimiter)).join(delimiter));
  }
  const text = `${lines.join('\r\n')}\r\n`;
  if (options.encoding === 'windows-1251') return iconv.encode(text, 'win1251');
  return new TextEncoder().encode(`\ufeff${text}`);
}
