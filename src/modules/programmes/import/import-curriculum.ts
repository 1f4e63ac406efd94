import type { CheckedRow, Message, Sheet } from '../../../platform/sheets/index.ts';
import { curriculumNeeds, curriculumSchema } from './curriculum-schema.ts';
import {
  collectRows,
  type FileReport,
  type Placed,
  type Reading,
  refuseRow,
  repairRow,
} from './file-report.ts';
import type { ReadFile } from './import-contingent.ts';
import { competencesOf, moduleKind, type RowKind } from './module-kind.ts';
import { type Choice, readTables } from './read-tables.ts';
import { baseOf, formOf, monthsOf } from './words.ts';

export interface CurriculumRow extends Placed {
  code: string;
  name: string;
  /** `sum`: a line over others, checked against them and not stored. */
  kind: RowKind;
  academicHours: number;
  practiceHours: number;
  competences: string[];
}

/** What stands above the table: the programme the plan is for. */
export interface CurriculumHead {
  code: string | null;
  name: string | null;
  base: 9 | 11 | null;
  form: 'full-time' | 'part-time' | 'distance' | null;
  months: number | null;
}

/**
 * Reads a curriculum: modules with academic hours, the practice in them, and competences. Lines of sums («ПМ.01» over
 * its МДК and practices, «ОП.00», «Итого») are checked against their parts and never counted twice.
 */
export async function importCurriculum(
  bytes: Uint8Array,
  name: string,
  choice: Choice = new Map(),
): Promise<ReadFile<CurriculumRow> & { head: CurriculumHead }> {
  const { tables, columns, missing } = await readTables(
    bytes,
    name,
    curriculumSchema,
    curriculumNeeds,
    choice,
  );
  const [first] = tables;
  // one plan a file: further sheets hold the calendar and notes
  const parts = first ? [{ check: first.check, prefix: first.prefix, read: readRow }] : [];
  const { rows, report } = collectRows<CurriculumRow>(parts);
  const kept = withoutTwins(markSums(rows), report);
  checkSums(kept, report);
  const head = first ? headOf(first.sheet, first.check.mapping.header.dataRow) : headOf(null, 0);
  return { rows: kept, report, columns, missing, head };
}

function readRow({ values }: CheckedRow): Reading<CurriculumRow> {
  const remarks: Reading<CurriculumRow>['remarks'] = [];
  const say = (field: string, level: 'repair' | 'error', id: string, params?: Message['params']) =>
    remarks.push({ field, level, what: { id: `programmes:import.${id}`, params } });
  const name = typeof values.name === 'string' ? values.name : '';
  const code = typeof values.code === 'string' ? values.code : '';
  if (name === '' && code === '') say('name', 'error', 'noModuleName');
  const kind = moduleKind(code, name);
  const whole = (field: 'hours' | 'practice') => {
    const value = typeof values[field] === 'number' ? values[field] : 0;
    if (!Number.isInteger(value)) say(field, 'error', 'hoursNotWhole', { value });
    return Math.round(value);
  };
  const academicHours = whole('hours');
  let practiceHours = whole('practice');
  if (practiceHours > academicHours)
    say('practice', 'error', 'practiceOverHours', { practice: practiceHours, hours: academicHours });
  const isPractice = kind.endsWith('practice');
  if (isPractice) practiceHours = 0;
  if (kind !== 'sum' && typeof values.hours !== 'number') say('hours', 'error', 'noHours');
  const competences = competencesOf(typeof values.competences === 'string' ? values.competences : null);
  const value = {
    row: 0,
    cell: '',
    code: code || name.slice(0, 40),
    name: name || code,
    kind,
    academicHours,
    practiceHours,
    competences,
  };
  return { value: remarks.some(({ level }) => level === 'error') ? null : value, remarks };
}

const numberOf = (code: string) => /\d+/.exec(code)?.[0];

/** «ПМ.01» is a sum when lines of its own number (МДК.01.01, УП.01, ПП.01) follow. */
function markSums(rows: CurriculumRow[]): CurriculumRow[] {
  return rows.map((row, i) => {
    if (!/^ПМ\.?\s*\d+$/iu.test(row.code)) return row;
    const next = rows[i + 1];
    const covers = next && /^(МДК|УП|ПП)/iu.test(next.code) && numberOf(next.code) === numberOf(row.code);
    return covers ? { ...row, kind: 'sum' as const } : row;
  });
}

function withoutTwins(rows: CurriculumRow[], report: FileReport): CurriculumRow[] {
  const seen = new Map<string, CurriculumRow>();
  return rows.filter((row) => {
    if (row.kind === 'sum') return true;
    const first = seen.get(row.code);
    if (first)
      refuseRow(report, row, {
        id: 'programmes:import.moduleTwice',
        params: { code: row.code, cell: first.cell },
      });
    else seen.set(row.code, row);
    return !first;
  });
}

/** A sum that differs from its parts is named; the parts hold. */
function checkSums(rows: CurriculumRow[], report: FileReport): void {
  for (const [i, row] of rows.entries()) {
    if (row.kind !== 'sum' || row.academicHours === 0) continue;
    const parts = partsOf(rows, i, row).reduce((total, part) => total + part.academicHours, 0);
    if (parts === row.academicHours || parts === 0) continue;
    repairRow(report, row, {
      id: 'programmes:import.sumDiffers',
      params: { stated: row.academicHours, parts },
    });
  }
}

/** The lines a sum stands over: all of the plan, those of the module's number, or those of one cycle. */
function partsOf(rows: CurriculumRow[], at: number, sum: CurriculumRow): CurriculumRow[] {
  const taught = rows.filter(({ kind }) => kind !== 'sum');
  if (/^(итого|всего)/iu.test(sum.name)) return taught;
  const after = rows.slice(at + 1);
  const ends = (row: CurriculumRow) =>
    isModuleSum(sum)
      ? numberOf(row.code) !== numberOf(sum.code)
      : isCycle(row) || cycleOf(row) !== cycleOf(after[0] ?? row);
  const end = after.findIndex(ends);
  return after.slice(0, end < 0 ? undefined : end).filter(({ kind }) => kind !== 'sum');
}

const isModuleSum = ({ code }: CurriculumRow) => /^ПМ\.?\s*0*[1-9]/iu.test(code);
const isCycle = (row: CurriculumRow) => row.kind === 'sum' && !isModuleSum(row);
/** Practices belong to the professional cycle, and so does the line of a module. */
const cycleOf = (row: CurriculumRow) =>
  isModuleSum(row) || row.kind.endsWith('practice') ? 'professional' : row.kind;

function headOf(sheet: Sheet | null, dataRow: number): CurriculumHead {
  const cells = sheet?.rows.slice(0, dataRow).flatMap((row) => row.map((cell) => cell.raw.trim())) ?? [];
  const lines = cells.filter((text) => text !== '');
  const coded = lines
    .map((text) => /(\d{2}\.\d{2}\.\d{2})\s*[«"]?([^»"]*)/u.exec(text))
    .find((found) => found !== null);
  const any = <T>(of: (text: string) => T | null, about: RegExp): T | null =>
    lines
      .filter((text) => about.test(text))
      .map(of)
      .find((value) => value !== null) ?? null;
  return {
    code: coded?.[1] ?? null,
    name: coded?.[2]?.trim() || null,
    base: any(baseOf, /баз|образован/iu),
    form: any(formOf, /очн/iu),
    months: any(monthsOf, /срок|мес|год/iu),
  };
}
