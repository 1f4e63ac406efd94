import { sortKey } from '../../../platform/i18n/sort-key.ts';
import type { CheckedRow, MappedColumn, Message } from '../../../platform/sheets/index.ts';
import { contingentNeeds, contingentSchema } from './contingent-schema.ts';
import { collectRows, type FileReport, type Placed, type Reading, refuseRow } from './file-report.ts';
import { type Choice, readTables } from './read-tables.ts';
import { spoCodeOf } from './spo-code.ts';
import { baseOf, formOf, fundingOf, groupKey, sexOf, statusOf } from './words.ts';

export interface ContingentRow extends Placed {
  surname: string;
  givenName: string;
  patronymic: string | null;
  birthDate: string | null;
  sex: 'f' | 'm' | null;
  group: string;
  course: number | null;
  /** As in the file: a code of no list is kept. */
  code: string | null;
  base: 9 | 11 | null;
  form: 'full-time' | 'part-time' | 'distance' | null;
  funding: 'quota' | 'target' | 'paid' | null;
  orderNumber: string | null;
  enrolledOn: string | null;
  status: 'studying' | 'leave';
  externalKey: string | null;
}

export interface ReadFile<T> {
  rows: T[];
  report: FileReport;
  columns: MappedColumn[];
  missing: string[];
}

/**
 * Reads a list of students (xlsx, ods, csv in UTF-8 or Windows-1251) into typed rows with a report in which every row
 * stands once. Pure: knows no register. Throws `SheetRefusal` for a file that is no table.
 */
export async function importContingent(
  bytes: Uint8Array,
  name: string,
  choice: Choice = new Map(),
): Promise<ReadFile<ContingentRow>> {
  const { tables, columns, missing } = await readTables(
    bytes,
    name,
    contingentSchema,
    contingentNeeds,
    choice,
  );
  const read = collectRows(
    tables.map(({ check, sheet, prefix }) => {
      const hasGroup = check.mapping.columns.some(({ field }) => field === 'group');
      const bySheet = !hasGroup && /\d/.test(sheet.name) ? sheet.name.trim() : null;
      return { check, prefix, read: (row) => readRow(row, bySheet) };
    }),
  );
  noteTwins(read.rows, read.report);
  return {
    rows: read.rows.filter((row) => !isRefused(read.report, row)),
    report: read.report,
    columns,
    missing,
  };
}

const isRefused = (report: FileReport, row: Placed) =>
  report.refused.some((one) => one.row === row.row && one.cell === row.cell);

function readRow({ values }: CheckedRow, groupOfSheet: string | null): Reading<ContingentRow> {
  const remarks: Reading<ContingentRow>['remarks'] = [];
  const text = (field: string) => (typeof values[field] === 'string' ? (values[field] as string) : null);
  const fault = (field: string, id: string, params?: Message['params']) =>
    remarks.push({ field, level: 'error', what: { id: `programmes:import.${id}`, params } });
  const word = <T>(field: string, of: (text: string) => T | null): T | null => {
    const value = text(field);
    if (value === null) return null;
    const known = of(value);
    if (known === null)
      remarks.push({
        field,
        level: 'repair',
        what: { id: `programmes:import.unclear.${field}`, params: { value } },
      });
    return known;
  };
  const name = nameOf(text('fullName'), text('surname'), text('givenName'), text('patronymic'));
  if (!name)
    fault(text('fullName') === null ? 'surname' : 'fullName', 'noName', { value: text('fullName') ?? '' });
  const group = text('group') ?? groupOfSheet;
  if (!group) fault('group', 'noGroup');
  const status = text('status') === null ? 'studying' : (word('status', statusOf) ?? 'studying');
  if (status === 'gone') fault('status', 'gone', { value: text('status') ?? '' });
  if (!name || !group || status === 'gone') return { value: null, remarks };
  const { code, repair } = spoCodeOf(text('code'));
  if (repair) remarks.push({ field: 'code', level: 'repair', what: repair });
  const course = typeof values.course === 'number' ? values.course : null;
  return {
    remarks,
    value: {
      row: 0,
      cell: '',
      ...name,
      birthDate: text('birthDate'),
      sex: word('sex', sexOf),
      group,
      course,
      code,
      base: word('base', baseOf),
      form: word('form', formOf),
      funding: word('funding', fundingOf),
      orderNumber: text('orderNumber'),
      enrolledOn: text('enrolledOn'),
      status,
      externalKey: text('externalKey'),
    },
  };
}

function nameOf(
  full: string | null,
  surname: string | null,
  givenName: string | null,
  patronymic: string | null,
) {
  if (surname && givenName) return { surname, givenName, patronymic };
  const [first, second, ...rest] = (full ?? '').split(' ').filter(Boolean);
  // an initial is no name: «Иванов И. И.» cannot be told from other Ivanovs
  if (!first || !second || second.includes('.') || /\d/.test(full ?? '')) return null;
  return { surname: first, givenName: second, patronymic: rest.join(' ') || null };
}

/** One person twice in one group is refused; in two groups, proposed to be looked at. */
function noteTwins(rows: ContingentRow[], report: FileReport): void {
  const seen = new Map<string, ContingentRow>();
  for (const row of rows) {
    const key = sortKey([row.surname, row.givenName, row.patronymic, row.birthDate].join('|'));
    const first = seen.get(key);
    if (!first) {
      seen.set(key, row);
      continue;
    }
    const params = { cell: first.cell, group: first.group };
    if (groupKey(first.group) === groupKey(row.group))
      refuseRow(report, row, { id: 'programmes:import.twice', params });
    else
      report.proposals.push({
        row: row.row,
        cell: row.cell,
        personId: null,
        what: { id: 'programmes:import.inTwoGroups', params },
      });
  }
}
