import type { Folder } from '../read/read-folder.ts';
import type { Row, TableName } from '../read/tables.ts';
import type { Params } from '../words.ts';

/** Something taken for granted where the folder is silent, with how many rows it touched. */
export interface Assumption {
  id: string;
  params: Params;
  /** Rows, cells or cards concerned; null where it is a rule of the whole calculation. */
  count: number | null;
}

/** Collects assumptions in the order in which they are met. */
export class Assumptions {
  readonly list: Assumption[] = [];

  add(id: string, params: Params = {}, count: number | null = null): void {
    if (count !== 0) this.list.push({ id, params, count });
  }
}

/** Empty cells of these columns are filled by a rule; the message `assume.empty.<table>.<column>` says by which. */
const FILLED: { [N in TableName]?: (keyof Row<N> & string)[] } = {
  occupations: ['graduate_share', 'priority'],
  programmes: ['cost', 'retention', 'availability', 'in_field', 'army'],
  licences: ['last_seats', 'new'],
  enterprises: ['okved', 'size_class', 'headcount'],
  projects: ['confidence'],
  needs: ['confidence'],
  vacancies: ['work_places'],
  applicants: ['grade9', 'grade11', 'share9', 'share11'],
  budget: ['committed'],
  retraining: ['price', 'success', 'centre_groups'],
  staff_ages: ['age_to'],
};

/** `table.column` of every column whose empty cells are filled by a rule. */
export const filledColumns = (): string[] =>
  Object.entries(FILLED).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));

/** Missing files and settings and empty cells, with the number of rows each touches. */
export function foldersGaps(folder: Folder, out: Assumptions): void {
  for (const table of folder.absent) out.add(`assume.absent.${table}`);
  for (const name of folder.absentSettings) out.add('assume.setting', { name });
  for (const [table, columns] of Object.entries(FILLED) as [TableName, string[]][]) {
    const rows = folder.tables[table] as unknown as Record<string, unknown>[];
    for (const column of columns) {
      const empty = rows.filter((row) => row[column] === null).length;
      out.add(
        `assume.empty.${table}.${column}`,
        { file: table, column, count: empty, rows: rows.length },
        empty,
      );
    }
  }
  for (const { file, unknownColumns } of folder.files)
    if (unknownColumns.length > 0)
      out.add('assume.unknownColumns', { file, columns: unknownColumns.join(', ') });
  for (const file of folder.strangers) out.add('assume.stranger', { file });
}
