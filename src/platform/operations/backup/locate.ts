import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { type OpenDatabase, openDatabase } from '../../database/index.ts';
import { refuse } from '../../use-case/index.ts';

export interface Place {
  file: string;
  check: boolean;
  url: string | null;
  dir: string;
  filesDir: string;
}

/**
 * Reads the command line of `backup` and `restore`: the file, and where the region lies. Like the server it falls
 * back on DATABASE_URL, ROSTOK_DATA and FILES_DIR.
 */
export function readPlace(args: string[], usage: string, env: NodeJS.ProcessEnv = process.env): Place {
  const wrong = (why: string) => refuse('operations:backup.badOption', { why, usage });
  const parse = () =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        url: { type: 'string' },
        files: { type: 'string' },
        check: { type: 'boolean' },
      },
    });
  const parsed = (() => {
    try {
      return parse();
    } catch (error) {
      throw wrong(error instanceof Error ? error.message : String(error));
    }
  })();
  const { values, positionals } = parsed;
  const [file, more] = positionals;
  if (!file || more) throw wrong(positionals.join(' ') || '—');
  const dir = values.data ?? env.ROSTOK_DATA ?? 'data';
  return {
    file,
    check: values.check ?? false,
    url: values.url ?? (values.data ? null : (env.DATABASE_URL ?? null)),
    dir,
    filesDir: values.files ?? env.FILES_DIR ?? join(dir, 'files'),
  };
}

/** Opens the region's database; a folder without one is refused unless it is to be `made`. */
export async function openPlace({ url, dir }: Place, made: boolean): Promise<OpenDatabase> {
  if (!url && !made && !existsSync(join(dir, 'pg'))) throw refuse('operations:backup.noData', { dir });
  const database = await openDatabase(url ? { url, poolSize: 2 } : { dir });
  // Kysely closes only what it has used: without a first query the embedded thread would outlive a refusal
  await sql`select 1`.execute(database.db);
  return database;
}
