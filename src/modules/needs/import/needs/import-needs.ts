// cyrillic: words of the files by which a total row is known, never shown
import { SheetRefusal, type Workbook } from '../../../../platform/sheets/index.ts';
import { nameIndex } from '../find-by-name.ts';
import type { ImportLists, KnownEnterprise } from '../lists.ts';
import { type ImportResult, type Proposal, RowLedger, receivedNumber, totalsOf } from '../report.ts';
import { findNeedColumns, type NeedColumns } from './find-columns.ts';
import {
  type FoundOccupation,
  findOccupation,
  type OccupationIndex,
  okpdtrIndex,
} from './find-occupation.ts';
import { type EnterpriseIndex, findEnterprise, findPlace } from './find-place.ts';
import type { NeedRow } from './need-row.ts';
import { RowReader } from './read-cells.ts';

export interface NeedOptions {
  /** The enterprise that uploads its own table: rows without an enterprise are its, rows of others are refused. */
  own?: KnownEnterprise | null;
  /** Columns chosen by hand: column from 0 → field, null = leave out. */
  choose?: ReadonlyMap<number, string | null>;
}

const text = (id: string, params: Record<string, string | number> = {}) => ({
  id: `needs:import.${id}`,
  params,
});

interface Indexes {
  occupations: OccupationIndex;
  places: ReturnType<typeof nameIndex<ImportLists['places'][number]>>;
  enterprises: EnterpriseIndex | null;
}

function indexesOf(lists: ImportLists): Indexes {
  const { enterprises } = lists;
  return {
    occupations: {
      names: nameIndex(
        lists.occupations,
        (it) => it.code,
        (it) => [it.name],
      ),
      okpdtr: okpdtrIndex(lists.occupations),
    },
    places: nameIndex(
      lists.places,
      (it) => it.code,
      (it) => [it.name, ...it.aliases],
    ),
    enterprises: enterprises && {
      names: nameIndex(
        enterprises,
        (it) => it.code,
        (it) => [it.name],
      ),
      inn: new Map(enterprises.flatMap((it) => (it.inn ? [[it.inn, it] as const] : []))),
    },
  };
}

type Base = Omit<NeedRow, 'year' | 'kind' | 'count'>;

function inHorizon(year: number, at: string | null, reader: RowReader, lists: ImportLists): boolean {
  const { from, to } = lists.horizon;
  if (year >= from && year <= to) return true;
  reader.ledger.refuse(at, text('refused.year', { year, from, to }));
  return false;
}

/** One line per row. */
function longRow(base: Base, reader: RowReader, lists: ImportLists): NeedRow[] {
  const year = reader.year();
  const kind = reader.kind();
  const cell = reader.cell('count');
  const count = reader.people(cell, false);
  reader.ledger.count('count', receivedNumber(cell), count ?? 0);
  if (year !== null) inHorizon(year, reader.at('year'), reader, lists);
  return year === null || kind === null || count === null ? [] : [{ ...base, year, kind, count }];
}

/** A column per year: every filled cell is a line. */
function wideRow(
  base: Base,
  reader: RowReader,
  columns: NeedColumns,
  cells: NeedRowCells,
  lists: ImportLists,
): NeedRow[] {
  const rowKind = columns.years.every((it) => it.kind !== null) ? null : reader.kind();
  let received = 0;
  const rows = columns.years.flatMap(({ column, year, kind }) => {
    const cell = cells[column];
    received += receivedNumber(cell);
    const count = reader.people(cell, true);
    if (!count) return [];
    inHorizon(year, cell?.address ?? null, reader, lists);
    const of = kind ?? rowKind;
    return of === null ? [] : [{ ...base, year, kind: of, count }];
  });
  reader.ledger.count(
    'count',
    received,
    rows.reduce((sum, it) => sum + it.count, 0),
  );
  if (rows.length === 0 && !reader.ledger.refused) reader.ledger.refuse(null, text('refused.noPeople'));
  return rows;
}

type NeedRowCells = Workbook['sheets'][number]['rows'][number];

