import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase } from '../../platform/database/index.ts';
import { migrateUp } from '../../platform/database/migrate.ts';
import { createIdentity } from '../../platform/identity/index.ts';
import { uuidV7 } from '../../platform/use-case/index.ts';
import { migrationFiles } from '../../tree.gen.ts';

export const SECRET = 'a secret of drills, of forty characters.';
export const ADMIN = { email: 'admin@example.org', password: 'берёзовая роща 47' };

/** A new, empty database on the server of TEST_DATABASE_URL; gives its address. */
export async function newDatabase(): Promise<string> {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  const name = `rostok_drill_${randomBytes(4).toString('hex')}`;
  const main = await openDatabase({ url: url.href, poolSize: 1 });
  await sql.raw(`create database ${name}`).execute(main.db);
  await main.close();
  url.pathname = `/${name}`;
  return url.href;
}

/** A region without demo data, with one administrator who can sign in. */
export async function prepareRegion(where: { dir: string } | { url: string }): Promise<void> {
  const opened = await openDatabase(where);
  await migrateUp(opened.db, migrationFiles);
  const identity = createIdentity({
    db: opened.db,
    secret: SECRET,
    origin: 'http://localhost:3000',
    demo: false,
    settings: { appName: 'Rostok' },
    allowedHosts: [],
    sendMail: async () => {},
  });
  const personId = uuidV7();
  await sql`insert into registry.person (id, surname, given_name, sort_key)
    values (${personId}, 'Проверкина', 'Анна', 'проверкина анна')`.execute(opened.db);
  await sql`insert into registry.assignment (id, person_id, role, valid, ground)
    values (${uuidV7()}, ${personId}, 'admin', '(,)', 'проверка')`.execute(opened.db);
  await identity.createUser({ ...ADMIN, personId, name: 'Анна' });
  await opened.close();
}
