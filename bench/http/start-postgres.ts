import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Postgres {
  url: string;
  kind: string;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const script = `set -euo pipefail
source scripts/postgres-for-tests.sh
start_postgres
trap stop_postgres EXIT
echo "$POSTGRES_URL $POSTGRES_KIND"
cat >/dev/null`;

/**
 * The server named by DATABASE_URL, else one of this machine's own, started the way the tests do it (loopback, free
 * port, thrown away afterwards). Null where none can be had.
 */
export async function startPostgres(given: string | undefined): Promise<Postgres | null> {
  if (given) return { url: given, kind: 'DATABASE_URL', stop: async () => {} };
  const shell = spawn('bash', ['-c', script], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()));
  const line = await new Promise<string | null>((resolve) => {
    shell.stdout.once('data', (text: Buffer) => resolve(text.toString('utf8').trim()));
    shell.once('exit', () => resolve(null));
    shell.once('error', () => resolve(null));
  });
  if (!line) return null;
  const [url = '', ...kind] = line.split(' ');
  const stop = async () => {
    // the shell waits for the end of its input, then stops what it started
    shell.stdin.end();
    await ended;
  };
  return { url, kind: kind.join(' '), stop };
}
