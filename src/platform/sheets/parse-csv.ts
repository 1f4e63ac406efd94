import { SheetRefusal } from './refusal.ts';
import type { Message, ReadLimits } from './types.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;

/** Fields per record if `delimiter` were the one, over the first records; quotes respected. */
function fieldCounts(text: string, delimiter: string, records: number): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let atStart = true;
  for (let i = 0; i < text.length && counts.length < records; i++) {
    const ch = text[i];
    if (quoted) {
      if (ch === '"') quoted = false;
    } else if (ch === '"' && atStart) quoted = true;
    else if (ch === delimiter) {
      fields += 1;
      atStart = true;
      continue;
    } else if (ch === '\n') {
      counts.push(fields);
      fields = 1;
      atStart = true;
      continue;
    }
    atStart = false;
  }
  if (counts.length < records && fields > 1) counts.push(fields);
  return counts;
}

/** The delimiter that gives most fields in most equal records; the header counts most. */
function detectDelimiter(text: string): string {
  const sep = /^sep=(.)\r?\n/i.exec(text);
  if (sep?.[1]) return sep[1];
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const counts = fieldCounts(text, delimiter, 50);
    const head = counts[0] ?? 1;
    if (head < 2) continue;
    const same = counts.filter((n) => n === head).length / counts.length;
    const value = same * Math.log2(head) + (same === 1 ? 1 : 0);
    if (value > bestScore) {
      bestScore = value;
      best = delimiter;
    }
  }
  return best;
}

/**
 * Whether quotes delimit fields in this file. A dump without quoting has JSON inside cells (`|{"a":"b"}|`),
 * where a quote never opens a field or never closes one before a delimiter.
 */
function usesQuotes(text: string, delimiter: string): boolean {
  const escaped = delimiter === '|' ? '\\|' : delimiter;
  const opening = text.match(new RegExp(`(?:^|[${escaped}\\n])"`, 'g'))?.length ?? 0;
  const closing = text.match(new RegExp(`"(?:[${escaped}\\r\\n]|$)`, 'g'))?.length ?? 0;
  return opening > 0 && closing > 0;
}

/** Above this length an unclosed quote is taken for a plain character (a spreadsheet cell holds 32,767). */
const LONGEST_FIELD = 100_000;

/** The quoted field that starts at `start`, or null when its quote is never closed. */
function readQuoted(text: string, start: number, delimiter: string): { field: string; end: number } | null {
  const parts: string[] = [];
  let from = start + 1;
  let careless = false;
  const ends = (at: number) =>
    at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0 || close - start > LONGEST_FIELD) return null;
    parts.push(text.slice(from, close));
    const next = text[close + 1];
    if (ends(close + 1)) return { field: parts.join(''), end: close + 1 };
    // Doubled, or a quote in the middle that nobody doubled: either way one quote of the text.
    parts.push('"');
    // "ООО "Ромашка"": whoever did not double the first quote did not double the last.
    if (careless && next === '"' && ends(close + 2)) return { field: parts.join(''), end: close + 2 };
    if (next !== '"') careless = true;
    from = next === '"' ? close + 2 : close + 1;
  }
}

export interface CsvTable {
  rows: string[][];
  delimiter: string;
  repairs: Message[];
}

/** Splits delimited text by RFC 4180, forgiving stray quotes; refuses what is above the limits. */
export function parseCsv(text: string, limits: ReadLimits, delimiter = detectDelimiter(text)): CsvTable {
  const repairs: Message[] = [];
  const quotes = usesQuotes(text.slice(0, 200_000), delimiter);
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let at = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
  const endRow = () => {
    rows.push(row);
    cells += row.length;
    row = [];
    if (rows.length > limits.maxRows)
      throw new SheetRefusal('sheets:refused.tooManyRows', { limit: limits.maxRows });
    if (cells > limits.maxCells)
      throw new SheetRefusal('sheets:refused.tooManyCells', { limit: limits.maxCells });
  };
  while (at < text.length) {
    let field: string;
    const quoted = quotes && text[at] === '"' ? readQuoted(text, at, delimiter) : null;
    if (quoted) {
      field = quoted.field;
      at = quoted.end;
    } else {
      if (quotes && text[at] === '"')
        repairs.push({ id: 'sheets:repair.openQuote', params: { row: rows.length + 1 } });
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r')
        end += 1;
      field = text.slice(at, end);
      at = end;
    }
    row.push(field);
    const ch = text[at];
    if (ch === delimiter) {
      at += 1;
      if (at === text.length) row.push('');
    } else if (ch === '\r' || ch === '\n') {
      at += ch === '\r' && text[at + 1] === '\n' ? 2 : 1;
      endRow();
    }
  }
  if (row.length > 0) endRow();
  return { rows, delimiter, repairs };
}
