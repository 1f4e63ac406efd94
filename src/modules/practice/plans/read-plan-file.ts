import { checkTable, readSheet, SheetRefusal, type TableCheck } from '../../../platform/sheets/index.ts';
import { codeOf, kindOf, placeOf, planSchema } from './file-schema.ts';
import type { HELD_AT, PLAN_KINDS } from './schemas.ts';

export interface FileRow {
  row: number;
  cell: string;
  group: string;
  kind: (typeof PLAN_KINDS)[number];
  moduleCode: string;
  title: string;
  from: string;
  to: string;
  academicHours: number;
  competences: string[];
  heldAt: (typeof HELD_AT)[number];
}

export interface FileRemark {
  row: number;
  cell: string;
  refused: boolean;
  id: string;
  params: Record<string, string | number>;
}

const LIMITS = { maxBytes: 4_000_000, maxRows: 5_000, timeoutMs: 20_000, heapMb: 384 };
const NEEDED = ['group', 'kind', 'from', 'to', 'hours'] as const;

/** Reads a year plan of practices from a spreadsheet. Knows no register: groups are found afterwards. */
export async function readPlanFile(bytes: Uint8Array, name: string) {
  const book = await readSheet(bytes, { name, limits: LIMITS });
  const checks = book.sheets
    .filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
    .flatMap((sheet) => {
      try {
        return [checkTable(sheet, planSchema)];
      } catch (error) {
        if (error instanceof SheetRefusal) return [];
        throw error;
      }
    });
  const mapped = (check: TableCheck) => new Set(check.mapping.columns.map(({ field }) => field));
  const lacks = (check: TableCheck) => NEEDED.filter((field) => !mapped(check).has(field));
  const best = checks.toSorted((a, b) => lacks(a).length - lacks(b).length)[0];
  if (!best) throw new SheetRefusal('sheets:refused.noHeader');
  const columns = best.mapping.columns.map(({ title, field }) => ({ title, field }));
  const missing: string[] = lacks(best);
  if (missing.length > 0) return { rows: [], remarks: [], columns, missing, count: best.counts.rows };
  return { ...typed(best), columns, missing, count: best.counts.rows };
}

function typed(check: TableCheck): { rows: FileRow[]; remarks: FileRemark[] } {
  const remarks: FileRemark[] = check.remarks
    .filter(
      ({ message, before }) =>
        !(message.id === 'sheets:repair.dateText' && /^\d{2}\.\d{2}\.\d{4}$/.test(before.trim())),
    )
    .map(({ row, address, level, message }) => ({
      row: row + 1,
      cell: address,
      refused: level === 'error',
      id: message.id,
      params: message.params ?? {},
    }));
  const letters = new Map(check.mapping.columns.map(({ field, letters: at }) => [field, at]));
  const rows = check.rows.flatMap(({ row, values, status }): FileRow[] => {
    const at = (field: string) => `${letters.get(field) ?? 'A'}${row + 1}`;
    const refuse = (field: string, id: string, params: FileRemark['params'] = {}) => {
      remarks.push({ row: row + 1, cell: at(field), refused: true, id: `practice:file.${id}`, params });
      return [];
    };
    const text = (field: string) =>
      typeof values[field] === 'string' ? (values[field] as string).trim() : '';
    if (status === 'refused') return [];
    const kind = kindOf(text('kind'));
    if (!kind) return refuse('kind', 'unclearKind', { value: text('kind') });
    const [from, to] = [text('from'), text('to')];
    if (to < from) return refuse('to', 'endsBeforeStart', { from, to });
    return [
      {
        row: row + 1,
        cell: at('group'),
        group: text('group'),
        kind,
        moduleCode: text('module') || codeOf(kind),
        title: text('title') || text('kind'),
        from,
        to,
        academicHours: Number(values.hours),
        competences:
          text('competences') === ''
            ? []
            : text('competences')
                .split(/\s*[,;]\s*/)
                .filter(Boolean),
        heldAt: placeOf(text('place') || null, kind),
      },
    ];
  });
  return { rows, remarks };
}
