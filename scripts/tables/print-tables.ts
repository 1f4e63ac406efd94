import { dirname, relative } from 'node:path';
import type { Column, Relation } from './read-relations.ts';

const PLAIN: Record<string, string> = {
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  numeric: 'number',
  real: 'number',
  'double precision': 'number',
  json: 'unknown',
  jsonb: 'unknown',
  bytea: 'Uint8Array',
  interval: 'unknown',
};
const TEXT =
  /^(uuid|text|citext|character varying|character|name|date|time|timestamp|xid8|\w*range|inet|tsvector)/;
/** Arrays whose elements both drivers parse; the rest come as the driver likes and stay unknown. */
const ARRAYS: Record<string, string> = {
  'text[]': 'string[]',
  'uuid[]': 'string[]',
  'character varying[]': 'string[]',
  'smallint[]': 'number[]',
  'integer[]': 'number[]',
  'boolean[]': 'boolean[]',
};

function valueType({ type, words }: Column): string {
  if (words) return words.map((word) => `'${word.replaceAll("'", "\\'")}'`).join(' | ');
  if (type.endsWith('[]')) return ARRAYS[type] ?? 'unknown';
  return PLAIN[type] ?? (TEXT.test(type) ? 'string' : 'unknown');
}

function columnType(column: Column): string {
  const value = valueType(column);
  const whole = column.nullable && value !== 'unknown' ? `${value} | null` : value;
  if (column.filled === 'always') return `GeneratedAlways<${whole}>`;
  return column.filled === 'default' ? `Generated<${whole}>` : whole;
}

/** `registry.organisation` → OrganisationTable, `registry.organisation_v` → OrganisationView. */
export function typeName({ name, view }: Relation): string {
  const bare = name.slice(name.indexOf('.') + 1).replace(view ? /_v$/ : /$^/, '');
  const pascal = bare.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${pascal.join('')}${view ? 'View' : 'Table'}`;
}

const key = (name: string) => (/^[a-z_]\w*$/i.test(name) ? name : `'${name}'`);

/** The text of one room's `tables.ts`. */
export function printTables(file: string, schemaFile: string, relations: readonly Relation[]): string {
  const interfaces = relations.map(
    (one) =>
      `export interface ${typeName(one)} {\n${one.columns
        .map((column) => `  ${key(column.name)}: ${columnType(column)};\n`)
        .join('')}}\n`,
  );
  const used = ['Generated', 'GeneratedAlways'].filter((name) =>
    interfaces.some((text) => text.includes(`${name}<`)),
  );
  const schema = relative(dirname(file), schemaFile).replaceAll('\\', '/');
  return [
    '// Written by scripts/gen-tables.ts from the migrated database. Do not edit.',
    ...(used.length > 0 ? [`import type { ${used.join(', ')} } from 'kysely';`] : []),
    '',
    interfaces.join('\n'),
    `declare module '${schema.startsWith('.') ? schema : `./${schema}`}' {`,
    '  interface Database {',
    ...relations.map((one) => `    '${one.name}': ${typeName(one)};`),
    '  }',
    '}',
    // without an import the file would be a script and the declaration would replace the module
    ...(used.length > 0 ? [] : ['export {};']),
    '',
  ].join('\n');
}
