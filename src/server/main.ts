import { translate } from '../platform/i18n/index.ts';
import { readSettings } from './settings.ts';
import { startServer } from './start-server.ts';

/** Starts the region as the environment says, prints where it is, and stops cleanly on a signal. */
export async function main({ portal }: { portal?: Promise<void> } = {}): Promise<void> {
  const settings = readSettings(process.env);
  const server = await startServer(settings, { portal });
  for (const line of server.banner) console.log(line);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.error(translate('ru', 'server:stopping'));
    await server.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
