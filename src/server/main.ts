import { hasMessage, translate, translateId } from '../platform/i18n/index.ts';
import { openRegion } from './open-region.ts';
import { readSettings } from './settings.ts';
import type { RunningServer } from './start-server.ts';

/** How long a stop waits for what runs. */
const STOP_MS = 20_000;

/** What a process that must not start says: the catalogue's sentence when there is one, never a stack of frames. */
function sayWhy(error: unknown): boolean {
  const { key, params } = (error ?? {}) as { key?: string; params?: Record<string, string | number> };
  if (!key || !hasMessage('ru', key)) return false;
  console.error(translateId('ru', key, params ?? {}));
  return true;
}

/** Starts the region as the environment says, prints where it is, and stops cleanly on a signal. */
export async function main({ portal }: { portal?: Promise<void> } = {}): Promise<void> {
  let server: RunningServer;
  try {
    const settings = readSettings(process.env);
    // the embedded database wakes in its thread while the rest of the house is being read
    const opening = openRegion(settings);
    opening.catch(() => {});
    const { startServer } = await import('./start-server.ts');
    server = await startServer(settings, { portal, opening });
  } catch (error) {
    if (!sayWhy(error)) throw error;
    process.exit(1);
  }
  for (const line of server.banner) console.log(line);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.error(translate('ru', 'server:stopping'));
    // what is not given back by then is taken up at the next start, as after a power cut
    setTimeout(() => process.exit(0), STOP_MS).unref();
    await server.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
