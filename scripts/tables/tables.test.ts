import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/platform/database/index.ts';
import { printTables, typeName } from './print-tables.ts';
import { type Relation, readRelations, relationNames } from './read-relations.ts';

let open: OpenDatabase;
let relations: Map<string, Relation>;
const typeOf = (relation: string, column: string) => {
  const found = relations.get(relation);
  const text = printTables(
    '/src/modules/t/tables.ts',
    '/src/platform/database/schema.ts',
    found ? [found] : [],
  );
  return new RegExp(`^  ${column}: (.*);$`, 'm').exec(text)?.[1];
};

beforeAll(async () => {
  open = await openDatabase({ dir: null });
  for (const text of [
    'create schema t',
    "create type t.colour as enum ('red', 'green')",
    `create table t.parent (id uuid primary key, name text not null, note text,
      kind text not null default 'a' check (kind in ('a', 'it''s')), single text not null check (single = 'x'))`,
    `create table t.every_type (n bigint generated always as identity, i int not null default 3, m numeric, d date not null,
      at timestamptz not null, j jsonb not null, words text[] not null, numbers int[], big bigint[], yes boolean not null,
      bytes bytea not null, span daterange not null, colour t.colour not null, double_n int generated always as (i * 2) stored,
      parent_id uuid references t.parent)`,
    `create view t.plain_v as select p.id, p.name as title, p.note, p.kind, e.i, e.colour, upper(p.name) as loud
      from t.every_type e left join t.parent p on p.id = e.parent_id`,
    'create view t.single_v as select id, name, kind from t.parent where note is not null',
    'create view t.union_v as select id from t.parent union select id from t.parent',
  ])
    await sql.raw(text).execute(open.db);
  relations = new Map((await readRelations(open.db)).map((one) => [one.name, one]));
});
afterAll(() => open.close());

describe('types of tables', () => {
  it('are found in every schema of the house', async () => {
    expect(await relationNames(open.db)).toEqual([
      't.every_type',
      't.parent',
      't.plain_v',
      't.single_v',
      't.union_v',
    ]);
    expect([...relations.values()].map(typeName)).toEqual([
      'EveryTypeTable',
      'ParentTable',
      'PlainView',
      'SingleView',
      'UnionView',
    ]);
  });

  it.each([
    ['n', 'GeneratedAlways<number>'],
    ['i', 'Generated<number>'],
    ['m', 'number | null'],
    ['d', 'string'],
    ['at', 'string'],
    ['j', 'unknown'],
    ['words', 'string[]'],
    ['numbers', 'number[] | null'],
    ['big', 'unknown'],
    ['yes', 'boolean'],
    ['bytes', 'Uint8Array'],
    ['span', 'string'],
    ['colour', "'red' | 'green'"],
    ['double_n', 'GeneratedAlways<number | null>'],
  ])('column %s is %s', (column, type) => {
    expect(typeOf('t.every_type', column)).toBe(type);
  });

  it('lists of words come from checks', () => {
    expect(typeOf('t.parent', 'kind')).toBe("Generated<'a' | 'it\\'s'>");
    expect(typeOf('t.parent', 'single')).toBe("'x'");
  });

  it('a view is as sure as what it plainly copies, and no surer', () => {
    expect(typeOf('t.plain_v', 'id')).toBe('string | null');
    expect(typeOf('t.plain_v', 'i')).toBe('number');
    expect(typeOf('t.plain_v', 'colour')).toBe("'red' | 'green'");
    expect(typeOf('t.plain_v', 'loud')).toBe('string | null');
    expect(typeOf('t.plain_v', 'kind')).toBe("'a' | 'it\\'s' | null");
    expect(typeOf('t.single_v', 'name')).toBe('string');
    expect(typeOf('t.union_v', 'id')).toBe('string | null');
  });
});
