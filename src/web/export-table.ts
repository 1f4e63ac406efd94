import { useState } from 'react';
import { ApiError, watchedFetch } from './http.ts';
import { useTexts } from './text.ts';
import type { CellValue, Exported } from './widgets/table/index.ts';

export type ColumnKind = 'text' | 'integer' | 'decimal';

export interface SheetRequest {
  title: string;
  format: 'xlsx' | 'csv';
  columns: { key: string; title: string; kind: ColumnKind }[];
  rows: CellValue[][];
}

/** Whole numbers when every number of the column is whole; words wherever a word stands. */
export function kindOf(values: readonly CellValue[]): ColumnKind {
  const known = values.filter((value) => value !== null);
  if (known.length === 0 || known.some((value) => typeof value !== 'number')) return 'text';
  return known.every((value) => Number.isInteger(value)) ? 'integer' : 'decimal';
}

/** Forecasts carry long fractions that nobody sees; a file gets two digits at most. */
const asShown = (value: CellValue): CellValue =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;

/** Exactly the columns and rows that stand on the screen, in their order. */
export function sheetOf<Row>(title: string, { format, columns, rows }: Exported<Row>): SheetRequest {
  const values = rows.map((row) => columns.map((column) => asShown(column.value(row))));
  return {
    title: title.slice(0, 100),
    format,
    columns: columns.map((column, i) => ({
      key: column.id,
      title: column.title,
      kind: kindOf(values.map((row) => row[i] ?? null)),
    })),
    rows: values,
  };
}

/** Hands a finished file to the browser under a name. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The server makes the file, so that formulas are escaped and the act is written into history. */
export async function downloadTable<Row>(title: string, what: Exported<Row>): Promise<void> {
  const response = await watchedFetch('/api/export/table', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sheetOf(title, what)),
  });
  if (!response.ok) throw new ApiError(response.status, {});
  saveFile(await response.blob(), `${title}.${what.format}`);
}

/** For `onExport` of a table: saves the file and keeps the words of what went wrong. */
export function useExport<Row>(title: string) {
  const { t } = useTexts();
  const [problem, setProblem] = useState('');
  const onExport = async (what: Exported<Row>) => {
    setProblem('');
    try {
      await downloadTable(title, what);
    } catch {
      setProblem(t('web:export.failed'));
    }
  };
  return { onExport, problem };
}
