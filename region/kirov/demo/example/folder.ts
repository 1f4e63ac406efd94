import { writeXlsx } from 'hucre/xlsx';
import type { DemoRegion } from '../types.ts';
import { type TableRow, toCsv } from './cells.ts';
import {
  crosswalkTable,
  enterpriseTable,
  headcountTable,
  needTable,
  occupationTable,
  projectTable,
  staffAgeTable,
  staffingTable,
  vacancyAnswer,
} from './demand-tables.ts';
import { applicantTable, budgetTable, regionSettings, retrainingTable } from './resource-tables.ts';
import {
  collegeTable,
  licenceTable,
  municipalityTable,
  outcomeTable,
  programmeTable,
  studentTable,
} from './supply-tables.ts';

/** Tables of the plan folder by file name without extension. */
export function exampleTables(region: DemoRegion): Record<string, TableRow[]> {
  return {
    municipalities: municipalityTable(),
    colleges: collegeTable(region),
    programmes: programmeTable(region),
    licences: licenceTable(region),
    students: studentTable(region),
    outcomes: outcomeTable(region),
    enterprises: enterpriseTable(region),
    needs: needTable(region),
    projects: projectTable(region),
    occupations: occupationTable(),
    crosswalk: crosswalkTable(region),
    applicants: applicantTable(region),
    budget: budgetTable(region),
    retraining: retrainingTable(region),
    staff_ages: staffAgeTable(region),
    staffing: staffingTable(region),
    population_headcount: headcountTable(region),
  };
}

/** Tables that the example holds as XLSX, to show that both kinds may stand side by side. */
export const XLSX_TABLES = ['budget', 'outcomes'];

/** The text files of the folder by name. */
export function exampleTexts(region: DemoRegion): Map<string, string> {
  const json = (value: object) => `${JSON.stringify(value, null, 1)}\n`;
  const files = new Map([
    ['region.json', json(regionSettings(region))],
    ['vacancies.json', json(vacancyAnswer(region))],
  ]);
  for (const [name, rows] of Object.entries(exampleTables(region))) {
    if (!XLSX_TABLES.includes(name)) files.set(`${name}.csv`, toCsv(rows));
  }
  return files;
}

export async function exampleWorkbooks(region: DemoRegion): Promise<Map<string, Uint8Array>> {
  const tables = exampleTables(region);
  const day = new Date(`${region.asOf}T00:00:00Z`);
  const files = new Map<string, Uint8Array>();
  for (const name of XLSX_TABLES) {
    const rows = tables[name]!;
    const columns = Object.keys(rows[0]!);
    const cells = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))];
    files.set(
      `${name}.xlsx`,
      await writeXlsx({ sheets: [{ name, rows: cells }], properties: { created: day, modified: day } }),
    );
  }
  return files;
}
