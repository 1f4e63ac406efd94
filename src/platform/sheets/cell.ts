import type { CellKind, CellValue } from './types.ts';

/** Column letters of a column counted from 0: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}

/** A1 address of a row and column counted from 0. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** One cell as received. `row` and `column` count from 0, the address as in a spreadsheet. */
export class Cell {
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  /** Typed value: text, number, boolean; a date as `YYYY-MM-DD` (with `THH:MM:SS` when it has a time). */
  readonly value: CellValue;
  readonly formula: string | undefined;

  constructor(row: number, column: number, kind: CellKind, value: CellValue, formula?: string) {
    this.row = row;
    this.column = column;
    this.kind = kind;
    this.value = value;
    this.formula = formula;
  }

  get address(): string {
    return addressOf(this.row, this.column);
  }

  /** A cell elsewhere with the given content. */
  at(row: number, column: number, kind: CellKind, value: CellValue): Cell {
    return new Cell(row, column, kind, value);
  }

  /** The value as text, nothing trimmed. */
  get raw(): string {
    return this.value === null ? '' : String(this.value);
  }
}

// The Russian and the English names of the errors; ######## is a cell too narrow that was saved as text.
const ERRORS =
  /^#(REF!|VALUE!|N\/A|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|ССЫЛКА!|ЗНАЧ!|Н\/Д|ИМЯ\?|ДЕЛ\/0!|ЧИСЛО!|ПУСТО!)$|^#{4,}$/i;

/** Whether a text is a spreadsheet error value such as `#REF!` or `#ССЫЛКА!`. */
export function isErrorText(text: string): boolean {
  return ERRORS.test(text.trim());
}

/** Kind of a bare value. */
export function kindOf(value: CellValue): CellKind {
  if (value === null || value === '') return 'empty';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return isErrorText(value) ? 'error' : 'text';
}
