import packageJson from '../../package.json' with { type: 'json' };
import { type Locale, translate } from '../platform/i18n/index.ts';
import { openPlace, readPlace, summaryOf, writeBackup } from '../platform/operations/backup/index.ts';

const locale = (): Locale => (/^en/i.test(process.env.ROSTOK_LOCALE ?? '') ? 'en' : 'ru');

/** Writes the whole region into one file, in one snapshot. */
export default {
  name: 'backup',
  usage: 'backup FILE [--data DIR | --url DATABASE_URL] [--files DIR]',
  async run(args: string[]): Promise<number> {
    const place = readPlace(args, translate(locale(), 'operations:backup.usage'));
    const { file, filesDir } = place;
    const database = await openPlace(place, false);
    try {
      const product = packageJson.version;
      const manifest = await writeBackup({ database, file, filesDir, product, now: new Date() });
      console.log(translate(locale(), 'operations:backup.made', { file, ...summaryOf(manifest) }));
      return 0;
    } finally {
      await database.close();
    }
  },
};
