import { sortKey } from '../../../platform/i18n/index.ts';
import { checkTable, readSheet, SheetRefusal } from '../../../platform/sheets/index.ts';
import type { WHATS } from '../schemas.ts';
import { outcomeSchema, whatOf, yesOf } from './file-schema.ts';

export interface FileRow {
  row: number;
  nameKey: string;
  code: string | null;
  months: number | null;
  what: (typeof WHATS)[number];
  inField: boolean | null;
  employer: string | null;
  occupation: string | null;
}

export interface FileRemark {
  row: number;
  field: string;
  id: string;
  params: Record<string, string | number>;
}

const LIMITS = { maxBytes: 4_000_000, maxRows: 20_000, timeoutMs: 20_000, heapMb: 384 };

/** Reads answers about graduates from a spreadsheet of the first sheet that has the needed columns. */
export async function readOutcomeFile(
  bytes: Uint8Array,
  name: string,
): Promise<{ rows: FileRow[]; remarks: FileRemark[] }> {
  const book = await readSheet(bytes, { name, limits: LIMITS });
  const checks = book.sheets
    .filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
    .flatMap((sheet) => {
      try {
        return [checkTable(sheet, outcomeSchema)];
      } catch (error) {
        if (error instanceof SheetRefusal) return [];
        throw error;
      }
    });
  const check = checks.find((it) => {
    const mapped = new Set(it.mapping.columns.map(({ field }) => field));
    return mapped.has('name') && mapped.has('what');
  });
  if (!check) throw new SheetRefusal('sheets:refused.noHeader');
  const remarks: FileRemark[] = check.remarks
    .filter(({ level }) => level === 'error')
    .map(({ row, address, message }) => ({
      row: row + 1,
      field: address,
      id: message.id,
      params: message.params ?? {},
    }));
  const rows = check.rows.flatMap(({ row, values, status }): FileRow[] => {
    if (status === 'refused') return [];
    const text = (field: string) =>
      (typeof values[field] === 'string' ? (values[field] as string).trim() : '') || null;
    const what = whatOf(text('what') ?? '');
    if (!what) {
      remarks.push({
        row: row + 1,
        field: 'what',
        id: 'hiring:file.unclear',
        params: { value: text('what') ?? '' },
      });
      return [];
    }
    return [
      {
        row: row + 1,
        nameKey: sortKey(text('name') ?? ''),
        code: /\d{2}\.\d{2}\.\d{2}/.exec(text('code') ?? '')?.[0] ?? null,
        months: typeof values.months === 'number' ? values.months : null,
        what,
        inField: yesOf(text('inField') ?? ''),
        employer: text('employer'),
        occupation: text('occupation'),
      },
    ];
  });
  return { rows, remarks };
}
