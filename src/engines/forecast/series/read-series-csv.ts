import type { EngineIssue } from '../issue.ts';
import { EngineInputError } from '../issue.ts';
import type { SeriesRow } from './panel.ts';

const COLUMNS = ['level', 'code', 'parent', 'year', 'value'] as const;

/**
 * Reads the long format `level,code,parent,year,value` (columns in any order; `,`, `;` or tab; quotes; a
 * decimal comma when the separator is not a comma; empty or NA value is "not known").
 * @throws EngineInputError naming the missing column or the line and field that cannot be read.
 */
export function readSeriesCsv(text: string): SeriesRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const head = lines[0] ?? '';
  const separator = [';', '\t', ','].find((s) => head.includes(s)) ?? ',';
  const names = splitLine(head, separator).map((n) => n.trim().toLowerCase());
  const at = Object.fromEntries(COLUMNS.map((c) => [c, names.indexOf(c)])) as Record<
    (typeof COLUMNS)[number],
    number
  >;
  const missing = COLUMNS.filter((c) => at[c] < 0);
  if (missing.length > 0)
    throw new EngineInputError([{ code: 'series.noColumn', params: { column: missing.join(', ') } }]);
  const issues: EngineIssue[] = [];
  const rows: SeriesRow[] = [];
  lines.forEach((line, k) => {
    if (k === 0 || line.trim() === '') return;
    const cells = splitLine(line, separator).map((c) => c.trim());
    if (cells.length !== names.length) {
      issues.push({
        code: 'series.cells',
        params: { row: k + 1, cells: cells.length, columns: names.length },
      });
      return;
    }
    const raw = cells[at.value]!;
    const value = raw === '' || raw === 'NA' ? null : toNumber(raw, separator);
    const year = toNumber(cells[at.year]!, separator);
    if (value !== null && Number.isNaN(value))
      issues.push({ code: 'series.notANumber', params: { row: k + 1, column: 'value', text: raw } });
    if (Number.isNaN(year))
      issues.push({
        code: 'series.notANumber',
        params: { row: k + 1, column: 'year', text: cells[at.year]! },
      });
    rows.push({
      level: cells[at.level]!,
      code: cells[at.code]!,
      parent: cells[at.parent]!,
      year,
      value,
      row: k + 1,
    });
  });
  if (issues.length > 0) throw new EngineInputError(issues);
  return rows;
}

function toNumber(text: string, separator: string): number {
  const plain = text.replace(/[\s\u00A0]/g, '');
  const dotted = separator === ',' ? plain : plain.replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(dotted) ? Number(dotted) : Number.NaN;
}

function splitLine(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let k = 0; k < line.length; k++) {
    const c = line[k]!;
    if (c === '"') {
      if (quoted && line[k + 1] === '"') {
        cell += '"';
        k++;
      } else quoted = !quoted;
    } else if (c === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  cells.push(cell);
  return cells;
}
