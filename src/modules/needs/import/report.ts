import type { Cell, CellValue, Message } from '../../../platform/sheets/index.ts';

/** What was changed on the way in, and where. `cell` is an address (`G50`) or, for JSON, the name of the field. */
export interface Repair {
  cell: string | null;
  what: Message;
}

export interface Reason {
  cell: string | null;
  why: Message;
}

/** What became of one row of the file. `row` is the row as a person sees it: from 1, the header counted. */
export type Fate =
  | { row: number; status: 'imported' }
  | { row: number; status: 'repaired'; repairs: Repair[]; fixes: [cell: string, value: CellValue][] }
  | { row: number; status: 'refused'; reasons: Reason[] };

/** before + repaired − refused = after, always. */
export interface Total {
  /** Sum of the numbers as they stand in the file, refused rows among them; a cell such as `2+5` counts as nothing. */
  before: number;
  /** What repairs of accepted rows added or took away. */
  repaired: number;
  /** Numbers of the file that stayed outside with refused rows. */
  refused: number;
  /** Sum over the accepted typed rows. */
  after: number;
}

/** Something the file suggests and nobody has decided: names to merge, codes to add, cards that look alike. */
export interface Proposal {
  kind: string;
  text: Message;
  rows: number[];
  facts: Record<string, unknown>;
}

/** An assumption or a rule that touched some rows, told once. */
export interface Note {
  text: Message;
  rows: number;
}

export interface ImportResult<T> {
  kind: string;
  rows: T[];
  fates: Fate[];
  totals: Record<string, Total>;
  proposals: Proposal[];
  notes: Note[];
  /** Records of a source that stand in the file though their rows were refused. */
  present?: { source: string; externalId: string }[];
}

/** The account of one row: remarks are gathered, then the row is closed once, as accepted or refused. */
export class RowLedger {
  readonly row: number;
  readonly repairs: Repair[] = [];
  readonly reasons: Reason[] = [];
  /** Cells whose value changed on the way in, for the repaired file. */
  readonly fixes: [cell: string, value: CellValue][] = [];
  readonly #numbers: { column: string; received: number; value: number }[] = [];

  constructor(row: number) {
    this.row = row;
  }

  /** `after`: what the cell holds now; left off when the cell itself stays as it was. */
  repair(cell: string | null, what: Message, after?: CellValue): void {
    this.repairs.push({ cell, what });
    if (cell !== null && after !== undefined) this.fix(cell, after);
  }

  fix(cell: string, value: CellValue): void {
    this.fixes.push([cell, value]);
  }

  refuse(cell: string | null, why: Message): void {
    this.reasons.push({ cell, why });
  }

  get refused(): boolean {
    return this.reasons.length > 0;
  }

  /** A number of this row for the totals: as received (0 when unreadable) and as it will be stored. */
  count(column: string, received: number, value: number): void {
    this.#numbers.push({ column, received, value });
  }

  /** Puts another stored value in place of the one counted before. */
  recount(column: string, value: number): void {
    for (const it of this.#numbers) if (it.column === column) it.value = value;
  }

  get numbers(): readonly { column: string; received: number; value: number }[] {
    return this.#numbers;
  }

  get fate(): Fate {
    const { row, repairs, reasons, fixes } = this;
    if (reasons.length > 0) return { row, status: 'refused', reasons };
    return repairs.length > 0 ? { row, status: 'repaired', repairs, fixes } : { row, status: 'imported' };
  }
}

/** Totals over closed rows; `columns` fixes the order and names columns without a number. */
export function totalsOf(ledgers: readonly RowLedger[], columns: readonly string[]): Record<string, Total> {
  const totals: Record<string, Total> = {};
  for (const column of columns) totals[column] = { before: 0, repaired: 0, refused: 0, after: 0 };
  for (const ledger of ledgers) {
    for (const { column, received, value } of ledger.numbers) {
      const total = totals[column];
      if (!total) continue;
      total.before += received;
      if (ledger.refused) total.refused += received;
      else {
        total.repaired += value - received;
        total.after += value;
      }
    }
  }
  return totals;
}

/** A number as it stands in the file, before any repair; 0 for what is no plain number. */
export function receivedNumber(cell: Cell | CellValue | undefined): number {
  const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
  if (typeof value === 'number') return Number.isFinite(value) ? value : 0;
  const text = typeof value === 'string' ? value.trim() : '';
  return /^[-+]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : 0;
}
