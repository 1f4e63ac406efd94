// cyrillic: titles by which columns of the federal platform's files are recognised; never shown
import {
  checkTable,
  readSheet,
  type Sheet,
  SheetRefusal,
  type TableSchema,
  titleKey,
} from '../../../platform/sheets/index.ts';
import type { CriterionPoints } from '../results/put-result.ts';
import type { Kind } from './kinds.ts';
import { fieldsOfParts, partsGiven, pointsByPart, type ResultPart } from './result-parts.ts';

const words = { kind: 'text', maxLength: 300 } as const;
const name = {
  id: 'name',
  titles: ['ФИО', 'Фамилия Имя Отчество', 'Участник', 'Эксперт', 'Студент'],
  type: words,
  required: true,
};
const key = {
  id: 'key',
  titles: ['ID', 'Идентификатор', 'Номер участника', 'Код участника'],
  type: { kind: 'text', maxLength: 60 } as const,
};

export const SCHEMAS: Record<Kind, TableSchema> = {
  groups: { fields: [name, key, { id: 'group', titles: ['Группа', 'Учебная группа'], type: words }] },
  experts: {
    fields: [name, key, { id: 'role', titles: ['Роль', 'Роль эксперта'], type: words, required: true }],
  },
  results: {
    fields: [
      name,
      key,
      {
        id: 'points',
        titles: ['Баллы', 'Итоговый балл', 'Результат', 'Сумма баллов'],
        type: { kind: 'decimal', min: 0, max: 1000 },
      },
    ],
  },
};

/** «главный эксперт» → the seat; null when unclear. */
export function seatOf(text: string): 'chief' | 'line' | 'technical' | null {
  const found = titleKey(text);
  if (/главн/.test(found)) return 'chief';
  if (/технич/.test(found)) return 'technical';
  return /линейн|эксперт|член/.test(found) ? 'line' : null;
}

/** Names without case, ё and doubled spaces. */
export const nameKey = (text: string): string => titleKey(text);

export interface FederalRow {
  row: number;
  cell: string;
  name: string;
  key: string | null;
  seat: ReturnType<typeof seatOf>;
  points: number | null;
  /** Points by criterion or module, where the file has them for every one. */
  parts: CriterionPoints[] | null;
}
export interface FederalRemark {
  row: number;
  cell: string;
  refused: boolean;
  id: string;
  params: Record<string, string | number>;
}

/** The first sheet of a file that has rows; the file itself is read outside of any transaction. */
export async function openFederal(bytes: Uint8Array, fileName: string): Promise<Sheet> {
  const book = await readSheet(bytes, {
    name: fileName,
    limits: { maxBytes: 4_000_000, maxRows: 5_000, timeoutMs: 20_000, heapMb: 384 },
  });
  const sheet = book.sheets.find(({ hidden, rows }) => !hidden && rows.length > 0);
  if (!sheet) throw new SheetRefusal('sheets:refused.noHeader');
  return sheet;
}

/**
 * Reads the rows; `chosen` says for a heading which field it is, as somebody once decided. Results are asked for by
 * criterion or module of the kit (`kitParts`), or else as one number.
 */
export function readFederal(
  kind: Kind,
  sheet: Sheet,
  chosen: ReadonlyMap<string, string | null>,
  kitParts: readonly ResultPart[] = [],
) {
  const fields = [...SCHEMAS[kind].fields, ...(kind === 'results' ? fieldsOfParts(kitParts) : [])];
  const first = checkTable(sheet, { fields });
  const known = new Set(fields.map(({ id }) => id));
  const choose = new Map(
    first.mapping.columns.flatMap(({ column, title }): [number, string | null][] => {
      const field = chosen.get(titleKey(title));
      // a heading once kept for a part that this kit has not is read anew
      return field === undefined || (field !== null && !known.has(field)) ? [] : [[column, field]];
    }),
  );
  const check = choose.size > 0 ? checkTable(sheet, { fields }, choose) : first;
  const columns = check.mapping.columns.map(({ title, field }) => ({ title, field }));
  const mapped = new Set(columns.map(({ field }) => field));
  const parts = partsGiven(kitParts, mapped);
  const asked = [
    ...fields.filter(({ required }) => required).map(({ id }) => id),
    ...(kind !== 'results' ? [] : parts.length > 0 ? parts.map(({ id }) => id) : ['points']),
  ];
  const missing = asked.filter((id) => !mapped.has(id));
  const remarks: FederalRemark[] = check.remarks.map(({ row, address, level, message }) => ({
    row: row + 1,
    cell: address,
    refused: level === 'error',
    id: message.id,
    params: message.params ?? {},
  }));
  const at = check.mapping.columns.find(({ field }) => field === 'name')?.letters ?? 'A';
  const rows: FederalRow[] = check.rows
    .filter(({ status }) => status !== 'refused' && missing.length === 0)
    .map(({ row, values }) => ({
      row: row + 1,
      cell: `${at}${row + 1}`,
      name: String(values.name ?? '').trim(),
      key: values.key ? String(values.key).trim() : null,
      seat: seatOf(String(values.role ?? '')),
      points:
        values.points === null || values.points === undefined
          ? null
          : Math.round(Number(values.points) * 100),
      parts: parts.length > 0 ? pointsByPart(parts, values) : null,
    }));
  return { rows, remarks, columns, missing, byPart: parts.length > 0 };
}
