import { type Locale, translate } from '../platform/i18n/index.ts';
import {
  openPlace,
  readPlace,
  restoreBackup,
  summaryOf,
  verifyBackup,
} from '../platform/operations/backup/index.ts';
import { migrationFiles } from '../tree.gen.ts';

const locale = (): Locale => (/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');

/** Restores a region into an empty database or a new folder; with --check only proves that the file is whole. */
export default {
  name: 'restore',
  usage: 'restore FILE [--data DIR | --url DATABASE_URL] [--files DIR] [--check]',
  async run(args: string[]): Promise<number> {
    const place = readPlace(args, translate(locale(), 'operations:backup.restoreUsage'));
    const { file, filesDir, check } = place;
    // before a database is opened: a bad file must not leave a new folder behind
    const manifest = await verifyBackup(file);
    if (check) {
      console.log(translate(locale(), 'operations:backup.whole', { file, ...summaryOf(manifest) }));
      return 0;
    }
    const database = await openPlace(place, true);
    try {
      const restored = await restoreBackup({ database, file, filesDir, migrations: migrationFiles });
      console.log(translate(locale(), 'operations:backup.restored', { file, ...summaryOf(restored) }));
      return 0;
    } finally {
      await database.close();
    }
  },
};