const keyOf = (it: NeedRow) =>
  [it.enterprise, it.occupation, it.year, it.kind, it.municipality, it.project].join('|');

/** A second answer for the same line: the first stays, the second is refused, whatever its number. */
function refuseSecond(
  rows: NeedRow[],
  seen: Map<string, NeedRow>,
  ledger: RowLedger,
  at: string | null,
): void {
  for (const row of rows) {
    const before = seen.get(keyOf(row));
    if (!before) continue;
    const params = { row: before.row, count: before.count, second: row.count };
    ledger.refuse(at, text(before.count === row.count ? 'refused.repeat' : 'refused.secondAnswer', params));
  }
  if (!ledger.refused) for (const row of rows) seen.set(keyOf(row), row);
}

function unknownOccupations(rows: NeedRow[]): Proposal[] {
  const unknown = new Map<string, { rows: number[]; people: number; name: string | null }>();
  for (const it of rows) {
    if (it.occupationKnown) continue;
    const found = unknown.get(it.occupation) ?? { rows: [], people: 0, name: it.occupationName };
    found.rows.push(it.row);
    found.people += it.count;
    unknown.set(it.occupation, found);
  }
  return [...unknown].map(([code, it]) => ({
    kind: 'unknown-code',
    text: text('proposal.unknownOccupation', { code, people: it.people }),
    rows: [...new Set(it.rows)],
    facts: { code, name: it.name, people: it.people },
  }));
}

const isTotal = (cells: NeedRowCells) =>
  /^\s*(итого|всего)(?!\p{L})/iu.test(cells.find((it) => it.raw.trim() !== '')?.raw ?? '');

/**
 * Need lines from a table: one line per row, or a column per year. Pure. Every filled row under the header ends in
 * exactly one of imported, repaired, refused. Throws `SheetRefusal` when the table has no columns of needs.
 */
export function importNeeds(
  book: Workbook,
  lists: ImportLists,
  options: NeedOptions = {},
): ImportResult<NeedRow> {
  const sheet = book.sheets.find((it) => !it.hidden && it.rows.length > 1) ?? book.sheets[0];
  if (!sheet) throw new SheetRefusal('sheets:refused.noTable');
  const columns = findNeedColumns(sheet, options.choose);
  const indexes = indexesOf(lists);
  const ledgers: RowLedger[] = [];
  const all: NeedRow[] = [];
  const seen = new Map<string, NeedRow>();
  for (let at = columns.mapping.header.dataRow; at < sheet.rows.length; at++) {
    const cells = sheet.rows[at] ?? [];
    if (cells.every((it) => it.raw.trim() === '')) continue;
    const ledger = new RowLedger(at + 1);
    ledgers.push(ledger);
    if (isTotal(cells)) {
      ledger.refuse(cells.find((it) => it.raw.trim() !== '')?.address ?? null, text('refused.total'));
      continue;
    }
    const reader = new RowReader(ledger, cells, columns.fields);
    const occupation: FoundOccupation | null = findOccupation(reader, indexes.occupations);
    const enterprise = findEnterprise(reader, indexes.enterprises, options.own ?? null);
    const base: Base = {
      row: at + 1,
      id: reader.text('id'),
      enterprise: enterprise?.key ?? null,
      enterpriseName: enterprise?.name ?? null,
      municipality: findPlace(reader, indexes.places, lists, enterprise),
      occupation: occupation?.code ?? '',
      occupationName: occupation?.name ?? null,
      occupationKnown: occupation?.known ?? false,
      confidence: reader.confidence(),
      reason: reader.text('reason'),
      project: reader.text('project'),
      spoCode: reader.code('spoCode'),
    };
    const rows =
      columns.years.length > 0 ? wideRow(base, reader, columns, cells, lists) : longRow(base, reader, lists);
    refuseSecond(rows, seen, ledger, reader.at('count'));
    if (!ledger.refused) all.push(...rows);
  }
  return {
    kind: 'needs',
    rows: all,
    fates: ledgers.map((it) => it.fate),
    totals: totalsOf(ledgers, ['count']),
    proposals: unknownOccupations(all),
    notes: [],
  };
}
