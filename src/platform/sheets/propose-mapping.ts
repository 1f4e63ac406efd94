import { columnLetters } from './cell.ts';
import { findHeader, type Header } from './find-header.ts';
import { likeness, type PreparedTitle, prepareTitle, titleKey } from './similarity.ts';
import type { Sheet } from './workbook.ts';

/** A field that an import wants, with the titles under which people keep it. */
export interface MappedField {
  id: string;
  /** The first title is the field's own; the others are synonyms. */
  titles: string[];
  required?: boolean;
}

export interface MappedColumn {
  column: number;
  letters: string;
  /** Titles from the outer group inwards, joined by « / ». */
  title: string;
  field: string | null;
  /** 0…1; 1 for an equal title. */
  score: number;
  how: 'exact' | 'similar' | 'chosen' | 'none';
}

export interface Mapping {
  header: Header;
  columns: MappedColumn[];
  /** Columns with a title and no field. */
  unmapped: MappedColumn[];
  /** Required fields without a column. */
  missing: string[];
}

/** Below this a likeness is chance. */
const LEAST = 0.55;

interface PreparedField {
  id: string;
  titles: PreparedTitle[];
}

/** Longer texts are sentences of data, never titles; they would only cost time. */
const LONGEST_TITLE = 300;

function bestTitle(whole: PreparedTitle, last: PreparedTitle | null, field: PreparedField): number {
  let best = 0;
  for (const title of field.titles) {
    best = Math.max(best, likeness(whole, title));
    // The inner title alone is weaker: «2026» stands under «план» and under «факт».
    if (last) best = Math.max(best, likeness(last, title) * 0.9);
    if (best === 1) break;
  }
  return best;
}

interface Pair {
  column: number;
  field: string;
  score: number;
}

/** Best pairs first, each column and each field once; ties by column, then by order of fields. */
function assign(paths: string[][], fields: PreparedField[]): Pair[] {
  const pairs: Pair[] = [];
  paths.forEach((path, column) => {
    if (path.length === 0 || path.join(' ').length > LONGEST_TITLE) return;
    const whole = prepareTitle(path.join(' '));
    const last = path.length > 1 ? prepareTitle(path.at(-1) ?? '') : null;
    for (const field of fields) {
      const score = bestTitle(whole, last, field);
      if (score >= LEAST) pairs.push({ column, field: field.id, score });
    }
  });
  pairs.sort((a, b) => b.score - a.score || a.column - b.column);
  const columns = new Set<number>();
  const used = new Set<string>();
  return pairs.filter((pair) => {
    if (columns.has(pair.column) || used.has(pair.field)) return false;
    columns.add(pair.column);
    used.add(pair.field);
    return true;
  });
}

function mappingOf(header: Header, fields: MappedField[], pairs: Pair[]): Mapping {
  const byColumn = new Map(pairs.map((it) => [it.column, it]));
  const columns = header.paths.map((path, column): MappedColumn => {
    const pair = byColumn.get(column);
    const score = pair?.score ?? 0;
    return {
      column,
      letters: columnLetters(column),
      title: path.join(' / '),
      field: pair?.field ?? null,
      score,
      how: pair ? (score === 1 ? 'exact' : 'similar') : 'none',
    };
  });
  const found = new Set(pairs.map((it) => it.field));
  return {
    header,
    columns,
    unmapped: columns.filter((it) => it.field === null && it.title !== ''),
    missing: fields.filter((it) => it.required && !found.has(it.id)).map((it) => it.id),
  };
}

/**
 * Finds the header row and proposes a column for each field by equal or similar titles. `choose` fixes columns by hand
 * (column from 0 → field id, null = leave out). Null for an empty sheet.
 */
export function proposeMapping(
  sheet: Sheet,
  fields: MappedField[],
  choose: ReadonlyMap<number, string | null> = new Map(),
): Mapping | null {
  const prepared = fields.map((it) => ({ id: it.id, titles: it.titles.map(prepareTitle) }));
  const header = findHeader(sheet, (paths) =>
    assign(paths, prepared).reduce((sum, it) => sum + it.score ** 2, 0),
  );
  if (!header) return null;
  const taken = new Set([...choose.values()]);
  const open = header.paths.map((path, column) => (choose.has(column) ? [] : path));
  const pairs = assign(
    open,
    prepared.filter((it) => !taken.has(it.id)),
  );
  const mapping = mappingOf(header, fields, [
    ...pairs,
    ...[...choose].flatMap(([column, field]) => (field === null ? [] : [{ column, field, score: 1 }])),
  ]);
  for (const it of mapping.columns) if (choose.has(it.column) && it.field !== null) it.how = 'chosen';
  return mapping;
}

/** Signature of a header, to recognise the same form next year and reuse its mapping. */
export function headerKey(header: Header): string {
  return header.paths.map((path) => titleKey(path.join(' '))).join('|');
}
