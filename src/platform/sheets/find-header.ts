import type { Cell } from './cell.ts';
import type { Merge } from './types.ts';
import type { Sheet } from './workbook.ts';

export interface Header {
  /** First and last row of the header, from 0. */
  firstRow: number;
  lastRow: number;
  /** First row of data: a row of column numbers under the header is passed over. */
  dataRow: number;
  /** For each column the titles from the outer group inwards: ['Прогноз', '2026', 'чел.']. */
  paths: string[][];
}

/** How many rows at the top may hold titles of the paper before its table begins. */
const SEARCHED_ROWS = 40;
const MAX_HEADER_ROWS = 4;

function textOf(cell: Cell | undefined): string {
  return cell ? cell.raw.replace(/\s+/g, ' ').trim() : '';
}

function mergeAt(merges: Merge[], row: number, column: number): Merge | undefined {
  return merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
}

/** Text of the cell, or of the merged rectangle it lies in. */
function shownText(sheet: Sheet, merges: Merge[], row: number, column: number): string {
  const merge = mergeAt(merges, row, column);
  return textOf(merge ? sheet.rows[merge.top]?.[merge.left] : sheet.rows[row]?.[column]);
}

/** Titles of each column over the header rows; a title spread by a merge is taken once per column. */
export function flattenHeader(sheet: Sheet, firstRow: number, lastRow: number): string[][] {
  let width = 0;
  for (let row = firstRow; row <= lastRow; row++) width = Math.max(width, sheet.rows[row]?.length ?? 0);
  const merges = sheet.merges.filter((m) => m.bottom >= firstRow && m.top <= lastRow);
  for (const merge of merges) width = Math.max(width, merge.right + 1);
  const paths: string[][] = [];
  for (let column = 0; column < width; column++) {
    const path: string[] = [];
    for (let row = firstRow; row <= lastRow; row++) {
      const text = shownText(sheet, merges, row, column);
      if (text !== '' && text !== path.at(-1)) path.push(text);
    }
    paths.push(path);
  }
  return paths;
}

/** A row 1, 2, 3 … (or А, 1, 2 …) that forms put under the header. */
function isNumberingRow(row: Cell[] | undefined): boolean {
  const texts = (row ?? []).map(textOf).filter((it) => it !== '');
  const numbers = texts.filter((it) => /^\d+$/.test(it)).map(Number);
  // Letters «А», «Б» number the columns of names; a word would be data.
  const letters = texts.filter((it) => /^\p{L}$/u.test(it)).length;
  if (numbers.length < 3 || numbers.length + letters < texts.length) return false;
  return (
    numbers.every((value, i) => i === 0 || value === (numbers[i - 1] as number) + 1) && (numbers[0] ?? 9) <= 2
  );
}

/** How much a row looks like titles: filled, texts, no repeats. */
function titleScore(row: Cell[]): number {
  const filled = row.filter((cell) => cell.kind !== 'empty');
  if (filled.length === 0) return 0;
  const texts = filled.filter(
    (cell) => cell.kind === 'text' && cell.raw.length <= 300 && !/^[\d.,\s-]+$/.test(cell.raw),
  );
  const distinct = new Set(filled.map(textOf)).size;
  return (texts.length / filled.length) * (distinct / filled.length) * filled.length;
}

function endOfHeader(sheet: Sheet, firstRow: number): number {
  let last = firstRow;
  for (const merge of sheet.merges) {
    if (merge.top >= firstRow && merge.top <= last) last = Math.max(last, merge.bottom);
  }
  // A group title over several columns has its parts in the next row.
  const group = sheet.merges.some(
    (m) => m.top <= last && m.bottom === last && m.top >= firstRow && m.right > m.left,
  );
  if (group && !isNumberingRow(sheet.rows[last + 1])) last += 1;
  return Math.min(last, firstRow + MAX_HEADER_ROWS - 1, Math.max(firstRow, sheet.rows.length - 1));
}

function headerAt(sheet: Sheet, firstRow: number): Header {
  const lastRow = endOfHeader(sheet, firstRow);
  const dataRow = isNumberingRow(sheet.rows[lastRow + 1]) ? lastRow + 2 : lastRow + 1;
  return { firstRow, lastRow, dataRow, paths: flattenHeader(sheet, firstRow, lastRow) };
}

/**
 * Header of a table. `score` judges a candidate by its column paths (see `proposeMapping`); without it the row that
 * looks most like titles within the first forty wins, the earlier on a tie. Null for a sheet without filled rows.
 */
export function findHeader(sheet: Sheet, score?: (paths: string[][]) => number): Header | null {
  let best: Header | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  const rows = Math.min(SEARCHED_ROWS, sheet.rows.length);
  for (let row = 0; row < rows; row++) {
    const cells = sheet.rows[row] ?? [];
    if (cells.every((cell) => cell.kind === 'empty')) continue;
    const header = headerAt(sheet, row);
    const value = (score?.(header.paths) ?? 0) * 100 + titleScore(cells) - row * 0.01;
    if (value > bestScore + 1e-9) {
      best = header;
      bestScore = value;
    }
  }
  return best;
}

/** Copies the value of a merged rectangle into all its cells below the header: one college beside its eight rows. */
export function fillMerged(sheet: Sheet, fromRow: number): Sheet {
  const merges = sheet.merges.filter((m) => m.bottom >= fromRow && m.bottom > m.top);
  if (merges.length === 0) return sheet;
  const rows = sheet.rows.map((row) => [...row]);
  for (const merge of merges) {
    const source = sheet.rows[merge.top]?.[merge.left];
    if (!source) continue;
    for (let r = Math.max(merge.top, fromRow); r <= Math.min(merge.bottom, rows.length - 1); r++) {
      const row = rows[r] as Cell[];
      for (let c = row.length; c <= merge.left; c++) row.push(source.at(r, c, 'empty', null));
      row[merge.left] = source.at(r, merge.left, source.kind, source.value);
    }
  }
  return { ...sheet, rows };
}
