import type { CheckedRow, Message, Remark, TableCheck } from '../../../platform/sheets/index.ts';

/** One thing said about a row: rows count from 1 as a spreadsheet shows them. `also`: what else is said of the row. */
export interface RowRemark {
  row: number;
  cell: string;
  what: Message;
  also?: { cell: string; what: Message }[];
}

/** Proposed to a person, never done silently. */
export interface Proposal {
  row: number;
  cell: string;
  what: Message;
  personId: string | null;
}

/** Every row of a file in exactly one place: `rows = imported + repaired.length + refused.length`. */
export interface FileReport {
  rows: number;
  /** Rows taken as they stood. */
  imported: number;
  repaired: RowRemark[];
  refused: RowRemark[];
  /** By column: the sum of every readable number, and of the rows that were taken. */
  totals: Record<string, { before: number; after: number }>;
  proposals: Proposal[];
}

/** One row of a file, typed, with its place in the file. */
export interface Placed {
  row: number;
  /** Address of the cell that names the row, for remarks about the row as a whole. */
  cell: string;
}

/** What a room's own reading makes of a checked row: the typed row, and further remarks by field. */
export interface Reading<T> {
  value: T | null;
  remarks: { field: string; level: Remark['level']; what: Message }[];
}

interface Part<T> {
  check: TableCheck;
  /** Put before addresses when a file has several sheets. */
  prefix: string;
  read(row: CheckedRow): Reading<T>;
}

/** Numbers of the rows taken so far, so that a row refused later leaves the totals. */
const taken = new WeakMap<FileReport, Map<string, Record<string, number>>>();

/** Turns checked tables into typed rows and the report of the file. */
export function collectRows<T extends Placed>(parts: Part<T>[]): { rows: T[]; report: FileReport } {
  const rows: T[] = [];
  const report: FileReport = { rows: 0, imported: 0, repaired: [], refused: [], totals: {}, proposals: [] };
  taken.set(report, new Map());
  for (const { check, prefix, read } of parts) {
    const columnOf = new Map(check.mapping.columns.map(({ field, letters }) => [field, letters]));
    const first = check.mapping.columns.find(({ field }) => field !== null)?.letters ?? 'A';
    const said = new Map<number, Remark[]>();
    for (const remark of check.remarks)
      if (!isUsual(remark)) said.set(remark.row, [...(said.get(remark.row) ?? []), remark]);
    for (const row of check.rows) {
      report.rows += 1;
      const shown = row.row + 1;
      const at = (field: string) => `${prefix}${columnOf.get(field) ?? first}${shown}`;
      const reading: Reading<T> = row.status === 'refused' ? { value: null, remarks: [] } : read(row);
      const remarks = [
        ...(said.get(row.row) ?? []).map((r) => ({
          level: r.level,
          cell: prefix + r.address,
          what: r.message,
        })),
        ...reading.remarks.map((r) => ({ level: r.level, cell: at(r.field), what: r.what })),
      ];
      const errors = remarks.filter(({ level }) => level === 'error');
      if (errors.length > 0 || reading.value === null) report.refused.push(...asOne(shown, errors));
      else {
        rows.push({ ...reading.value, row: shown, cell: at('') });
        if (remarks.length > 0) report.repaired.push(...asOne(shown, remarks));
        else report.imported += 1;
      }
      addTotals(report, check, row, errors.length === 0 && reading.value !== null ? at('') : null);
    }
  }
  return { rows, report };
}

/** «05.03.2009» is how a day is written here: reading it is no repair. */
const isUsual = ({ message, before }: Remark) =>
  message.id === 'sheets:repair.dateText' && /^\d{2}\.\d{2}\.\d{4}$/.test(before.trim());

function asOne(row: number, remarks: { cell: string; what: Message }[]): RowRemark[] {
  const [one, ...more] = remarks.map(({ cell, what }) => ({ cell, what }));
  if (!one) return [{ row, cell: '', what: { id: 'programmes:import.notRead' } }];
  return [more.length > 0 ? { row, ...one, also: more } : { row, ...one }];
}

function addTotals(report: FileReport, check: TableCheck, row: CheckedRow, takenAt: string | null) {
  const numbers: Record<string, number> = {};
  for (const field of Object.keys(check.totals)) {
    const value = row.values[field];
    if (typeof value !== 'number') continue;
    const sum = report.totals[field] ?? { before: 0, after: 0 };
    sum.before += value;
    if (takenAt !== null) sum.after += value;
    report.totals[field] = sum;
    numbers[field] = value;
  }
  if (takenAt !== null) taken.get(report)?.set(takenAt, numbers);
}

/** Moves a taken row to the refused ones, when what it says does not fit the rest of the file or the register. */
export function refuseRow(report: FileReport, { row, cell }: Placed, what: Message): void {
  const repaired = report.repaired.findIndex((one) => one.row === row && sheetOf(one.cell) === sheetOf(cell));
  if (repaired >= 0) report.repaired.splice(repaired, 1);
  else report.imported -= 1;
  report.refused.push({ row, cell, what });
  for (const [field, value] of Object.entries(taken.get(report)?.get(cell) ?? {})) {
    const sum = report.totals[field];
    if (sum) sum.after -= value;
  }
}

/** The same report again, so that laying the file beside the register leaves the first as it was read. */
export function copyReport(report: FileReport): FileReport {
  const copy = structuredClone(report);
  taken.set(copy, taken.get(report) ?? new Map());
  return copy;
}

/** Names a repair of a taken row. */
export function repairRow(report: FileReport, { row, cell }: Placed, what: Message): void {
  const known = report.repaired.find((one) => one.row === row && sheetOf(one.cell) === sheetOf(cell));
  if (known) known.also = [...(known.also ?? []), { cell, what }];
  else {
    report.imported -= 1;
    report.repaired.push({ row, cell, what });
  }
}

const sheetOf = (address: string) => address.slice(0, Math.max(0, address.lastIndexOf('!')));
