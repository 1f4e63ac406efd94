import packageJson from '../../package.json' with { type: 'json' };
import { FolderTaken, type OpenDatabase } from '../platform/database/index.ts';
import { type Locale, translate } from '../platform/i18n/index.ts';
import {
  askRunning,
  type Manifest,
  openPlace,
  readPlace,
  summaryOf,
  writeBackup,
} from '../platform/operations/backup/index.ts';

const locale = (): Locale => (/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');

/** By our own hands where nobody works on the data; a running server that holds the folder is asked for it. */
async function make(place: ReturnType<typeof readPlace>): Promise<Manifest> {
  const { file, filesDir } = place;
  let database: OpenDatabase;
  try {
    database = await openPlace(place, false);
  } catch (error) {
    if (!(error instanceof FolderTaken)) throw error;
    return askRunning(place, error.params.pid);
  }
  try {
    return await writeBackup({ database, file, filesDir, product: packageJson.version, now: new Date() });
  } finally {
    await database.close();
  }
}

/** Writes the whole region into one file, in one snapshot. */
export default {
  name: 'backup',
  usage: 'backup FILE [--data DIR | --url DATABASE_URL] [--files DIR]',
  async run(args: string[]): Promise<number> {
    const place = readPlace(args, translate(locale(), 'operations:backup.usage'));
    const { file } = place;
    const manifest = await make(place);
    console.log(translate(locale(), 'operations:backup.made', { file, ...summaryOf(manifest) }));
    if (manifest.missing.length === 0) return 0;
    // the copy is whole, the region is not
    console.error(translate(locale(), 'operations:backup.missing', { count: manifest.missing.length }));
    return 3;
  },
};
