import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { emptyTables, openTestDatabase } from '../../../testing/database.ts';
import type { Tx } from '../../database/index.ts';
import { createIdentity, type IdentityParts } from '../create-identity.ts';

export const ORIGIN = 'http://portal.test';
export const PASSWORD_OF = { anna: 'зелёный росток на окне', boris: 'три токаря в одном цехе' };

const platform = new URL('../../', import.meta.url);

/** The platform's own migrations: sign-in and links need no module, and their tests load none. */
const platformMigrations = () =>
  readdirSync(platform, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/]+\/migrations\/\d+_\w+\.sql$/.test(path))
    .map((path) => ({ room: path.split('/')[0] ?? '', file: `platform/${path}` }));

export async function platformDatabase() {
  const opened = await openTestDatabase(platformMigrations());
  await emptyTables(opened);
  return opened;
}

export type Mail = Parameters<IdentityParts['sendMail']>[0];

/** Identity over a test database, with the messages it sent and the lines it logged. */
export function testIdentity(db: Tx, more: Partial<IdentityParts> = {}) {
  const mails: Mail[] = [];
  const lines: string[] = [];
  const identity = createIdentity({
    db,
    secret: 'a secret of tests, long enough to be taken: 0123456789',
    origin: ORIGIN,
    demo: false,
    settings: { appName: 'Росток' },
    allowedHosts: [],
    sendMail: async (mail) => {
      mails.push(mail);
    },
    log: (_, line) => lines.push(line),
    ...more,
  });
  return { identity, mails, lines };
}

export interface SessionRow {
  token: string;
  user_id: string;
  person_id: string | null;
  assignment_id: string | null;
  second_factor: boolean;
  expires_at: string;
}

/** The one indexed SELECT by which every request learns who asks. */
export async function sessionOf(
  db: Tx,
  token: string | null,
  now = new Date(),
): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`select * from identity.session_v
    where token = ${token} and expires_at > ${now.toISOString()}`.execute(db);
  return rows[0];
}
