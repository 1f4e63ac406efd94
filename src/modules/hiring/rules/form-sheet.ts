// cyrillic: the words of the federal form itself, printed in its file in Russian only
import type { CellValue, WriteTable } from '../../../platform/sheets/index.ts';
import { type ControlFault, EXPECTED_COLUMNS, FACT_COLUMNS } from './form-controls.ts';

const LABELS = [
  'Всего',
  'Лица с ограниченными возможностями здоровья',
  'из них (из строки 02): инвалиды и дети-инвалиды',
  'Инвалиды и дети-инвалиды (кроме учтенных в строке 03)',
  'Имеют договор о целевом обучении',
  'из них (из строки 05): Лица с ограниченными возможностями здоровья (имеющие договор)',
  'из строки 06: инвалиды и дети-инвалиды (имеющие договор о целевом обучении)',
  'из строки 05 инвалиды и дети-инвалиды (кроме учтенных в строке 07)',
];
const ACCEPTED = 'принято';
const REFUSED = 'не принято';
/** Shares stand after their count: 09 after 08, … 24 after 23, 27 after 26, and the same among the expected. */
const SHARE_AFTER: Readonly<Record<string, string>> = Object.fromEntries(
  ['08', '10', '12', '14', '16', '18', '20', '23', '26', '28', '30', '32', '34', '36', '38', '40', '43'].map(
    (it) => [String(Number(it) + 1).padStart(2, '0'), it],
  ),
);

export interface SheetRow {
  programmeCode: string;
  line: number;
  counts: Record<string, number>;
  expected: Record<string, number>;
  faults: readonly ControlFault[];
}

const NUMBERS = Array.from({ length: 50 }, (_, k) => String(k + 1).padStart(2, '0'));
const COUNTS: readonly string[] = [...FACT_COLUMNS, ...EXPECTED_COLUMNS];

/** The table of the form as the federal tools read it: fifty numbered columns, eight lines a speciality. */
export function formTable(college: string, rows: readonly SheetRow[]): WriteTable {
  const cell = (row: SheetRow, column: string): CellValue => {
    const value = row.counts[column] ?? row.expected[column] ?? 0;
    const share = SHARE_AFTER[column];
    if (COUNTS.includes(column)) return value;
    if (share) {
      const whole = row.counts['07'] ?? 0;
      const part = row.counts[share] ?? row.expected[share] ?? 0;
      return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
    }
    const head: Record<string, CellValue> = {
      '01': college,
      '02': 'региональная',
      '03': 'ПОО',
      '04': row.programmeCode,
      '05': row.line,
      '06': LABELS[row.line - 1] ?? '',
    };
    const failed = (control: string) => row.faults.some((it) => it.control === control);
    const controls: Record<string, boolean> = {
      '47': failed('sum'),
      '48': failed('expectedSum'),
      '49': failed('inner'),
      '50': failed('part'),
    };
    if (column in head) return head[column] ?? null;
    return column in controls ? (controls[column] ? REFUSED : ACCEPTED) : null;
  };
  return {
    name: 'Форма',
    columns: NUMBERS.map((title) => ({ title, kind: 'general' as const })),
    rows: rows.map((row) => NUMBERS.map((column) => cell(row, column))),
  };
}
