import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('./server-process.ts', import.meta.url));

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export interface Spawned {
  origin: string;
  child: ChildProcess;
  /** All that it said, on both streams. */
  said(): string;
  /** Waits for the end: exit code, or the signal's name. */
  ended: Promise<number | string | null>;
  /** kill -9 */
  kill(): Promise<void>;
}

/** Starts a server process with these settings; `prefix` is shell text before it, such as `ulimit -f 100;`. */
export async function spawnServer(env: Record<string, string>, prefix = ''): Promise<Spawned> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const command = `${prefix} exec "${process.execPath}" --import tsx "${entry}"`;
  const child = spawn('bash', ['-c', command], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      ROSTOK_ORIGIN: origin,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes) => {
      said += bytes;
    });
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(signal ?? code)),
  );
  return {
    origin,
    child,
    said: () => said,
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Waits until it answers that it is ready; says what it said when it ends before. */
export async function untilReady(server: Spawned): Promise<void> {
  let over = false;
  void server.ended.then(() => {
    over = true;
  });
  for (;;) {
    const ready = await fetch(`${server.origin}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    if (over) throw new Error(`The server ended before it was ready:\n${server.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
