// cyrillic: titles by which columns of experts' lists are recognised; never shown
import {
  checkTable,
  readSheet,
  SheetRefusal,
  type TableCheck,
  type TableSchema,
  titleKey,
} from '../../../platform/sheets/index.ts';
import type { Level, Regime } from '../experts/rights-on.ts';

const words = { kind: 'text', maxLength: 300 } as const;

export const expertSchema: TableSchema = {
  fields: [
    {
      id: 'name',
      titles: ['ФИО', 'Эксперт', 'Фамилия, имя, отчество', 'ФИО эксперта', 'Фамилия Имя Отчество'],
      type: words,
      required: true,
    },
    {
      id: 'organisation',
      titles: ['Организация', 'Место работы', 'Работодатель', 'Образовательная организация'],
      type: words,
    },
    { id: 'post', titles: ['Должность'], type: words },
    {
      id: 'codes',
      titles: ['Специальность', 'Компетенция', 'Код', 'Код специальности', 'Профессия', 'Компетенции'],
      type: words,
      required: true,
    },
    { id: 'level', titles: ['Уровень', 'Право', 'Статус', 'Статус эксперта', 'Роль'], type: words },
    { id: 'from', titles: ['С', 'Дата выдачи', 'Действует с', 'Дата свидетельства'], type: { kind: 'date' } },
    { id: 'to', titles: ['По', 'Действует до', 'Срок действия', 'Действительно до'], type: { kind: 'date' } },
    { id: 'number', titles: ['Номер', 'Номер свидетельства', 'Свидетельство'], type: words },
    { id: 'place', titles: ['Район', 'Город', 'Муниципалитет', 'Населённый пункт'], type: words },
  ],
};

export interface ExpertFileRow {
  row: number;
  cell: string;
  surname: string;
  givenName: string;
  patronymic: string | null;
  organisation: string | null;
  post: string | null;
  codes: string[];
  regime: Regime;
  level: Level;
  from: string | null;
  to: string | null;
  number: string | null;
  place: string | null;
}

export interface FileRemark {
  row: number;
  cell: string;
  refused: boolean;
  id: string;
  params: Record<string, string | number>;
}

/** «главный», «сертифицированный», «с правом проведения чемпионатов», «с правом оценки ДЭ» → regime and level. */
export function levelOf(text: string | null): { regime: Regime; level: Level } {
  const key = titleKey(text ?? '');
  if (/сертифи/.test(key)) return { regime: 'WSR_2020', level: 'certified' };
  if (/менеджер|международн/.test(key)) return { regime: 'WSR_2020', level: 'manager' };
  if (/чемпионат/.test(key)) return { regime: 'WSR_2020', level: 'championship' };
  if (/оценк|участи/.test(key)) return { regime: 'WSR_2020', level: 'assess' };
  return { regime: 'ORDER_800', level: /главн/.test(key) ? 'chief' : 'expert' };
}

const LIMITS = { maxBytes: 4_000_000, maxRows: 10_000, timeoutMs: 20_000, heapMb: 384 };
const NEEDED = ['name', 'codes'] as const;

/** Reads a list of experts; one person may stand on several rows, each with a right. */
export async function readExpertFile(bytes: Uint8Array, name: string) {
  const book = await readSheet(bytes, { name, limits: LIMITS });
  const checks = book.sheets
    .filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
    .flatMap((sheet) => {
      try {
        return [checkTable(sheet, expertSchema)];
      } catch (error) {
        if (error instanceof SheetRefusal) return [];
        throw error;
      }
    });
  const lacks = (check: TableCheck) => {
    const mapped = new Set(check.mapping.columns.map(({ field }) => field));
    return NEEDED.filter((field) => !mapped.has(field));
  };
  const best = checks.toSorted((a, b) => lacks(a).length - lacks(b).length)[0];
  if (!best) throw new SheetRefusal('sheets:refused.noHeader');
  const missing: string[] = lacks(best);
  if (missing.length > 0) return { rows: [], remarks: [], missing, count: best.counts.rows };
  return { ...typed(best), missing, count: best.counts.rows };
}

function typed(check: TableCheck): { rows: ExpertFileRow[]; remarks: FileRemark[] } {
  const remarks: FileRemark[] = check.remarks
    .filter(({ level }) => level === 'error')
    .map(({ row, address, message }) => ({
      row: row + 1,
      cell: address,
      refused: true,
      id: message.id,
      params: message.params ?? {},
    }));
  const letters = new Map(check.mapping.columns.map(({ field, letters: at }) => [field, at]));
  const rows = check.rows.flatMap(({ row, values, status }): ExpertFileRow[] => {
    if (status === 'refused') return [];
    const at = (field: string) => `${letters.get(field) ?? 'A'}${row + 1}`;
    const text = (field: string) => {
      const value = values[field];
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
    };
    const refuse = (field: string, id: string) => {
      remarks.push({
        row: row + 1,
        cell: at(field),
        refused: true,
        id: `specialists:file.${id}`,
        params: { value: text(field) ?? '' },
      });
      return [];
    };
    const [surname, givenName, ...rest] = (text('name') ?? '').split(/\s+/);
    if (!surname || !givenName) return refuse('name', 'name');
    const codes = (text('codes') ?? '').split(/\s*[;,]\s*/).filter(Boolean);
    if (codes.length === 0) return refuse('codes', 'codes');
    const [from, to] = [text('from'), text('to')];
    if (from && to && to < from) return refuse('to', 'days');
    return [
      {
        row: row + 1,
        cell: at('name'),
        surname,
        givenName,
        patronymic: rest.join(' ') || null,
        organisation: text('organisation'),
        post: text('post'),
        codes,
        ...levelOf(text('level')),
        from,
        to,
        number: text('number'),
        place: text('place'),
      },
    ];
  });
  return { rows, remarks };
}
