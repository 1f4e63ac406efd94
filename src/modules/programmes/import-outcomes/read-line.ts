import {
  addressOf,
  type Cell,
  normaliseCode,
  normaliseInteger,
  normaliseText,
  type Sheet,
} from '../../../platform/sheets/index.ts';
import { RowLedger, receivedNumber } from '../../needs/index.ts';
import { CONTROLS, EXPECTED, FACTS, HEAD, SHARES, totalKey } from './layout.ts';
import { lineOfLabel } from './normalise/line-of-label.ts';

/** A line of the form as read, before it is compared with its block. */
export interface ReadLine {
  ledger: RowLedger;
  college: string;
  collegeAsWritten: string;
  subordination: string | null;
  kind: string | null;
  code: string;
  line: number;
  /** Column → number; null where the cell is empty. */
  values: Map<string, number | null>;
  /** Address of a column's cell in this row. */
  at(column: string): string;
}

const text = (id: string, params: Record<string, string | number> = {}) => ({
  id: `needs:outcomes.${id}`,
  params,
});

type CellsOf = (column: string) => Cell | undefined;

function isBlank(cells: Cell[], columns: ReadonlyMap<string, number>): boolean {
  return [...columns.values()].every((at) => (cells[at]?.raw ?? '').trim() === '');
}

/** `before`: the number of the line above, which tells whether the number or the label slipped. */
function readLineNumber(
  cell: CellsOf,
  at: (column: string) => string,
  before: unknown,
  ledger: RowLedger,
): number | null {
  const label = lineOfLabel(cell(HEAD.label)?.raw ?? '');
  const number = normaliseInteger(cell(HEAD.line), { min: 1, max: 8 });
  if (!number.ok) {
    ledger.refuse(at(HEAD.line), number.error);
    return null;
  }
  if (number.value === null) {
    if (label !== null) ledger.repair(at(HEAD.line), text('repair.line', { line: label }), label);
    return label;
  }
  if (label !== null && label !== number.value) {
    const params = { line: number.value, label };
    if (before === number.value - 1) ledger.repair(at(HEAD.label), text('repair.label', params));
    else ledger.refuse(at(HEAD.label), text('refused.label', params));
  }
  return number.value;
}

function readName(cell: CellsOf, column: string, at: string, ledger: RowLedger): string | null {
  const name = normaliseText(cell(column));
  if (!name.ok) {
    ledger.refuse(at, name.error);
    return null;
  }
  for (const what of name.repairs) ledger.repair(at, what, name.value);
  return name.value;
}

function readCode(cell: CellsOf, at: string, ledger: RowLedger): string | null {
  const code = normaliseCode(cell(HEAD.code), { shapes: ['00.00.00'] });
  if (!code.ok) {
    ledger.refuse(at, code.error);
    return null;
  }
  for (const what of code.repairs) ledger.repair(at, what, code.value);
  if (code.value === null) ledger.refuse(at, text('refused.noCode'));
  return code.value;
}

function readCounts(cell: CellsOf, at: (column: string) => string, ledger: RowLedger): ReadLine['values'] {
  const values: ReadLine['values'] = new Map();
  for (const counted of [...FACTS, ...EXPECTED]) {
    const { column } = counted;
    const found = cell(column);
    const count = normaliseInteger(found, { min: 0 });
    const received = receivedNumber(found);
    if (!count.ok) ledger.refuse(at(column), count.error);
    else for (const what of count.repairs) ledger.repair(at(column), what, count.value);
    const value = count.ok ? count.value : null;
    values.set(column, value);
    ledger.count(totalKey(counted), received, value ?? 0);
  }
  return values;
}

/** Shares and controls are computed by the form; a broken one is named, and the counts are checked anew. */
function noteBroken(cell: CellsOf, at: (column: string) => string, ledger: RowLedger): void {
  for (const column of SHARES)
    if (cell(column)?.kind === 'error')
      ledger.repair(at(column), text('repair.share', { value: cell(column)?.raw ?? '' }));
  for (const column of CONTROLS)
    if (cell(column)?.kind === 'error')
      ledger.repair(at(column), text('repair.control', { value: cell(column)?.raw ?? '' }));
}

/** Reads one row of the sheet; the bare account when the row cannot stand in a block and is refused. */
export function readLine(
  sheet: Sheet,
  row: number,
  columns: ReadonlyMap<string, number>,
): ReadLine | RowLedger {
  const cells = sheet.rows[row] ?? [];
  const ledger = new RowLedger(row + 1);
  const cell: CellsOf = (column) => cells[columns.get(column) ?? -1];
  const at = (column: string) => addressOf(row, columns.get(column) ?? 0);
  if (isBlank(cells, columns)) {
    ledger.refuse(null, text('refused.blank'));
    return ledger;
  }
  if ((cell(HEAD.line)?.raw ?? '').trim() === '' && (cell(HEAD.label)?.raw ?? '').trim() === '') {
    const first = [...columns.values()].map((it) => cells[it]).find((it) => (it?.raw ?? '').trim() !== '');
    // A number in a footnote or a signature (a telephone) is no count: it stays out of the totals.
    ledger.refuse(first?.address ?? null, text('refused.footnote'));
    return ledger;
  }
  const values = readCounts(cell, at, ledger);
  const empty = [...values.values()].every((it) => !it);
  const head = [HEAD.college, HEAD.code].every((it) => (cell(it)?.raw ?? '').trim() === '');
  if (head && empty && !ledger.refused) {
    ledger.refuse(at(HEAD.college), text('refused.emptyForm'));
    return ledger;
  }
  const line = readLineNumber(cell, at, sheet.rows[row - 1]?.[columns.get(HEAD.line) ?? -1]?.value, ledger);
  if (line === null && !ledger.refused) ledger.refuse(at(HEAD.line), text('refused.noLine'));
  const college = readName(cell, HEAD.college, at(HEAD.college), ledger);
  if (college === null) ledger.refuse(at(HEAD.college), text('refused.noCollege'));
  const code = readCode(cell, at(HEAD.code), ledger);
  noteBroken(cell, at, ledger);
  if (college === null || code === null || line === null) return ledger;
  return {
    ledger,
    college,
    collegeAsWritten: cell(HEAD.college)?.raw ?? '',
    subordination: readName(cell, HEAD.subordination, at(HEAD.subordination), ledger),
    kind: readName(cell, HEAD.kind, at(HEAD.kind), ledger),
    code,
    line,
    values,
    at,
  };
}
