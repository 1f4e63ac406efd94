import {
  checkTable,
  proposeMapping,
  repairedTable,
  type TableSchema,
  type Workbook,
} from '../../../platform/sheets/index.ts';
import type { Fate, ImportKind, ImportResult } from '../../needs/index.ts';
import { contingentSchema } from '../import/contingent-schema.ts';
import { curriculumSchema } from '../import/curriculum-schema.ts';
import type { FileReport, RowRemark } from '../import/file-report.ts';
import { importContingent } from '../import/import-contingent.ts';
import { importCurriculum } from '../import/import-curriculum.ts';

const remarksOf = ({ cell, what, also = [] }: RowRemark) => [{ cell, what }, ...also];

/** A register's own report in the common form. Rows of several sheets keep their sheet's name in the address. */
function resultOf(kind: string, rows: { row: number }[], report: FileReport): ImportResult<{ row: number }> {
  const repaired = report.repaired.map(
    (it): Fate => ({ row: it.row, status: 'repaired', repairs: remarksOf(it), fixes: [] }),
  );
  const refused = report.refused.map(
    (it): Fate => ({
      row: it.row,
      status: 'refused',
      reasons: remarksOf(it).map(({ cell, what }) => ({ cell, why: what })),
    }),
  );
  const named = new Set(report.repaired.map((it) => it.row));
  const clean = rows.filter((it) => !named.has(it.row)).slice(0, report.imported);
  const imported = clean.map((it): Fate => ({ row: it.row, status: 'imported' }));
  const totals = Object.entries(report.totals).map(([column, { before, after }]) => [
    column,
    { before, repaired: 0, refused: before - after, after },
  ]);
  return {
    kind,
    rows,
    fates: [...imported, ...repaired, ...refused].sort((a, b) => a.row - b.row),
    totals: Object.fromEntries(totals),
    proposals: report.proposals.map((it) => ({
      kind: 'person',
      text: it.what,
      rows: [it.row],
      facts: { cell: it.cell },
    })),
    notes: [],
  };
}

const largest = (book: Workbook) => [...book.sheets].sort((a, b) => b.rows.length - a.rows.length)[0];

/** Share of the named columns found by equal or very similar titles; each is one of several names. */
function found(book: Workbook, schema: TableSchema, wanted: string[][]): number {
  const sheet = book.document === undefined ? largest(book) : undefined;
  const mapping = sheet && proposeMapping(sheet, schema.fields);
  const names = new Set(mapping?.columns.filter((it) => it.score >= 0.8).map((it) => it.field));
  return wanted.filter((any) => any.some((it) => names.has(it))).length / wanted.length;
}

const repairedBy =
  (schema: TableSchema): NonNullable<ImportKind['repaired']> =>
  (book, say, words) => {
    const sheet = largest(book);
    if (!sheet) return { tables: [], ...words };
    return repairedTable(checkTable(sheet, schema), schema, say, words);
  };

/** A college's list of students. */
export const contingentKind: ImportKind = {
  kind: 'contingent',
  fits: (book) =>
    found(book, contingentSchema, [
      ['fullName', 'surname'],
      ['group', 'birthDate', 'course'],
    ]),
  async run(_book, _lists, { bytes, name }) {
    const { rows, report } = await importContingent(bytes, name);
    return resultOf('contingent', rows, report);
  },
  repaired: repairedBy(contingentSchema),
};

/** A curriculum. */
export const curriculumKind: ImportKind = {
  kind: 'curriculum',
  fits: (book) => found(book, curriculumSchema, [['name'], ['hours'], ['code', 'index', 'kind']]) * 0.9,
  async run(_book, _lists, { bytes, name }) {
    const { rows, report } = await importCurriculum(bytes, name);
    return resultOf('curriculum', rows, report);
  },
  repaired: repairedBy(curriculumSchema),
};
