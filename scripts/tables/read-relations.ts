import { sql } from 'kysely';
import type { Tx } from '../../src/platform/database/index.ts';
import { sureColumns } from './view-nulls.ts';

export interface Column {
  name: string;
  /** Postgres type, base type of a domain; arrays end in []. */
  type: string;
  nullable: boolean;
  /** `default`: may be left out on insert; `always`: the database writes it itself. */
  filled: 'no' | 'default' | 'always';
  /** Words of a check list or an enum. */
  words: string[] | null;
}

export interface Relation {
  /** `schema.name` */
  name: string;
  view: boolean;
  columns: Column[];
}

const OURS = sql`n.nspname not like 'pg\_%' and n.nspname not in ('information_schema', 'public', 'pgboss')
  and not (n.nspname = 'platform' and c.relname = 'migration')`;

/** Names of the house's tables and views, `schema.name`. */
export async function relationNames(db: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and ${OURS} order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

interface Row {
  relation: string;
  view: boolean;
  definition: string | null;
  name: string;
  type: string;
  nullable: boolean;
  filled: Column['filled'];
  words: string[] | null;
}

/** All tables and views with their columns, as the catalogue of Postgres has them. */
export async function readRelations(db: Tx): Promise<Relation[]> {
  const { rows } = await sql<Row>`
    select n.nspname || '.' || c.relname as relation, c.relkind in ('v', 'm') as view,
      case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid, true) end as definition,
      a.attname as name,
      case when t.typtype = 'd' then format_type(t.typbasetype, null) else format_type(t.oid, null) end as type,
      not (a.attnotnull or t.typnotnull) as nullable,
      case when a.attidentity = 'a' or a.attgenerated <> '' then 'always'
        when a.atthasdef or a.attidentity = 'd' then 'default' else 'no' end as filled,
      (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as words
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and ${OURS}
    order by 1, a.attnum`.execute(db);
  const lists = await checkLists(db);
  const found = new Map<string, Relation>();
  const definitions = new Map<string, string>();
  for (const { relation, view, definition, ...column } of rows) {
    const known = found.get(relation) ?? { name: relation, view, columns: [] };
    known.columns.push({ ...column, words: column.words ?? lists.get(`${relation}.${column.name}`) ?? null });
    found.set(relation, known);
    if (definition) definitions.set(relation, definition);
  }
  for (const [name, definition] of definitions) narrowView(found, name, definition);
  return [...found.values()];
}

/** Postgres calls every column of a view nullable; those that plainly copy a not-null column are not. */
function narrowView(found: Map<string, Relation>, name: string, definition: string): void {
  const view = found.get(name);
  const sure = sureColumns(definition, (relation) => found.get(relation)?.columns ?? []);
  for (const column of view?.columns ?? []) {
    const origin = sure.get(column.name);
    if (!origin) continue;
    column.nullable = origin.nullable;
    column.words = origin.words;
  }
}

/** `check (kind in ('a', 'b'))` and `check (kind = 'a')`: column → words. */
async function checkLists(db: Tx): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ relation: string; definition: string }>`
    select n.nspname || '.' || c.relname as relation, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'c' and cardinality(k.conkey) = 1 order by k.oid`.execute(db);
  const lists = new Map<string, string[]>();
  for (const { relation, definition } of rows) {
    const found =
      /^CHECK \(\(+(\w+) = ANY \(ARRAY\[((?:'(?:[^']|'')*'::text(?:, )?)+)\]\)+$/.exec(definition) ??
      /^CHECK \(\((\w+) = ('(?:[^']|'')*'::text)\)\)$/.exec(definition);
    if (!found?.[1] || !found[2]) continue;
    const words = [...found[2].matchAll(/'((?:[^']|'')*)'::text/g)].map(([, word = '']) =>
      word.replaceAll("''", "'"),
    );
    lists.set(`${relation}.${found[1]}`, words);
  }
  return lists;
}
