import { z } from 'zod';

export const FORMAT = 'rostok-backup';
export const FORMAT_VERSION = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The last file of a backup. `tables` holds, for each table, its columns, how many rows it has and the SHA-256 of
 * all its lines; `files` the kept files by their path in the folder; `missing` contents that are listed and were lost.
 */
export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  product: z.string(),
  madeAt: z.string(),
  from: z.enum(['pglite', 'postgres']),
  server: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
      order: z.array(z.string()),
      rows: z.number().int(),
      sha256: hash,
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.number(), called: z.boolean() })),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: hash })),
  missing: z.array(hash).default([]),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What the pages and the command line tell of a backup. */
export const summaryOf = ({ tables, files, missing, madeAt, migrations }: Manifest) => ({
  tables: tables.length,
  rows: tables.reduce((total, table) => total + table.rows, 0),
  files: files.length,
  missing: missing.length,
  madeAt,
  migrations: migrations.length,
});
