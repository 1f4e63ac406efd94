import { CamelCasePlugin, type Kysely, type KyselyPlugin, type UnknownRow } from 'kysely';
import type { Tx } from '../database/index.ts';

const MOMENTS = new Set([
  'createdAt',
  'updatedAt',
  'expiresAt',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
  'lockedUntil',
]);

const withDates = (row: UnknownRow): UnknownRow =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      MOMENTS.has(key) && typeof value === 'string' ? new Date(value) : value,
    ]),
  );

/** Our drivers give moments as ISO text; the sign-in library compares `Date` objects. */
const moments: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
};

/**
 * The sign-in library's own view of our database: its camelCase names over our snake_case columns, and dates.
 * The schema is added by the library itself (`schemaName`), so the connection's search path stays untouched.
 */
export const authDatabase = (db: Tx): Kysely<unknown> =>
  (db as unknown as Kysely<unknown>).withPlugin(new CamelCasePlugin()).withPlugin(moments);
