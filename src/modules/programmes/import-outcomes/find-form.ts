import { type Sheet, SheetRefusal, type Workbook } from '../../../platform/sheets/index.ts';
import { LAST_COLUMN } from './layout.ts';

/** Where the table of the form begins. */
export interface Form {
  sheet: Sheet;
  /** Number of the form's column («01»…«50») → column of the sheet, from 0. */
  columns: ReadonlyMap<string, number>;
  dataRow: number;
}

/** How far down the numbered header may stand under the titles of the form. */
const SEARCHED_ROWS = 40;

function numbering(sheet: Sheet, row: number): Map<string, number> {
  const columns = new Map<string, number>();
  for (const cell of sheet.rows[row] ?? []) {
    const number = /^0?(\d{1,2})$/.exec(cell.raw.trim())?.[1];
    if (Number(number) === columns.size + 1) columns.set(String(number).padStart(2, '0'), cell.column);
  }
  return columns;
}

/** Longest run of column numbers 1, 2, 3 … in one row, over all sheets. */
function longest(book: Workbook): Form | null {
  let best: Form | null = null;
  for (const sheet of book.sheets)
    for (let row = 0; row < Math.min(SEARCHED_ROWS, sheet.rows.length); row++) {
      const columns = numbering(sheet, row);
      if (columns.size > (best?.columns.size ?? 0)) best = { sheet, columns, dataRow: row + 1 };
    }
  return best;
}

/** Whether the file looks like the monitoring form, for guessing the kind of a file. */
export function looksLikeForm(book: Workbook): boolean {
  return (longest(book)?.columns.size ?? 0) === LAST_COLUMN;
}

/** Finds the form by its row of column numbers. Throws `SheetRefusal` for another form or another year's one. */
export function findForm(book: Workbook): Form {
  const form = longest(book);
  if (!form || form.columns.size < 20) throw new SheetRefusal('needs:outcomes.refused.noForm');
  if (form.columns.size !== LAST_COLUMN)
    throw new SheetRefusal('needs:outcomes.refused.otherForm', { columns: form.columns.size });
  return form;
}
