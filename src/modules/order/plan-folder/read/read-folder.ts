import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet, type Sheet, SheetRefusal } from '../../../../platform/sheets/index.ts';
import { ROW_CHECKS } from './check-rows.ts';
import type { Column } from './column.ts';
import { type Fault, FolderRefused } from './fault.ts';
import { type ReadRow, type ReadTable, readTable } from './read-table.ts';
import { loadReference, type Reference } from './reference.ts';
import { type Region, readRegion } from './region.ts';
import { DEMAND, NEEDED, TABLE_NAMES, TABLES, type TableName, type Tables } from './tables.ts';
import { tableOfCards } from './vacancy-cards.ts';

/** What became of the rows of one file: rows = imported + repaired + refused. */
export interface FileAccount {
  table: TableName;
  file: string;
  encoding: string | null;
  rows: number;
  imported: number;
  repaired: number;
  refused: number;
  repairs: { id: string; cells: number }[];
  unknownColumns: string[];
  missingColumns: string[];
}

export interface Folder {
  region: Region;
  tables: Tables;
  reference: Reference;
  /** Tables the folder does not hold. */
  absent: TableName[];
  /** Settings of `region.json` that were not given. */
  absentSettings: string[];
  files: FileAccount[];
  /** Files that are no table of the format. */
  strangers: string[];
  /** Faults of rows left out; empty unless bad rows are skipped. */
  faults: Fault[];
}

const ENDINGS = ['csv', 'xlsx', 'ods'];
const whole = (file: string, id: string, params: Fault['params'] = {}): Fault => ({
  file,
  row: null,
  column: null,
  id,
  params,
});

/**
 * Reads a folder of docs/formats/plan-folder.md.
 * @throws FolderRefused with every fault found; faults of single rows only unless `skipBadRows`.
 */
export async function readFolder(
  dir: string,
  {
    skipBadRows = false,
    progress = () => {},
  }: { skipBadRows?: boolean; progress?: (file: string) => void } = {},
): Promise<Folder> {
  const names = listFiles(dir);
  const fatal: Fault[] = [];
  const rowFaults: Fault[] = [];
  const head = names.includes('region.json')
    ? readRegion('region.json', readFileSync(join(dir, 'region.json'), 'utf8'))
    : { region: null, faults: [whole('region.json', 'fault.missing')], absent: [] };
  fatal.push(...head.faults);
  const read = new Map<TableName, ReadTable>();
  const files: FileAccount[] = [];
  const reference = loadReference();
  for (const table of TABLE_NAMES) {
    const found = names.filter((it) =>
      it === `${table}.json` ? table === 'vacancies' : isTableFile(it, table),
    );
    if (found.length > 1) fatal.push(whole(found.join(', '), 'fault.twoFiles', { table }));
    const file = found[0];
    if (!file) continue;
    progress(file);
    try {
      const { sheet, encoding } = await openFile(join(dir, file), file);
      const result = readTable(file, sheet, TABLES[table]);
      const broken = result.faults.filter((it) => it.row === 1);
      fatal.push(...broken);
      if (broken.length > 0) continue;
      rowFaults.push(...result.faults);
      read.set(table, result);
      files.push({ ...account(table, result), encoding });
    } catch (error) {
      if (!(error instanceof SheetRefusal)) throw error;
      fatal.push(whole(file, error.key, error.params as Fault['params']));
    }
  }
  const absent = TABLE_NAMES.filter((it) => !read.has(it));
  const unread = new Set(fatal.map((it) => it.file));
  for (const table of NEEDED)
    if (absent.includes(table) && ![...unread].some((it) => isTableFile(it, table)))
      fatal.push(whole(`${table}.csv`, 'fault.missing'));
  if (DEMAND.every((it) => absent.includes(it)) && fatal.length === 0)
    fatal.push(whole(DEMAND.map((it) => `${it}.csv`).join(', '), 'fault.noDemand'));
  if (head.region) rowFaults.push(...checkTogether(read, head.region, reference, skipBadRows));
  const all = [...fatal, ...rowFaults];
  if (!head.region || fatal.length > 0 || (rowFaults.length > 0 && !skipBadRows))
    throw new FolderRefused(all);
  for (const file of files) Object.assign(file, counts(read.get(file.table) as ReadTable));
  for (const table of NEEDED)
    if (!read.get(table)?.rows.some((row) => !row.refused))
      throw new FolderRefused([whole(fileOf(read, table), 'fault.noRows'), ...all]);
  return {
    region: head.region,
    tables: typed(read),
    reference,
    absent,
    absentSettings: head.absent,
    files,
    strangers: names.filter(
      (it) => it !== 'region.json' && !TABLE_NAMES.some((t) => isTableFile(it, t) || it === 'vacancies.json'),
    ),
    faults: rowFaults,
  };
}

