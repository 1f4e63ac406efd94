import type { CellValue } from './types.ts';

export interface JsonTable {
  name: string;
  header: string[];
  rows: CellValue[][];
}

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first longest list of objects (or lists) in the document, breadth first: `[…]`, `{items:[…]}`, `{results:{vacancies:[…]}}`. */
function findList(document: unknown): { path: string; list: unknown[] } | null {
  let level: { path: string; value: unknown }[] = [{ path: '', value: document }];
  for (let depth = 0; depth < 5 && level.length > 0; depth++) {
    const lists = level.filter((it) => Array.isArray(it.value)) as { path: string; value: unknown[] }[];
    const best = lists.sort((x, y) => y.value.length - x.value.length)[0];
    if (best) return { path: best.path, list: best.value };
    level = level.flatMap(({ path, value }) =>
      isPlain(value)
        ? Object.entries(value).map(([key, inner]) => ({ path: path ? `${path}.${key}` : key, value: inner }))
        : [],
    );
  }
  return isPlain(document) ? { path: '', list: [document] } : null;
}

/** A list keeps its JSON text in one cell; objects open into columns `outer.inner`. */
function flatten(value: unknown, path: string, into: Map<string, CellValue>): void {
  if (isPlain(value)) {
    for (const [key, inner] of Object.entries(value)) flatten(inner, path ? `${path}.${key}` : key, into);
  } else if (Array.isArray(value)) into.set(path, JSON.stringify(value));
  else if (value === null || value === undefined) into.set(path, null);
  else into.set(path, value as string | number | boolean);
}

/** Lays a parsed JSON document out as a table; null when it holds no list and no object. */
export function tableOfJson(document: unknown): JsonTable | null {
  const found = findList(document);
  if (!found) return null;
  if (found.list.every(Array.isArray) && found.list.length > 0) {
    const grid = (found.list as unknown[][]).map((row) =>
      row.map((it) =>
        typeof it === 'object' && it !== null ? JSON.stringify(it) : ((it ?? null) as CellValue),
      ),
    );
    const [header = [], ...rows] = grid;
    return { name: found.path, header: header.map((it) => String(it ?? '')), rows };
  }
  const columns = new Map<string, number>();
  const records = found.list.map((item) => {
    const record = new Map<string, CellValue>();
    flatten(item, isPlain(item) ? '' : 'value', record);
    for (const key of record.keys()) if (!columns.has(key)) columns.set(key, columns.size);
    return record;
  });
  const header = [...columns.keys()];
  return { name: found.path, header, rows: records.map((it) => header.map((key) => it.get(key) ?? null)) };
}