function listFiles(dir: string): string[] {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => it.name)
      .sort();
  } catch (error) {
    throw new FolderRefused([
      whole(dir, 'fault.noFolder', { code: (error as NodeJS.ErrnoException).code ?? '' }),
    ]);
  }
}

const isTableFile = (file: string, table: string) => ENDINGS.some((ending) => file === `${table}.${ending}`);
const fileOf = (read: Map<TableName, ReadTable>, table: TableName) => read.get(table)?.file ?? `${table}.csv`;

async function openFile(path: string, file: string): Promise<{ sheet: Sheet; encoding: string | null }> {
  const book = await readSheet(path, { name: file });
  const cards = book.format === 'json' ? tableOfCards(book.document) : null;
  const sheet = book.format === 'json' ? cards : book.sheets[0];
  if (!sheet) throw new SheetRefusal('sheets:refused.noHeader');
  return { sheet, encoding: book.encoding };
}

function counts(table: ReadTable) {
  const refused = table.rows.filter((it) => it.refused).length;
  const repaired = table.rows.filter((it) => !it.refused && it.repaired).length;
  return { rows: table.rows.length, refused, repaired, imported: table.rows.length - refused - repaired };
}

function account(table: TableName, read: ReadTable): Omit<FileAccount, 'encoding'> {
  const { file, repairs, unknownColumns, missingColumns } = read;
  return {
    table,
    file,
    ...counts(read),
    repairs: [...repairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, cells]) => ({ id, cells })),
    unknownColumns,
    missingColumns,
  };
}

/** Links between tables and what only whole rows show. In the order of the tables, so that a link to a refused row refuses too. */
function checkTogether(
  read: Map<TableName, ReadTable>,
  region: Region,
  reference: Reference,
  skipBadRows: boolean,
): Fault[] {
  const faults: Fault[] = [];
  const keys = new Map<string, Set<unknown>>();
  for (const name of TABLE_NAMES) {
    const table = read.get(name);
    if (!table) continue;
    const columns: Record<string, Column<unknown>> = TABLES[name];
    const say = (row: ReadRow, column: string, id: string, params: Fault['params'] = {}) => {
      row.refused = true;
      faults.push({ file: table.file, row: row.line, column, id, params });
    };
    const sound = table.rows.filter((it) => !it.refused);
    for (const row of sound)
      for (const [column, { link }] of Object.entries(columns)) {
        const value = row.values[column];
        const known = link ? keys.get(link) : undefined;
        if (known && value !== null && !known.has(value))
          say(row, column, 'fault.link', { value: String(value), file: fileOf(read, link as TableName) });
      }
    ROW_CHECKS[name]?.(
      sound.filter((it) => !it.refused),
      say,
      { region, forms: reference.forms, projects: (keys.get('projects') ?? new Set()) as Set<string> },
    );
    // Rows to be mended still name their ids: without skipping, one mistake is told once, not at every link to it.
    const named = skipBadRows ? table.rows.filter((it) => !it.refused) : table.rows;
    const [first = ''] = Object.keys(columns);
    keys.set(name, new Set(named.map((it) => it.values[first])));
  }
  return faults;
}

function typed(read: Map<TableName, ReadTable>): Tables {
  return Object.fromEntries(
    TABLE_NAMES.map((name) => [
      name,
      (read.get(name)?.rows ?? []).filter((it) => !it.refused).map((it) => ({ ...it.values, line: it.line })),
    ]),
  ) as unknown as Tables;
}
